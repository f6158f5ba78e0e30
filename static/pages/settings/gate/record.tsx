import type { GateView } from '../../../../src/contract/gate';
import { dayOf } from '../../../parts/days';
import { missingWords } from '../../../parts/gate-words';
import { IssueLink } from '../../../parts/issue-link';
import section from '../settings-page.module.css';
import table from '../source-table.module.css';
import styles from './gate-section.module.css';
import { Moves } from './moves';

const shown = 10;

type Recorded = Pick<GateView, 'counted' | 'stops' | 'daily' | 'types'>;

/** What the gate did and would have done: stands beside the choice, so that nobody has to guess what it would stop. */
export function Record({ view: { counted, stops, daily, types }, locale }: { readonly view: Recorded; readonly locale: string }) {
  const isOff = types.every(({ mode }) => mode === 'off');
  const looked = counted.passed + counted.stopped + counted.wouldStop + counted.exempt + counted.unchecked;
  return (
    <div className={styles.record}>
      <div>
        <h3>{heading(counted, looked)}</h3>
        {isOff && looked === 0 && <p className={section.note}>Off looks at nothing. Set to Warn, it counts here what Require would stop, and stops nothing.</p>}
        {looked > 0 && (
          <p className={section.note}>
            {counted.passed} stated their problem · {counted.exempt} were exempt · {counted.unchecked} went unchecked because Jira didn’t answer
          </p>
        )}
      </div>
      {looked > 0 && <Moves daily={daily} />}
      {stops.length > 0 && (
        <table className={`${table.table} ${styles.stops}`}>
          <thead>
            <tr>
              <th scope="col">Epic</th>
              <th scope="col">When</th>
              <th scope="col">Missing</th>
              <th scope="col">It was</th>
            </tr>
          </thead>
          <tbody>
            {stops.slice(0, shown).map(({ key, summary, at, isStopped, missing }) => (
              <tr key={`${key} ${String(at)}`}>
                <th scope="row">
                  <IssueLink issueKey={key} /> {summary}
                </th>
                <td data-label="When">{dayOf(at, locale)}</td>
                <td data-label="Missing">{missing ? missingWords[missing] : ''}</td>
                <td data-label="It was">{isStopped ? 'stopped' : 'counted'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {stops.length > shown && <p className={section.note}>and {stops.length - shown} more</p>}
    </div>
  );
}

function heading({ days, stopped, wouldStop }: GateView['counted'], looked: number): string {
  if (looked === 0) return `No epic came to the gate in the last ${String(days)} days`;
  const of = `of ${String(looked)} moves in the last ${String(days)} days`;
  if (wouldStop === 0) return `It stopped ${String(stopped)} ${of}`;
  if (stopped === 0) return `Require would have stopped ${String(wouldStop)} ${of}`;
  return `It stopped ${String(stopped)}, and Require would have stopped ${String(wouldStop)} more, ${of}`;
}
