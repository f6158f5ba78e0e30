import type { GateView } from '../../../../src/contract/gate';
import { dayOf } from '../../../parts/days';
import { pastWords } from '../../../parts/gate-words';
import { IssueLink } from '../../../parts/issue-link';
import section from '../settings-page.module.css';
import styles from './gate-section.module.css';

const shown = 10;

/** What the gate did, and what got past it. */
export function Record({ view: { counted, stops, past }, locale }: { readonly view: GateView; readonly locale: string }) {
  const looked = counted.passed + counted.stopped + counted.wouldStop + counted.exempt + counted.unchecked;
  return (
    <div>
      <h3>
        {looked === 0
          ? `No epic came to the gate in the last ${String(counted.days)} days`
          : `In the last ${String(counted.days)} days it stopped ${String(counted.stopped)} of ${String(looked)} moves`}
      </h3>
      {looked > 0 && (
        <p className={section.note}>
          {counted.passed} stated their problem · {counted.wouldStop} would have been stopped · {counted.exempt} were exempt · {counted.unchecked} went
          unchecked because Jira didn’t answer
        </p>
      )}
      {stops.length > 0 && (
        <ul className={styles.rows}>
          {stops.slice(0, shown).map(({ key, at, isStopped }) => (
            <li key={`${key} ${String(at)}`}>
              <IssueLink issueKey={key} /> {isStopped ? 'was stopped' : 'would have been stopped'} on {dayOf(at, locale)}
            </li>
          ))}
        </ul>
      )}
      <h3>{past.length === 0 ? 'Nothing got past it' : `${String(past.length)} in work without an open problem`}</h3>
      <ul className={styles.rows}>
        {past.slice(0, shown).map(({ key, summary, how }) => (
          <li key={key}>
            <IssueLink issueKey={key} /> {summary} <span className={section.note}>{pastWords[how]}</span>
          </li>
        ))}
      </ul>
      {past.length > shown && <p className={section.note}>and {past.length - shown} more: search Jira for issue in withoutProblem()</p>}
    </div>
  );
}
