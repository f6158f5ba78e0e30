import type { GateView } from '../../../../src/contract/gate';
import { dayOf } from '../../../parts/days';
import { pastWords } from '../../../parts/gate-words';
import { IssueLink } from '../../../parts/issue-link';
import section from '../settings-page.module.css';
import styles from './gate-section.module.css';

const shown = 10;

/** What came past the gate without a problem, as far as Groundwork reads the project. */
export function Past({
  view: { past, isAudited, counted },
  locale,
}: {
  readonly view: Pick<GateView, 'past' | 'isAudited' | 'counted'>;
  readonly locale: string;
}) {
  if (!isAudited)
    return (
      <p className={section.note}>
        What got past it isn’t known: Groundwork doesn’t read this project’s items. A Jira admin adds it to the ranked projects: Jira settings, Apps,
        Groundwork, Setup.
      </p>
    );
  return (
    <div>
      <h3>{past.length === 0 ? 'Nothing got past it' : `${String(past.length)} got past it`}</h3>
      {past.length > 0 && <p className={section.note}>In work without an open problem, or finished in the last {counted.days} days without any.</p>}
      <ul className={styles.rows}>
        {past.slice(0, shown).map(({ key, summary, how, at, reason }) => (
          <li key={key}>
            <IssueLink issueKey={key} /> {summary}{' '}
            <span className={section.note}>
              {pastWords[how]}
              {at !== null && `, ${dayOf(at, locale)}`}
              {reason !== null && `: ${reason}`}
            </span>
          </li>
        ))}
      </ul>
      {past.length > shown && <p className={section.note}>and {past.length - shown} more: search Jira for issue in withoutProblem()</p>}
    </div>
  );
}
