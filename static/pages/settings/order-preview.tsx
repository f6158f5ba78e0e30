import { useDeferredValue, useEffect, useMemo } from 'react';
import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import type { RankingView } from '../../../src/contract/ranking';
import { weighAgain, type HeldEvidence } from '../../../src/domain/index/weigh-again';
import { paramsWith } from '../../parts/source-settings';
import { FailedLine, reason } from '../../parts/states';
import { orderOf, type PlacedItem } from '../project/rank/order';
import { changedPlaces } from './changed-places';
import styles from './order-preview.module.css';
import { useHeldEvidence } from './queries';
import page from './settings-page.module.css';

export interface OrderPreviewProps {
  readonly projectId: string;
  readonly saved: ProjectSettingsView['sources'];
  readonly sources: ProjectSettingsView['sources'];
}

const shown = 10;

/** What the order would be with what is typed now; worked out in the browser, nothing is saved. */
export function OrderPreview({ projectId, saved, sources }: OrderPreviewProps) {
  const isChanged = JSON.stringify(saved) !== JSON.stringify(sources);
  const { ranking, evidence, failure, retry } = useHeldEvidence(projectId, isChanged);
  // It opens over the foot of the page, where the field may be that is typed in.
  useEffect(() => {
    if (isChanged) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [isChanged]);
  return (
    <aside className={styles.preview} data-is-live={isChanged} aria-label="The order this would give">
      <h3>The order this would give</h3>
      {!isChanged && <p className={page.note}>Change a number, and it appears here before anything is saved.</p>}
      {isChanged && failure && (
        <FailedLine isBusy={false} onRetry={retry}>
          Couldn’t work out the order. {reason(failure)}
        </FailedLine>
      )}
      {isChanged && !failure && (!ranking || !evidence) && <p role="status">Looking up the evidence behind the order …</p>}
      {isChanged && !failure && ranking && evidence && <Preview view={ranking} evidence={evidence} sources={sources} />}
    </aside>
  );
}

function Preview({ view, evidence, sources }: { readonly view: RankingView; readonly evidence: HeldEvidence; readonly sources: OrderPreviewProps['sources'] }) {
  // Typing comes first: the order follows as soon as there is time.
  const settled = useDeferredValue(sources);
  const before = useMemo(() => orderOf(view, 'top').placed, [view]);
  const after = useMemo(() => orderOf(weighed(view, evidence, settled), 'top').placed, [view, evidence, settled]);
  const changed = changedPlaces(before, after);
  return (
    <div aria-busy={settled !== sources}>
      <p role="status">{phrase(changed, after)}</p>
      <ol className={styles.order}>
        {changed.slice(0, shown).map(({ own, up }) => (
          <li key={own.item.id} value={own.place}>
            <span className={styles.move}>{up > 0 ? `▲ ${String(up)}` : `▼ ${String(-up)}`}</span> <b>{own.item.key}</b> {own.item.summary}
          </li>
        ))}
      </ol>
    </div>
  );
}

function phrase(changed: readonly { readonly own: PlacedItem }[], after: readonly PlacedItem[]): string {
  if (changed.length === 0) return 'No item changes its place.';
  const top = new Set(after.slice(0, shown));
  const says = `${String(changed.length)} of ${String(after.length)} items change their place.`;
  const stays = after.length > shown && !changed.some(({ own }) => top.has(own)) ? ` The first ${String(shown)} all stay.` : '';
  return `${says}${stays}${changed.length > shown ? ` The first ${String(shown)} that change:` : ''}`;
}

function weighed(view: RankingView, evidence: HeldEvidence, sources: OrderPreviewProps['sources']): RankingView {
  const strengths = weighAgain(
    evidence,
    view.problems.map(({ id }) => id),
    paramsWith(sources),
  );
  return {
    ...view,
    problems: view.problems.map((problem) => {
      const own = strengths.get(problem.id);
      return own ? { ...problem, support: own.support, contradiction: own.contradiction, value: own.value, deviation: own.deviation } : problem;
    }),
  };
}
