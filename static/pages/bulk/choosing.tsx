import Button from '@atlaskit/button/new';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import { useId, useState, type ReactNode } from 'react';
import type { StatementChoice } from '../../../src/contract/panel';
import { mostSteps } from '../../../src/contract/work';
import type { Severity } from '../../../src/domain/evidence';
import type { Stance } from '../../../src/domain/link-kinds';
import { SeverityChoice } from '../../parts/severity-choice';
import { reason } from '../../parts/states';
import { useStatements } from '../../parts/use-statements';
import type { OpenedWork } from '../../parts/use-work';
import styles from './bulk-page.module.css';
import { fittingOf } from './fitting';
import { useStart } from './queries';
import type { Selection } from './selection';
import { StatementField } from './statement-field';
import { TicketTable } from './ticket-table';
import { saidLeftOut, tickets } from './words';

export interface ChoosingProps {
  readonly selection: Selection;
  readonly onStarted: (opened: OpenedWork) => void;
  /** The way back to what was tagged before. */
  readonly earlier: ReactNode;
}

const pickedOf = ({ issues, isPicked }: Selection): ReadonlySet<string> => new Set(isPicked ? issues.map(({ id }) => id) : []);

/** Which statement, for or against, how severe, which tickets; and who will read it, before anything is written. */
export function Choosing({ selection, onStarted, earlier }: ChoosingProps) {
  const { issues, isCut } = selection;
  const [statement, setStatement] = useState<StatementChoice>();
  const [stance, setStance] = useState<Stance>('for');
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [seen, setSeen] = useState(selection);
  const [wanted, setWanted] = useState(() => pickedOf(selection));
  // Other tickets were asked for; what was chosen for them stays.
  if (seen !== selection) {
    setSeen(selection);
    setWanted(pickedOf(selection));
  }
  const [asks, setAsks] = useState<string>();
  const start = useStart(onStarted);
  const name = useId();
  // The list that the field below asks for, too: it tells statements among the tickets for free.
  const known = useStatements(issues[0]?.id ?? '', issues.length > 0);
  const { fits, leftOut } = fittingOf(issues, known.data?.statements ?? [], statement);
  const chosen = fits.filter(({ id }) => wanted.has(id));
  const submit = (): void => {
    if (statement === undefined) setAsks('Pick the statement first.');
    else if (chosen.length === 0) setAsks('Tick the tickets first.');
    else start.mutate({ issueIds: chosen.map(({ id }) => id), statementId: statement.id, stance, severity });
  };
  return (
    <>
      <StatementField
        issues={issues}
        picked={statement}
        onPick={(picked) => {
          setStatement(picked);
          setAsks(undefined);
        }}
      />
      <div className={styles.line}>
        <fieldset className={styles.choice}>
          <legend>They speak</legend>
          {(['for', 'against'] as const).map((own) => (
            <label key={own}>
              <input
                type="radio"
                name={name}
                checked={stance === own}
                onChange={() => {
                  setStance(own);
                }}
              />
              {own} it
            </label>
          ))}
        </fieldset>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={severity === null}
            onChange={(event) => {
              setSeverity(event.currentTarget.checked ? null : 'major');
            }}
          />
          Severity from each ticket’s priority
        </label>
        {severity !== null && <SeverityChoice value={severity} onChange={setSeverity} />}
      </div>
      {leftOut.length > 0 && <p role="status">{saidLeftOut(leftOut.map(({ key }) => key))}</p>}
      <TicketTable
        issues={fits}
        caption={isCut ? `The first ${tickets(mostSteps)} of more: do the rest afterwards` : undefined}
        choice={{ wanted, onChange: setWanted }}
      />
      <footer className={styles.foot}>
        <p className={styles.readers}>
          <EyeOpenIcon label="" />
          <span>
            Everyone who can browse {statement?.key ?? 'the statement'} will see that customers of these tickets speak {stance} it. A ticket is named only to
            those who can browse it; its words are not shown.
          </span>
        </p>
        {asks !== undefined && <p role="alert">{asks}</p>}
        {start.isError && <p role="alert">{reason(start.error)} Nothing was tagged.</p>}
        <div className={styles.acts}>
          <Button appearance="primary" isLoading={start.isPending} onClick={submit}>
            {`Tag ${tickets(chosen.length)}${statement ? ` ${stance} ${statement.key}` : ''}`}
          </Button>
          {earlier}
        </div>
      </footer>
    </>
  );
}
