import type { EvidencePage } from '../../src/contract/ranking';
import { call } from '../api';

/** The evidence behind a project's order, page by page; `onPage` sees each as it comes, and may stop the reading. */
export async function evidencePages(projectId: string, onPage: (page: EvidencePage) => 'go-on' | 'stop' = () => 'go-on'): Promise<readonly EvidencePage[]> {
  const pages: EvidencePage[] = [];
  let after: EvidencePage['next'] = null;
  do {
    const page: EvidencePage = await call('openEvidence', { projectId, after });
    pages.push(page);
    after = onPage(page) === 'stop' ? null : page.next;
  } while (after !== null);
  return pages;
}
