import { count } from '../../parts/count';
import { speakerName } from '../../parts/sources';
import type { Backed } from './backed-statement';
import panel from './panel.module.css';

/** Ten messages of one customer are one voice, fading; whoever reads their number is told. */
export function LoudNote({ loudest }: Pick<Backed, 'loudest'>) {
  if (!loudest) return null;
  return (
    <p className={panel.sunken}>
      <b>
        {count(loudest.messages, 'message')} from {speakerName(loudest)} count as {loudest.countsAs.toFixed(1)} customers.
      </b>{' '}
      However often one customer speaks, it never counts for more than twice its strongest word.
    </p>
  );
}
