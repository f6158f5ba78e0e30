import type { RankingView } from '../../../../src/contract/ranking';
import { valueOfInformation } from '../../../../src/domain/score/value-of-information';
import { DiscoveryTaskButton } from '../discovery/discovery-task';
import type { Drawn } from './drawn';
import styles from './flip-card.module.css';
import { effortWords, flipWays, moreCustomers, type FlipWays } from './flips';
import type { Order, PlacedItem } from './order';

export interface FlipCardProps {
  readonly placed: PlacedItem;
  readonly order: Order;
  readonly drawn: Drawn | undefined;
  readonly view: RankingView;
}

/** What would let this item pass the one above, and the next one pass it: by evidence and by effort, with one click to ask. */
export function FlipCard({ placed, order, drawn, view }: FlipCardProps) {
  const [above, below] = [order.placed[placed.place - 2], order.placed[placed.place]];
  if (!above && !below) return null;
  return (
    <aside className={styles.flip} aria-label="What would flip it">
      <h3 tabIndex={-1} data-flip>
        What would flip it
      </h3>
      {below && <Way ways={flipWays(below, placed, order, view)} drawn={drawn} view={view} />}
      {above && <Way ways={flipWays(placed, above, order, view)} drawn={drawn} view={view} />}
    </aside>
  );
}

function Way({ ways, drawn, view }: { readonly ways: FlipWays; readonly drawn: Drawn | undefined; readonly view: RankingView }) {
  const { lower, upper, evidence, duel } = ways;
  const inHundred = Math.round(duel.before * 100);
  return (
    <div className={styles.way}>
      <p>
        <WaysWords ways={ways} unit={view.effortUnit} />
      </p>
      <p className={styles.sure}>
        Today {upper.item.summary} comes before {lower.item.summary} in {inHundred} of 100 draws of standing scores
        {inHundred < 50 ? ': the evidence can’t tell the two apart.' : '.'}
        {evidence && drawn && ` ${worthWords(drawn, evidence.problem.id)}`}
      </p>
      {evidence && <DiscoveryTaskButton question={evidence} lower={lower} upper={upper} draws={inHundred} view={view} />}
    </div>
  );
}

/** "6 more customers on DISC-7, or LED-3’s effort from 3 to 2.1 points, and Explain the flag comes first". */
export function WaysWords({ ways: { lower, upper, isAheadAlready, evidence, effort }, unit }: { readonly ways: FlipWays; readonly unit: string }) {
  const [name, other] = [lower.item.summary, upper.item.summary];
  if (isAheadAlready)
    return (
      <>
        Alone, {name} is level with {other} or ahead of it: it stands below since items above already solve part of its problem.
      </>
    );
  const byEffort = effort === undefined ? undefined : effortWords(effort, lower.item, unit);
  if (!evidence && byEffort === undefined)
    return (
      <>
        No evidence and no smaller effort puts {name} before {other}.
      </>
    );
  return (
    <>
      {evidence && (
        <>
          <b>{moreCustomers(evidence.need)}</b> on {evidence.problem.key} “{evidence.problem.sentence}”
        </>
      )}
      {evidence && byEffort !== undefined && ', or '}
      {!evidence && 'No evidence alone, but '}
      {byEffort !== undefined && <b>{byEffort}</b>}, and {name} comes before {other}.
    </>
  );
}

/** Whether another question on the list would change more. */
function worthWords({ draws }: Drawn, problemId: string): string {
  const voi = valueOfInformation(draws);
  const worth = voi.find(([problem]) => problem === problemId)?.[1] ?? 0;
  const most = voi[0]?.[1] ?? 0;
  if (most < 0.005) return 'No research changes the first pick.';
  if (worth >= most) return 'No other question on this list is worth more to the first pick.';
  return worth < 0.005 ? 'It does not change the first pick.' : 'Another question is worth more to the first pick: see what to research next.';
}
