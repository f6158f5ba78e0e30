import { useState } from 'react';
import type { SetupChoices, SetupLine, SetupPlan } from '../../../../src/contract/setup';
import { call } from '../../../api';
import styles from '../admin-page.module.css';
import { Choices } from './choices';
import { ConflictNote, type Conflict } from './conflict-note';
import { merged } from './merge-choices';
import { OpenNumbers } from './open-numbers';
import { PlanFoot } from './plan-foot';
import { PlanTable } from './plan-table';
import { Progress } from './progress';
import { readName } from '../../../parts/person-name';
import { Screens } from './screens';
import { SettingsFile } from './settings-file';
import { useApply } from './use-apply';

const isToDo = ({ state }: SetupLine): boolean => state === 'will-create' || state === 'will-add';

export interface PlanProps {
  readonly plan: SetupPlan;
  /** What is ticked now; the plan for it may still be on its way. */
  readonly choices: SetupChoices;
  readonly isStale: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
  readonly onCheckAgain: () => void;
}

/** The plan with everything that decides it; nothing is changed before the button is pressed. */
export function Plan({ plan, choices, isStale, onChoose, onCheckAgain }: PlanProps) {
  /** What the choices were before this person touched them. */
  const [before, setBefore] = useState(plan.choices);
  const [conflict, setConflict] = useState<Conflict>();
  const meet = async (): Promise<void> => {
    const theirs = await call('planSetup', { choices: null });
    setConflict({ before, theirs: theirs.choices, by: (theirs.saved && (await readName(theirs.saved.by))) ?? 'Another admin', at: theirs.saved?.at });
    setBefore(theirs.choices);
    onChoose(merged(before, choices, theirs.choices));
  };
  const { progress, apply, pause, resume, retry, forget } = useApply(() => void meet());
  const toDo = plan.lines.filter((line) => isToDo(line) && progress.lines.get(line.id)?.kind !== 'done');
  const isRunning = progress.phase === 'running';
  const choose = (next: SetupChoices): void => {
    if (progress.phase === 'finished') {
      forget();
      setBefore(plan.choices);
    }
    onChoose(next);
  };
  const applyAll = (): void => {
    setConflict(undefined);
    void apply(plan, toDo);
  };
  return (
    <>
      <p className={styles.lead}>{leadOf(progress.phase, toDo.length, plan.saved !== null && JSON.stringify(choices) === JSON.stringify(before))}</p>
      {(progress.phase === 'idle' || progress.phase === 'finished') && <Counts lines={plan.lines} />}
      {conflict && <ConflictNote conflict={conflict} projects={plan.projects} isWaiting={isStale} onGoOn={applyAll} />}
      {progress.phase !== 'idle' && <Progress progress={progress} onPause={pause} onResume={() => void resume()} />}
      <Choices plan={plan} choices={choices} isDisabled={isRunning} onChoose={choose} />
      <OpenNumbers plan={plan} choices={choices} isDisabled={isRunning} onChoose={choose} />
      <Screens plan={plan} choices={choices} isDisabled={isRunning} onChoose={choose} />
      <PlanTable
        plan={plan}
        choices={choices}
        progress={progress.lines}
        isRunning={isRunning}
        onChoose={choose}
        onRetry={(line) => void retry(line, plan.choices)}
        onCheckAgain={onCheckAgain}
      />
      <SettingsFile isDisabled={isRunning} onChoose={choose} />
      <PlanFoot plan={plan} toDo={toDo} progress={progress} isStale={isStale} onApply={applyAll} />
    </>
  );
}

function leadOf(phase: string, left: number, isAsSaved: boolean): string {
  if (phase === 'running') return 'Keep this page open. If you close it, it stops after the line it is at, and what is left stands here when you come back.';
  if (left === 0) return 'Everything in the plan is in place. Run it again at any time: nothing is doubled, nothing deleted.';
  if (isAsSaved || phase !== 'idle') return 'What was chosen is saved, and not all of it is in place. Applying goes on with what is left.';
  return 'This is the plan. Nothing in it has been changed yet. Run it again at any time: same plan, nothing doubled, nothing deleted.';
}

function Counts({ lines }: { readonly lines: readonly SetupLine[] }) {
  const of = (...states: readonly SetupLine['state'][]): number => lines.filter(({ state }) => states.includes(state)).length;
  const counts = [
    [of('exists'), 'exist', true],
    [of('will-create', 'will-add'), 'to create or add', true],
    [of('choose'), 'to choose', false],
    [of('by-hand'), 'by hand', true],
    [of('not-possible'), 'not possible', true],
    [of('left-out'), 'left out', false],
  ] as const;
  return (
    <p className={styles.counts}>
      {counts.map(([n, words, isAlwaysShown]) =>
        n > 0 || isAlwaysShown ? (
          <span key={words}>
            <b>{n}</b> {words}
          </span>
        ) : null,
      )}
    </p>
  );
}
