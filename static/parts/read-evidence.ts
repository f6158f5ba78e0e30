import type { EvidencePage } from '../../src/contract/ranking';
import { call } from '../api';

/** All pages that `openEvidence` answers for a project. */
export async function readEvidence(projectId: string, onProgress: (progress: EvidencePage['progress']) => void = () => undefined): Promise<readonly EvidencePage[]> {
  const pages: EvidencePage[] = [];
  let after: EvidencePage['next'] = null;
  do {
    const page: EvidencePage = await call('openEvidence', { projectId, after });
    pages.push(page);
    onProgress(page.progress);
    after = page.next;
  } while (after !== null);
  return pages;
}
