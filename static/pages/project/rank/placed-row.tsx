import PulseIcon from '@atlaskit/icon/core/pulse';
import VolumeHighIcon from '@atlaskit/icon/core/volume-high';
import type { ProblemView, RankingView } from '../../../../src/contract/ranking';
import { rounded } from '../../../parts/rounded';
import type { Interval } from './drawn';
import { IntervalDrawing } from './interval-drawing';
import { IssueName } from './issue-name';
import { Move, type ItemMove } from './move';
import type { PlacedItem } from './order';
import styles from './placed-row.module.css';
import type { Scale } from './rank-table';
import table from './rank-table.module.css';

export interface PlacedRowProps {
  readonly placed: PlacedItem;
  readonly view: RankingView;
  readonly rowIndex: number;
  readonly scale: Scale;
  readonly interval: Interval | undefined;
  readonly isSolvedAbove: boolean;
  readonly move: ItemMove;
  readonly isOpen: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** Left to right, as arithmetic: customers, value, effort, value per effort. */
export function PlacedRow({ placed, view, rowIndex, scale, interval, isSolvedAbove, move, isOpen, tabIndex, onFocus, onToggle }: PlacedRowProps) {
  const { item, place, problem, standing, score } = placed;
  const isFirst = place === 1;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-expanded={isOpen}
      data-row={item.id}
      tabIndex={tabIndex}
      className={`${table.row} ${styles.placed} ${isFirst ? styles.first : ''} ${isOpen ? styles.open : ''}`}
      onFocus={onFocus}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) onToggle();
      }}
    >
      <span role="gridcell" className={styles.place}>
        {place}
      </span>
      <span role="gridcell" className={styles.move}>
        <Move move={move} />
      </span>
      <span role="gridcell" className={styles.item}>
        <IssueName item={item} type={view.types[item.type]} />
      </span>
      <span role="gridcell" className={styles.problem}>
        {problem && <ProblemCell problem={problem} others={placed.otherProblems} isWhole={isFirst} />}
        {isSolvedAbove && <span className={styles.second}>{rounded(standing.score)} alone; items above already solve most of it</span>}
      </span>
      <span role="gridcell" className={styles.customers}>
        {problem && <Customers problem={problem} />}
      </span>
      <span role="gridcell" className={styles.number}>
        {rounded(standing.value)}
      </span>
      <span role="gridcell" className={styles.number} title={standing.effortMissing ? 'Nobody estimated it: counted as a typical effort' : undefined}>
        {standing.effortMissing ? '?' : (item.effort ?? 'Σ')}
      </span>
      <span role="gridcell" className={styles.score}>
        {rounded(score)}
      </span>
      <span role="gridcell" className={styles.drawing}>
        <IntervalDrawing scale={scale} score={score} alone={isSolvedAbove ? standing.score : undefined} interval={interval} />
      </span>
    </div>
  );
}

function ProblemCell({ problem, others, isWhole }: { readonly problem: ProblemView; readonly others: number; readonly isWhole: boolean }) {
  const loud = problem.largest;
  return (
    <>
      <span className={isWhole ? styles.whole : styles.cut} title={problem.sentence}>
        {problem.sentence}
        {others > 0 && <span className={styles.others}> and {others} more</span>}
      </span>
      {loud && !loud.isMeasured && loud.messages >= 5 && loud.share > 0.6 && (
        <span className={styles.loud}>
          <VolumeHighIcon label="" size="small" color="currentColor" /> {loud.messages} messages from {loud.name} count as {loud.countsAs.toFixed(1)} customers
        </span>
      )}
    </>
  );
}

function Customers({ problem }: { readonly problem: ProblemView }) {
  const share = problem.largest ? Math.round(problem.largest.share * 100) : 0;
  const isLoud = share > 60;
  if (problem.customers === 0 && problem.measured > 0) {
    return (
      <>
        <span className={styles.measured}>{problem.measured} measured</span> <PulseIcon label="measured" size="small" color="var(--ds-icon-accent-teal)" />
      </>
    );
  }
  return (
    <>
      <span className={styles.count}>{problem.customers}</span>
      <span className={styles.share} aria-hidden="true">
        <i className={isLoud ? styles.loudBar : undefined} style={{ width: `${String(share)}%` }} />
      </span>
      <span className={isLoud ? styles.loudShare : undefined} title={problem.largest ? `Largest: ${problem.largest.name}` : undefined}>
        {share} %
      </span>
      {problem.measured > 0 && <PulseIcon label="measured too" size="small" color="var(--ds-icon-accent-teal)" />}
    </>
  );
}
