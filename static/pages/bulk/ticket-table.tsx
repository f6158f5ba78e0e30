import type { WorkStepView } from '../../../src/contract/work';
import { IssueLink } from '../../parts/issue-link';
import styles from './bulk-page.module.css';
import type { SelectedIssue } from './selection';
import { outcomeOf, outcomeWords } from './words';

export interface TicketTableProps {
  readonly issues: readonly SelectedIssue[];
  readonly caption?: string | undefined;
  /** While tickets can still be chosen. */
  readonly choice?: { readonly wanted: ReadonlySet<string>; readonly onChange: (wanted: ReadonlySet<string>) => void };
  /** What came of them, by issue id. */
  readonly steps?: ReadonlyMap<string, WorkStepView>;
}

/** The tickets, each with what becomes of it. */
export function TicketTable({ issues, caption, choice, steps }: TicketTableProps) {
  const isAll = choice !== undefined && issues.every(({ id }) => choice.wanted.has(id));
  return (
    <div className={styles.scroll} role="region" aria-label="Tickets" tabIndex={0}>
      <table className={styles.tickets}>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {choice && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label="All of them"
                  checked={isAll}
                  onChange={() => {
                    choice.onChange(new Set(isAll ? [] : issues.map(({ id }) => id)));
                  }}
                />
              </th>
            )}
            <th scope="col">Ticket</th>
            <th scope="col">Summary</th>
            {steps && <th scope="col">Result</th>}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              {choice && (
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Tag ${issue.key}`}
                    checked={choice.wanted.has(issue.id)}
                    onChange={(event) => {
                      choice.onChange(toggled(choice.wanted, issue.id, event.currentTarget.checked));
                    }}
                  />
                </td>
              )}
              <th scope="row">
                <IssueLink issueKey={issue.key} />
              </th>
              <td>{issue.summary}</td>
              {steps && <Result step={steps.get(issue.id)} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Result({ step }: { readonly step: WorkStepView | undefined }) {
  const came = step && outcomeOf(step);
  if (!came) return <td className={styles.subtle}>Waits</td>;
  const { row, isGood } = outcomeWords[came.outcome];
  return <td className={isGood ? undefined : styles.bad}>{came.why === null || came.outcome !== 'refused' ? row : `Not tagged: ${came.why}`}</td>;
}

const toggled = (wanted: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> =>
  new Set(isOn ? [...wanted, id] : [...wanted].filter((other) => other !== id));
