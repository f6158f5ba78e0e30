import type { LeftIssue } from '../../../../src/contract/work';
import { IssueLink } from '../../../parts/issue-link';
import styles from './apply.module.css';

export interface LeftLine {
  readonly id: string;
  readonly why: LeftIssue['why'] | 'failed';
}

/** What to do, and never why a person may not see something. */
const words: Readonly<Record<LeftLine['why'], string>> = {
  forbidden: 'You may not rank it: ask for “Schedule issues” in its project, then try again.',
  busy: 'Jira was busy; nothing was changed. Try again.',
  failed: 'It broke on our side; nothing is lost. Try again.',
  theirs: 'Somebody else moved it; it is where they put it.',
  lost: 'What it should stand beside was moved; it was left where it is.',
  gone: 'It is gone, or you may not see it any more. Nothing is to be done.',
};

export function LeftList({
  lines,
  keys,
  isUndoing,
}: {
  readonly lines: readonly LeftLine[];
  readonly keys: ReadonlyMap<string, string>;
  readonly isUndoing: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <table className={styles.left}>
      <caption className="visually-hidden">{isUndoing ? 'Not taken back' : 'Not moved'}</caption>
      <tbody>
        {lines.map(({ id, why }) => (
          <tr key={id}>
            <th scope="row">{keys.has(id) ? <IssueLink issueKey={keys.get(id) ?? ''} /> : 'An issue'}</th>
            <td>{words[why]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
