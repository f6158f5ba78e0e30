import type { RankingView } from '../../../../src/contract/ranking';
import { DiscoveryTaskButton } from '../discovery/discovery-task';
import { WaysWords } from '../rank/flip-card';
import { moreCustomers, type FlipWays } from '../rank/flips';
import styles from './compare.module.css';
import { sure as plainly, type SureWay } from './voices';

export interface FlipBothWaysProps {
  readonly ways: FlipWays;
  readonly sure: SureWay | undefined;
  /** Share of draws in which the one this card is about comes first, today. */
  readonly chance: number;
  readonly view: RankingView;
}

// Nobody asks more customers than that for one decision.
const tooMany = 10;

/** What would let one of the two pass the other, or be clear of it. */
export function FlipBothWays({ ways, sure, chance, view }: FlipBothWaysProps) {
  const { lower, upper, isAheadAlready, evidence, duel } = ways;
  return (
    <section className={styles.flip} aria-label={`For ${lower.item.summary}`}>
      <h2>{isAheadAlready ? `${lower.item.summary} would be clear of it` : `${lower.item.summary} would pass`}</h2>
      {!isAheadAlready && (
        <p>
          <WaysWords ways={ways} unit={view.effortUnit} />
        </p>
      )}
      <p>{sureWords(chance, sure, view)}</p>
      {evidence && <DiscoveryTaskButton question={evidence} lower={lower} upper={upper} draws={Math.round(duel.before * 100)} view={view} />}
    </section>
  );
}

function sureWords(chance: number, sure: SureWay | undefined, view: RankingView): string {
  if (chance >= plainly) return 'It is, in more than 80 of 100 draws.';
  if (!sure) return 'No number of customers that anybody could ask makes it 80 % sure: decide by size, due date or what the team can start now.';
  const key = view.problems.find(({ id }) => id === sure.problemId)?.key ?? '';
  const words = `To be 80 % sure takes ${moreCustomers(sure.customers)} on ${key}.`;
  return sure.customers > tooMany ? `${words} That is too many to ask for: decide by size, due date or what the team can start now.` : words;
}
