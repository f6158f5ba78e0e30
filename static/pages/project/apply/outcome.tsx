import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { LeftIssue, WorkStepView } from '../../../../src/contract/work';
import { reason } from '../../../parts/failure-words';
import { isOver, type OpenedWork } from '../../../parts/use-work';
import styles from './apply.module.css';
import { LeftList, type LeftLine } from './left-list';
import { MovedMeanwhile } from './moved-meanwhile';
import type { Applying } from './queries';

interface OutcomeProps {
  readonly applying: Applying;
  readonly opened: OpenedWork;
  readonly view: RankingView;
}

/** How far it is, what did not go as planned and what to do about it, and the undo that restores the order from before. */
export function Outcome({ applying: { driven, retry }, opened: { work, steps }, view }: OutcomeProps) {
  const { undo, pause, resume, stop, leave, driving, failure, waitSeconds } = driven;
  const [isKept, setKept] = useState(false);
  const isUndoing = work.phase === 'undoing' || work.phase === 'undone';
  const canUndo = !isUndoing && (isOver(work) || driving === 'paused');
  useEffect(() => {
    if (!canUndo) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'u' && !event.ctrlKey && !event.metaKey) undo();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [canUndo, undo]);
  const keys = new Map(view.items.map(({ id, key }) => [id as string, key]));
  const left = leftIn(steps, isUndoing);
  const theirs = left.filter(({ why }) => why === 'theirs' || why === 'lost');
  const others = left.filter(({ why }) => why !== 'theirs' && why !== 'lost');
  const again = others.filter(({ why }) => why !== 'gone').length;
  const of = steps.reduce((sum, { size }) => sum + (size ?? 1), 0);
  const looked = steps.filter((step) => (isUndoing ? step.undo : step.outcome) !== null).reduce((sum, { size }) => sum + (size ?? 1), 0);
  const moved = looked - left.length;
  return (
    <div className={styles.outcome}>
      <h2 role="status">{headline(work.phase, moved, of, left.length)}</h2>
      {!isOver(work) && (
        <>
          <progress aria-label="Items moved" value={looked} max={Math.max(1, of)} />
          <p className={styles.note}>Done in your name, with this page open. Closing it pauses; opening it goes on.</p>
        </>
      )}
      {driving === 'waiting' && <p className={styles.note}>Jira asks for a pause; it goes on in {waitSeconds} s.</p>}
      {(failure ?? retry.error) && (
        <p role="alert" className={styles.failed}>
          It stopped. {reason(failure ?? retry.error ?? new Error())} What is done stays; going on is safe.
        </p>
      )}
      {!isKept && !isUndoing && (
        <MovedMeanwhile
          moved={theirs.map(({ id }) => ({ id, key: keys.get(id) ?? 'An issue' }))}
          onKeep={() => {
            setKept(true);
          }}
          onLookAgain={() => {
            // A plan that goes on from an order that is no more would only be left half-way.
            if (!isOver(work)) stop();
            leave();
          }}
        />
      )}
      <LeftList lines={isUndoing ? left : others} keys={keys} isUndoing={isUndoing} />
      <p className={styles.acts}>
        {!isOver(work) && (
          <>
            {driving === 'paused' ? (
              <Button appearance="primary" onClick={resume}>
                Go on
              </Button>
            ) : (
              <Button onClick={pause}>Pause</Button>
            )}
            {!isUndoing && (
              <Button appearance="subtle" onClick={undo}>
                Stop and undo
              </Button>
            )}
          </>
        )}
        {work.phase === 'done' && again > 0 && (
          <Button
            isLoading={retry.isPending}
            onClick={() => {
              retry.mutate(work.id);
            }}
          >
            Try {again} again
          </Button>
        )}
        {canUndo && isOver(work) && (
          <Button onClick={undo}>
            Undo all <kbd>u</kbd>
          </Button>
        )}
        {isOver(work) && (
          <Button appearance="subtle" onClick={leave}>
            Look at Jira’s order again
          </Button>
        )}
      </p>
      {!isUndoing && isOver(work) && (
        <p className={styles.note}>Kept as a decision: order, evidence and settings, to replay at any time. Undo puts back the exact order from before.</p>
      )}
    </div>
  );
}

/** Of each issue that is not where it should be: why. A step that says nothing of single issues is about all of them. */
function leftIn(steps: readonly WorkStepView[], isUndoing: boolean): readonly LeftLine[] {
  return steps.flatMap((step): readonly LeftLine[] => {
    const outcome = isUndoing ? step.undo : step.outcome;
    if (!outcome || outcome.outcome === 'done' || outcome.outcome === 'undone') return [];
    if (outcome.left) return outcome.left;
    if (outcome.outcome === 'kept' && outcome.why === null) return [];
    return [{ id: step.subject, why: whyOf[outcome.outcome] ?? 'failed' }];
  });
}

const whyOf: Readonly<Record<string, LeftIssue['why'] | undefined>> = { forbidden: 'forbidden', gone: 'gone', refused: 'theirs', kept: 'theirs' };

function headline(phase: OpenedWork['work']['phase'], moved: number, of: number, left: number): string {
  const items = `${String(moved)} of ${String(of)}`;
  switch (phase) {
    case 'doing':
      return `Applying: ${items} moved`;
    case 'undoing':
      return `Taking back: ${items} moved back`;
    case 'stopped':
      return `Stopped: ${items} moved`;
    case 'undone':
      return left === 0 ? 'Taken back: Jira’s order is the one from before' : `Taken back, but for ${String(left)}`;
    case 'done':
      return left === 0 ? 'Applied: Jira’s order is this one' : `${items} moved, ${String(left)} ${left === 1 ? 'is' : 'are'} not`;
  }
}
