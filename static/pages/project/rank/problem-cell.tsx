import VolumeHighIcon from '@atlaskit/icon/core/volume-high';
import styles from './cells.module.css';
import type { PlacedFacts } from './column';
import { rounded } from '../../../parts/rounded';

/** The problem that an item solves, the loud voice behind it, and whether items above leave little of it. */
export function ProblemCell({ placed, isSolvedAbove }: PlacedFacts) {
  const { problem, place, otherProblems, standing } = placed;
  const loud = problem?.largest;
  return (
    <span className={styles.problem}>
      {problem && (
        <span className={place === 1 ? styles.whole : styles.cut} title={problem.sentence}>
          {problem.sentence}
          {otherProblems > 0 && <span className={styles.subtle}> and {otherProblems} more</span>}
        </span>
      )}
      {loud && !loud.isMeasured && loud.messages >= 5 && loud.share > 0.6 && (
        <span className={styles.loud}>
          <VolumeHighIcon label="" size="small" color="currentColor" /> {loud.messages} messages from {loud.name} count as {loud.countsAs.toFixed(1)} customers
        </span>
      )}
      {isSolvedAbove && <span className={styles.second}>{rounded(standing.score)} alone; items above already solve most of it</span>}
    </span>
  );
}
