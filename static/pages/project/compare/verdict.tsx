import type { Duel } from '../../../../src/domain/score/chances';
import type { Order, PlacedItem } from '../rank/order';
import styles from './compare.module.css';
import { wholePercents } from './segment-mix';
import { sure } from './voices';

export interface VerdictProps {
  readonly first: PlacedItem;
  readonly second: PlacedItem;
  readonly duel: Duel;
  readonly order: Order;
  readonly unit: string;
}

/** Which comes first in how many draws; below 80 of 100 it stays a tie. */
export function Verdict({ first, second, duel, order, unit }: VerdictProps) {
  const { draws, seed } = order.params;
  const [before, after] = wholePercents([duel.before, duel.after, duel.equal].map((share) => ({ share })));
  const [better, often] = duel.before >= duel.after ? [first, before] : [second, after];
  const isTie = Math.max(duel.before, duel.after) < sure;
  return (
    <section className={styles.verdict} aria-label="Which comes first">
      <div className={styles.verdictHead}>
        <h2 role="status">
          {isTie ? 'A tie: ' : ''}
          {better.item.summary} comes first in {often} of 100 draws
        </h2>
        <p className={styles.small}>
          {draws.toLocaleString('en')} common draws of standing scores, seed {seed} · below 80 it stays a tie
        </p>
      </div>
      <div className={styles.chances} role="img" aria-label={`${first.item.key} first ${String(before)}, ${second.item.key} first ${String(after)} of 100`}>
        <span className={styles.firstShare} style={{ width: `${String(duel.before * 100)}%` }} />
        <span className={styles.secondShare} style={{ width: `${String(duel.after * 100)}%` }} />
        <i style={{ left: '20%' }} />
        <i style={{ left: '80%' }} />
      </div>
      <div className={styles.ends}>
        <span>
          {first.item.key} first, {before} of 100
        </span>
        <span>
          {second.item.key} first, {after} of 100
        </span>
      </div>
      <p>{differenceWords(first, second, unit)}</p>
    </section>
  );
}

/** What makes the difference: how much each relieves, for how much effort. */
function differenceWords(first: PlacedItem, second: PlacedItem, unit: string): string {
  const [more, less] = first.standing.value >= second.standing.value ? [first, second] : [second, first];
  const value = ratio(more.standing.value, less.standing.value);
  const effort = ratio(more.standing.effort, less.standing.effort);
  const [name, other] = [more.item.summary, less.item.summary];
  const relieved = value < 1.05 ? `${name} and ${other} relieve about as much` : `${name} relieves ${value.toFixed(1)} × as much as ${other}`;
  if (effort > 0.95 && effort < 1.05) return `What differs: ${relieved}, for about the same effort.`;
  const cost = effort >= 1 ? `${effort.toFixed(1)} × the effort` : `${Math.round(effort * 100)} % of the effort`;
  return `What differs: ${relieved}, for ${value < 1.05 ? `${name} with ${cost}` : cost} in ${unit}.`;
}

const ratio = (a: number, b: number): number => (b > 0 ? a / b : Infinity);
