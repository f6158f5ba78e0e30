import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { BothViews } from './both-views';
import styles from './reveal.module.css';

const width = 214;
const inset = 6;
type Scale = ScaleLinear<number, number>;

/** One scale from 0 for all rows, never stretched to what is shown. */
export function apartScale(items: readonly BothViews[]): Scale {
  const most = Math.max(1, ...items.flatMap(({ score, team }) => [score ?? 0, team?.high ?? 0]));
  return scaleLinear()
    .domain([0, most])
    .range([inset, width - inset])
    .nice(4);
}

/** Circle: evidence; diamond: the team's middle; the line below: from its lowest to its highest. */
export function ApartDrawing({ item: { score, team, flag }, scale }: { readonly item: BothViews; readonly scale: Scale }) {
  const words = [
    score === undefined ? 'no problem stated' : `evidence ${score.toFixed(1)}`,
    team === null ? 'nobody estimated it' : `team ${team.middle.toFixed(1)}, from ${team.low.toFixed(1)} to ${team.high.toFixed(1)}`,
  ].join(', ');
  return (
    <svg width={width} height="32" role="img" aria-label={words}>
      {scale.ticks(3).map((tick) => (
        <line key={tick} x1={scale(tick)} x2={scale(tick)} y1="0" y2="32" className={styles.tick} />
      ))}
      {score !== undefined && team && <line x1={scale(score)} x2={scale(team.middle)} y1="14" y2="14" className={flag ? styles.farApart : styles.apart} />}
      {team && <line x1={scale(team.low) - 1} x2={scale(team.high) + 1} y1="25" y2="25" className={styles.spread} />}
      {score !== undefined && <circle cx={scale(score)} cy="14" r="5" className={styles.evidence} />}
      {team && (
        <rect x={scale(team.middle) - 4.5} y="9.5" width="9" height="9" transform={`rotate(45 ${String(scale(team.middle))} 14)`} className={styles.team} />
      )}
    </svg>
  );
}
