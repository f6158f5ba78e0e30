import Button from '@atlaskit/button/new';
import type { GateView } from '../../../../src/contract/gate';
import { dayOf } from '../../../parts/days';
import { IssueLink } from '../../../parts/issue-link';
import { PersonName } from '../../../parts/person-name';
import { reason } from '../../../parts/states';
import section from '../settings-page.module.css';
import table from '../source-table.module.css';
import styles from './gate-section.module.css';
import { useEndExemption } from './queries';

interface ExemptionsProps {
  readonly projectId: string;
  readonly exemptions: GateView['exemptions'];
  readonly locale: string;
}

/** Who is let past, why, by whom and until when. */
export function Exemptions({ projectId, exemptions, locale }: ExemptionsProps) {
  const ending = useEndExemption(projectId);
  if (exemptions.length === 0) return <p className={section.note}>No epic is exempt. The panel on an epic without a problem offers it.</p>;
  return (
    <>
      <h3>
        {exemptions.length} exempt
        <span className="visually-hidden"> from the gate</span>
      </h3>
      <table className={`${table.table} ${styles.exempt}`}>
        <thead>
          <tr>
            <th scope="col">Epic</th>
            <th scope="col">Reason</th>
            <th scope="col">By</th>
            <th scope="col">Until</th>
            <th scope="col">
              <span className="visually-hidden">End</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {exemptions.map(({ id, key, summary, reason: why, owner, until }) => (
            <tr key={id}>
              <th scope="row">
                <IssueLink issueKey={key} /> {summary}
              </th>
              <td>{why}</td>
              <td>
                <PersonName accountId={owner} />
              </td>
              <td>{dayOf(until, locale)}</td>
              <td>
                <Button
                  spacing="compact"
                  isLoading={ending.isPending && ending.variables === id}
                  onClick={() => {
                    ending.mutate(id);
                  }}
                >
                  End now<span className="visually-hidden"> for {key}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending.isError && (
        <p role="alert" className={section.note}>
          Not ended. {reason(ending.error)}
        </p>
      )}
    </>
  );
}
