import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { AsideProps } from '../rank/asides';
import { duelBetween, flipWays } from '../rank/flips';
import styles from './compare.module.css';
import { evidenceOfTwo, type Explained } from './evidence-of-two';
import { FlipBothWays } from './flip-both-ways';
import { ItemCard } from './item-card';
import { Mix } from './mix';
import { OwnEvidenceList } from './own-evidence';
import { SharedEvidence } from './shared-evidence';
import { Verdict } from './verdict';
import { sureWay } from './voices';

export interface ComparisonProps extends AsideProps {
  readonly first: Explained;
  readonly second: Explained;
}

const bars = 6;

/** The cards, the verdict, the evidence of each, what would change it, and who speaks. */
export function Comparison({ first, second, view, order, drawn, locale }: ComparisonProps) {
  const duel = useMemo(() => duelBetween(first.placed, second.placed, order), [first, second, order]);
  const evidence = useMemo(() => evidenceOfTwo(first, second, bars), [first, second]);
  const ways = useMemo(
    () => [flipWays(first.placed, second.placed, order, view), flipWays(second.placed, first.placed, order, view)] as const,
    [first, second, order, view],
  );
  const surely = useMemo(() => [sureWay(first, second, order), sureWay(second, first, order)] as const, [first, second, order]);
  const intervals = [first, second].map(({ placed }) => drawn?.intervals.get(placed.item.id));
  const most = Math.max(1, ...intervals.map((own) => own?.p90 ?? 0), first.placed.standing.score, second.placed.standing.score);
  const scale = scaleLinear([0, most], [6, 314]).nice(4);
  const largest = Math.max(...[...evidence.first.parts, ...evidence.second.parts].map(({ amount }) => Math.abs(amount)));
  return (
    <>
      <div className={styles.pair}>
        {[first, second].map((own, at) => (
          <ItemCard key={own.placed.item.id} placed={own.placed} view={view} scale={scale} interval={intervals[at]} />
        ))}
      </div>
      <Verdict first={first.placed} second={second.placed} duel={duel} order={order} unit={view.effortUnit} />
      <div className={styles.pair}>
        <OwnEvidenceList placed={first.placed} own={evidence.first} largest={largest} hasShared={evidence.shared.length > 0} />
        <OwnEvidenceList placed={second.placed} own={evidence.second} largest={largest} hasShared={evidence.shared.length > 0} />
      </div>
      <SharedEvidence shared={evidence.shared} locale={locale} />
      <div className={styles.pair}>
        <FlipBothWays ways={ways[1]} sure={surely[1]} chance={duel.after} view={view} />
        <FlipBothWays ways={ways[0]} sure={surely[0]} chance={duel.before} view={view} />
      </div>
      <Mix first={first} second={second} />
    </>
  );
}
