import PinIcon from '@atlaskit/icon/core/pin';
import type { RankingView } from '../../../../src/contract/ranking';
import { dayIn } from '../../../parts/days';
import { PersonName } from '../../../parts/person-name';
import { IssueName } from '../rank/issue-name';
import table from '../rank/rank-table.module.css';
import { pinWords, type PinnedRow } from './lane';
import styles from './pins.module.css';

interface PinnedLineProps {
  readonly row: PinnedRow;
  readonly view: RankingView;
  readonly locale: string;
  readonly rowIndex: number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** What stands above the order: why, by when and who says so, and the place that the evidence alone would give it. */
export function PinnedLine({ row: { id, item, pin, placed }, view, locale, rowIndex, tabIndex, onFocus }: PinnedLineProps) {
  return (
    <div role="row" aria-rowindex={rowIndex} data-row={id} tabIndex={tabIndex} className={`${table.row} ${styles.pinned}`} onFocus={onFocus}>
      <span role="gridcell">
        <PinIcon label="Pinned" size="small" />
      </span>
      <span role="gridcell" className={styles.item}>
        <IssueName item={item} type={view.types[item.type]} />
      </span>
      <span role="gridcell" className={styles.reason}>
        <b>
          {pinWords[pin.kind]}
          {pin.day !== null && `, by ${dayIn(pin.day, view.now, locale)}`}:
        </b>{' '}
        {pin.reason}
      </span>
      <span role="gridcell" className={styles.note}>
        <PersonName accountId={pin.by} /> · {placed ? `place ${String(placed.place)} by the evidence` : 'no place by the evidence'}
      </span>
    </div>
  );
}
