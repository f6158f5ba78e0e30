import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { SetupChoices, SetupLine, SetupPlan } from '../../../src/contract/setup';
import { Failed, Loading, reason } from '../../parts/states';
import styles from './admin-page.module.css';
import { Choices } from './choices';
import { PlanTable } from './plan-table';
import { usePlan } from './queries';
import { useApply } from './use-apply';

const isToDo = ({ state }: SetupLine): boolean => state === 'will-create' || state === 'will-add';

/** Setup for the Jira admin: the plan first, then its progress, and the same plan again at any time. */
export function AdminPage() {
  const [choices, setChoices] = useState<SetupChoices | null>(null);
  const plan = usePlan(choices);
  return (
    <main className={styles.page}>
      <h1>Set up Groundwork</h1>
      {plan.isPending && <Loading what="what exists" />}
      {plan.isError && <Failed what="the plan" failure={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && (
        <Plan
          plan={plan.data}
          choices={choices ?? plan.data.choices}
          isStale={plan.isPlaceholderData}
          onChoose={setChoices}
          onCheckAgain={() => void plan.refetch()}
        />
      )}
    </main>
  );
}

interface PlanProps {
  readonly plan: SetupPlan;
  /** What is ticked now; the plan for it may still be on its way. */
  readonly choices: SetupChoices;
  readonly isStale: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
  readonly onCheckAgain: () => void;
}

function Plan({ plan, choices, isStale, onChoose, onCheckAgain }: PlanProps) {
  const { progress, apply } = useApply();
  const toDo = plan.lines.filter(isToDo);
  const isRunning = progress.kind === 'running';
  const counts = [
    [plan.lines.filter(({ state }) => state === 'exists').length, 'exist'],
    [toDo.length, 'to create or add'],
    [plan.lines.filter(({ state }) => state === 'by-hand').length, 'by hand'],
    [plan.lines.filter(({ state }) => state === 'not-possible').length, 'not possible'],
  ] as const;
  return (
    <>
      <p className={styles.lead}>
        {toDo.length === 0
          ? 'Everything in the plan is in place. Run it again at any time: nothing is doubled, nothing deleted.'
          : 'This is the plan. Nothing in it has been changed yet. Run it again at any time: same plan, nothing doubled, nothing deleted.'}
      </p>
      <p className={styles.counts}>
        {counts.map(([n, words]) => (
          <span key={words}>
            <b>{n}</b> {words}
          </span>
        ))}
      </p>
      <Choices plan={plan} choices={choices} isDisabled={isRunning} onChoose={onChoose} />
      <PlanTable
        lines={plan.lines}
        failed={progress.kind === 'finished' ? progress.failed : new Map()}
        onRetry={(line) => void apply([line], plan.choices)}
        onCheckAgain={onCheckAgain}
      />
      <footer className={styles.foot}>
        {progress.kind === 'running' && (
          <p role="status" className={styles.progress}>
            <progress aria-label="Changes applied" value={progress.done} max={progress.of} /> {progress.done} of {progress.of}: {progress.title}
          </p>
        )}
        {progress.kind === 'finished' && (
          <p role="status">
            {progress.failed.size === 0
              ? 'Set up. Groundwork now reads the chosen projects; that goes on by itself.'
              : `${String(progress.failed.size)} of the changes did not work. Each can be tried again; the others stand.`}
            {progress.failed.has('finish') && ` The choices could not be saved: ${reason(progress.failed.get('finish') ?? new Error())}`}
          </p>
        )}
        <div className={styles.acts}>
          <Button appearance="primary" isLoading={isRunning} isDisabled={isStale} onClick={() => void apply(toDo, plan.choices)}>
            {toDo.length === 0 ? 'Save and read the projects' : `Apply ${String(toDo.length)} change${toDo.length === 1 ? '' : 's'}`}
          </Button>
          <span className={styles.note}>Done in your name. Nothing is deleted.</span>
        </div>
      </footer>
    </>
  );
}
