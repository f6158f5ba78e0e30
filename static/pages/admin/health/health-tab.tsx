import Button from '@atlaskit/button/new';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Output } from '../../../../src/contract';
import type { SetupCheck } from '../../../../src/contract/upkeep';
import { call } from '../../../api';
import { Empty, LookUp, reason } from '../../../parts/states';
import styles from '../admin-page.module.css';
import table from '../setup/plan-table.module.css';

type Checked = Output<'checkSetup'>;

/** Whether everything that was set up still stands, and how fresh the numbers are; each fault with its repair. */
export function HealthTab() {
  const query = useQuery({ queryKey: ['check'], queryFn: () => call('checkSetup', {}), staleTime: 0 });
  return (
    <LookUp query={query} what="what was set up">
      {(checked) =>
        checked.isSetUp ? (
          <Checks checked={checked} isChecking={query.isFetching} onCheck={() => query.refetch()} />
        ) : (
          <Empty title="Groundwork is not set up yet">
            <p>Open Setup. It shows a plan before it changes anything.</p>
          </Empty>
        )
      }
    </LookUp>
  );
}

interface ChecksProps {
  readonly checked: Checked;
  readonly isChecking: boolean;
  readonly onCheck: () => Promise<unknown>;
}

function Checks({ checked, isChecking, onCheck }: ChecksProps) {
  const broken = checked.checks.filter(({ state }) => state === 'broken');
  return (
    <>
      <p className={styles.lead} role="status">
        {broken.length === 0
          ? `All ${String(checked.checks.length)} checks are fine.`
          : `${String(broken.length)} of ${String(checked.checks.length)} checks found a fault.`}
      </p>
      <p className={styles.acts}>
        <Button isLoading={isChecking} onClick={() => void onCheck()}>
          Check again
        </Button>
      </p>
      <table className={table.plan}>
        <caption className="visually-hidden">What was checked</caption>
        <tbody>
          {[...broken, ...checked.checks.filter((check) => !broken.includes(check))].map((check) => (
            <CheckRow key={check.id} check={check} choices={checked.choices} onMended={onCheck} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function CheckRow({
  check,
  choices,
  onMended,
}: {
  readonly check: SetupCheck;
  readonly choices: Checked['choices'];
  readonly onMended: () => Promise<unknown>;
}) {
  const { title, state, found, means, repair, steps } = check;
  const mending = useMutation({
    mutationFn: async (): Promise<void> => {
      if (repair === null) return;
      if ('lineId' in repair) await call('applySetupLine', { lineId: repair.lineId, choices });
      else await call('readAgain', { projectId: repair.readAgain });
      await onMended();
    },
  });
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {found} {means !== '' && <span className={styles.means}>{means}</span>}
        {steps.length > 0 && state === 'broken' && (
          <ol className={table.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        {repair !== null && state === 'broken' && (
          <div className={table.acts}>
            <Button
              spacing="compact"
              isLoading={mending.isPending}
              onClick={() => {
                mending.mutate();
              }}
            >
              {'lineId' in repair ? 'Repair' : 'Read again'}
              <span className="visually-hidden">: {title}</span>
            </Button>
          </div>
        )}
        {mending.isError && <p role="alert">Not repaired. {reason(mending.error)} Trying again is safe.</p>}
      </td>
      <td>
        <span className={table.outcome}>
          {state === 'fine' && (
            <>
              <StatusSuccessIcon label="" color="var(--ds-icon-success)" /> Fine
            </>
          )}
          {state === 'broken' && (
            <>
              <StatusErrorIcon label="" color="var(--ds-icon-danger)" /> Broken
            </>
          )}
          {state === 'unknown' && 'Under way'}
        </span>
      </td>
    </tr>
  );
}
