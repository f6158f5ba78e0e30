import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { GateView } from '../../../../src/contract/gate';
import { dayOf } from '../../../parts/days';
import { IssueLink } from '../../../parts/issue-link';
import { PersonName } from '../../../parts/person-name';
import { reason } from '../../../parts/states';
import section from '../settings-page.module.css';
import table from '../source-table.module.css';
import styles from './gate-section.module.css';
import { useEndExemption } from './queries';

const ExemptionForm = lazy(() => import('./exemption-form').then(({ ExemptionForm }) => ({ default: ExemptionForm })));

export interface ExemptionsProps {
  readonly project: { readonly id: string; readonly key: string };
  readonly gate: GateView;
  readonly locale: string;
}

/** Who is let past, why, by whom and until when; and the way to let one more past. */
export function Exemptions({ project, gate: { exemptions, past, state }, locale }: ExemptionsProps) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <section className={styles.exemptions} aria-labelledby="exemptions">
      <header>
        <h3 id="exemptions">
          Exemptions <span className={section.note}>{exemptions.length === 0 ? 'none in force' : `${String(exemptions.length)} in force`}</span>
        </h3>
        {!isOpen && state !== 'none' && (
          <Button
            spacing="compact"
            autoFocus={wasOpen}
            onClick={() => {
              setOpen(true);
            }}
          >
            Add exemption
          </Button>
        )}
      </header>
      {isOpen && (
        <Suspense fallback={null}>
          <ExemptionForm
            project={project}
            keys={past.filter(({ how }) => how !== 'exempt').map(({ key, summary }) => ({ key, summary }))}
            onClose={() => {
              setWasOpen(true);
              setOpen(false);
            }}
          />
        </Suspense>
      )}
      {exemptions.length === 0 && <p className={section.note}>No epic is exempt. The panel on an epic without a problem offers it, too.</p>}
      {exemptions.length > 0 && <ExemptionTable projectId={project.id} exemptions={exemptions} locale={locale} />}
    </section>
  );
}

interface ExemptionTableProps {
  readonly projectId: string;
  readonly exemptions: GateView['exemptions'];
  readonly locale: string;
}

function ExemptionTable({ projectId, exemptions, locale }: ExemptionTableProps) {
  const ending = useEndExemption(projectId);
  return (
    <>
      <table className={`${table.table} ${styles.exempt}`}>
        <thead>
          <tr>
            <th scope="col">Epic</th>
            <th scope="col">Reason</th>
            <th scope="col">Owner</th>
            <th scope="col">Ends</th>
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
              <td data-label="Reason">{why}</td>
              <td data-label="Owner">
                <PersonName accountId={owner} />
              </td>
              <td data-label="Ends">{dayOf(until, locale)}</td>
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
