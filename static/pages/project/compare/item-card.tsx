import type { ScaleLinear } from 'd3-scale';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Interval } from '../rank/drawn';
import { IssueName } from '../rank/issue-name';
import type { PlacedItem } from '../rank/order';
import styles from './compare.module.css';
import { coverWord } from './cover-words';

export interface ItemCardProps {
  readonly placed: PlacedItem;
  readonly view: RankingView;
  /** The same for both. */
  readonly scale: ScaleLinear<number, number>;
  readonly interval: Interval | undefined;
}

/** An item as the list knows it, with its interval on a scale that both cards share. */
export function ItemCard({ placed, view, scale, interval }: ItemCardProps) {
  const { item, place, problem, otherProblems, standing } = placed;
  const cover = standing.cover.find((own) => own.problem === problem?.id)?.weight;
  const words = `${standing.score.toFixed(1)}${interval ? `, between ${interval.p10.toFixed(1)} and ${interval.p90.toFixed(1)} in 8 of 10 draws` : ''}`;
  return (
    <article className={styles.card} aria-label={item.summary}>
      <div className={styles.name}>
        <IssueName item={item} type={view.types[item.type]} />
        <span className={styles.place}>Place {place}</span>
      </div>
      {problem && (
        <p>
          {problem.sentence}
          {otherProblems > 0 && ` and ${String(otherProblems)} more`}
          {problem.stakeholder && (
            <span className={styles.small}>
              {problem.stakeholder}
              {problem.job && ` · ${problem.job}`}
            </span>
          )}
        </p>
      )}
      <p className={styles.figures}>
        <span>
          <b className={styles.score}>{standing.score.toFixed(1)}</b> value per effort
        </span>
        <span>
          value <b>{standing.value.toFixed(1)}</b>
        </span>
        <span>
          effort <b>{standing.effortMissing ? 'unknown' : item.effort === null ? 'the sum of its stories' : `${String(item.effort)} ${view.effortUnit}`}</b>
        </span>
        {cover !== undefined && (
          <span>
            covers <b>{coverWord(cover)}</b>
          </span>
        )}
      </p>
      <svg className={styles.interval} viewBox="0 0 320 36" role="img" aria-label={words}>
        {scale.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={scale(tick)} x2={scale(tick)} y1="0" y2="20" />
            <text x={scale(tick)} y="33">
              {tick}
            </text>
          </g>
        ))}
        {interval && <rect x={scale(interval.p10)} y="6" width={Math.max(2, scale(interval.p90) - scale(interval.p10))} height="8" rx="4" />}
        <circle cx={scale(standing.score)} cy="10" r="5.5" />
      </svg>
      {problem && (
        <p className={styles.figures}>
          <span>
            <b>{problem.customers}</b> {problem.customers === 1 ? 'customer' : 'customers'}
          </span>
          {problem.measured > 0 && <span>measured, too</span>}
          {problem.largest && (
            <span>
              largest share {Math.round(problem.largest.share * 100)} %, {problem.largest.name}
            </span>
          )}
        </p>
      )}
    </article>
  );
}
