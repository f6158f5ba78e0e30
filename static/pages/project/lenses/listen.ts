import type { EvidencePage, RankingView } from '../../../../src/contract/ranking';
import { hear, type Heard } from '../../../../src/domain/lens/heard';
import { evidencePages } from '../../../parts/evidence-pages';
import { heldEvidence } from '../../../parts/held-evidence';
import { paramsWith } from '../../../parts/source-settings';

/** Reads the evidence behind the list, and listens to the problems that its items solve, with the project's own weights. */
export async function listen(view: RankingView, onProgress: (progress: EvidencePage['progress']) => void): Promise<ReadonlyMap<string, Heard>> {
  const pages = await evidencePages(view.project.id, ({ progress }) => {
    onProgress(progress);
    return 'go-on';
  });
  return hear(
    heldEvidence(pages),
    view.problems.map(({ id }) => id),
    paramsWith(pages[0]?.sources ?? {}),
  );
}
