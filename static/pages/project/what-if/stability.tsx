import InformationCircleIcon from '@atlaskit/icon/core/information-circle';
import { leavingTheirBand, movedOf, type Compared } from './compare';
import type { Drawn } from '../rank/drawn';
import type { ItemView } from '../../../../src/contract/ranking';
import styles from './what-if.module.css';

export interface StabilityProps {
  readonly compared: Compared;
  readonly items: readonly ItemView[];
  readonly drawn: Drawn;
}

/** How much the moves say: inside a tie band the evidence can't tell places apart anyway. */
export function Stability({ compared, items, drawn }: StabilityProps) {
  const leaving = leavingTheirBand(compared, (position) => items[position]?.id ?? '', drawn);
  const { moved } = movedOf(compared);
  const keys = leaving.map((position) => items[position]?.key ?? '').slice(0, 4);
  const more = leaving.length - keys.length;
  return (
    <p className={styles.note}>
      <InformationCircleIcon label="" color="var(--ds-icon-information)" />
      {leaving.length === 0 ? (
        <span>
          <b>The order is stable around your settings.</b>{' '}
          {moved === 0
            ? 'Inside a tie band, places change with small steps; between bands only large steps change them.'
            : 'Whatever moves stays inside its tie band, where places can’t be told apart anyway.'}
        </span>
      ) : (
        <span>
          <b>{leaving.length === 1 ? 'One item moves beyond its tie band' : `${String(leaving.length)} items move beyond their tie bands`}:</b>{' '}
          {keys.join(', ')}
          {more > 0 && ` and ${String(more)} more`}. Their places hang on what you changed.
        </span>
      )}
    </p>
  );
}
