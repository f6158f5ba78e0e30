import type { RankingView } from '../../../../src/contract/ranking';
import { flip } from '../../../../src/domain/score/flip';
import { chanceIn } from '../../../../src/domain/score/listed-order';
import type { Drawn } from './drawn';
import styles from './flip-card.module.css';
import type { Order, PlacedItem } from './order';

export interface FlipCardProps {
  readonly placed: PlacedItem;
  readonly order: Order;
  readonly drawn: Drawn | undefined;
  readonly view: RankingView;
}

/** The least new evidence that would put the next item over this one. */
export function FlipCard({ placed, order, drawn, view }: FlipCardProps) {
  const next = order.placed[placed.place];
  if (!next) return null;
  const change = flip(next.standing, placed.standing, order.values, order.params);
  const problem = change.problem === null ? undefined : view.problems.find(({ id }) => id === change.problem);
  const sure = drawn ? Math.round(chanceIn(drawn.draws, placed.item.id, next.item.id) * 100) : undefined;
  return (
    <aside className={styles.flip} aria-label="What would flip it">
      <h3>What would flip it</h3>
      <p>
        {change.need === null && effortWords(change.effortMustFallTo, next, order)}
        {change.need === 0 && `On standing scores ${next.item.summary} is level with it already.`}
        {change.need !== null && change.need > 0 && problem && (
          <>
            <b>
              {change.need} more customer{change.need === 1 ? '' : 's'}
            </b>{' '}
            on {problem.key} “{problem.sentence}”, and {next.item.summary} comes first.
          </>
        )}
      </p>
      {sure !== undefined && (
        <p className={styles.sure}>
          Today it comes before {next.item.summary} in {sure} of 100 draws of standing scores.
        </p>
      )}
    </aside>
  );
}

function effortWords(effortInMedians: number, next: PlacedItem, order: Order): string {
  if (effortInMedians < order.params.effortFloor) return `No evidence and no smaller effort puts ${next.item.summary} first.`;
  const factor = next.standing.effort > 0 && next.item.effort !== null ? next.item.effort / next.standing.effort : undefined;
  const limit =
    factor === undefined
      ? `${(Math.floor(effortInMedians * 10) / 10).toFixed(1)} of a typical effort`
      : (Math.floor(effortInMedians * factor * 10) / 10).toFixed(1);
  return `No evidence alone puts ${next.item.summary} first; its effort would have to fall to ${limit}.`;
}
