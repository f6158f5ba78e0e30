import { useQuery } from '@tanstack/react-query';
import { call, CallFailure } from '../../../api';
import { dayOf } from '../../../parts/days';
import { pastWords } from '../../../parts/gate-words';
import { IssueLink } from '../../../parts/issue-link';
import styles from './health.module.css';

const shown = 20;

/** Epics in work that state no open problem, for the project's admins; nobody else is told of it. */
export function PastTheGate({ projectId, locale }: { readonly projectId: string; readonly locale: string }) {
  const gate = useQuery({ queryKey: ['gate', projectId], queryFn: () => gateForAdmins(projectId) });
  const past = gate.data?.past ?? [];
  if (past.length === 0) return null;
  const exemptUntil = new Map(gate.data?.exemptions.map(({ key, until }) => [key, until]));
  const isOpen = past.some(({ key }) => !exemptUntil.has(key));
  return (
    <section className={styles.past} aria-label="Got past the gate">
      <h2>{past.length} got past the gate</h2>
      <p>
        They are in work without an open problem, or were finished in the last {gate.data?.counted.days} days without any.{' '}
        {isOpen
          ? 'Open one that is not exempt and link its problem, or exempt it there with a reason.'
          : 'Each of them is exempt: nothing has to be done until that ends.'}
      </p>
      <ul>
        {past.slice(0, shown).map(({ key, summary, status, how }) => (
          <li key={key}>
            <IssueLink issueKey={key} /> {summary} · {status} · {untilWords(exemptUntil.get(key), locale) ?? pastWords[how]}
          </li>
        ))}
      </ul>
      {past.length > shown && <p>and {past.length - shown} more: search Jira for issue in withoutProblem()</p>}
    </section>
  );
}

const untilWords = (until: number | undefined, locale: string): string | undefined =>
  until === undefined ? undefined : `exempt until ${dayOf(until, locale)}`;

/** null: this person does not administer the project. */
async function gateForAdmins(projectId: string) {
  try {
    return await call('openGate', { projectId });
  } catch (failure) {
    if (failure instanceof CallFailure && failure.code === 'forbidden') return null;
    throw failure;
  }
}
