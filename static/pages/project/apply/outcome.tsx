import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { reason } from '../../../parts/failure-words';
import { IssueLink } from '../../../parts/issue-link';
import { isOver, type DrivenWork, type OpenedWork } from '../../../parts/use-work';
import styles from './apply.module.css';

interface OutcomeProps {
  readonly driven: DrivenWork;
  readonly opened: OpenedWork;
  readonly view: RankingView;
}

/** How far it is, what did not go as planned, and the undo that restores the order from before. */
export function Outcome({ driven, opened: { work, steps }, view }: OutcomeProps) {
  const { undo, pause, resume, leave, driving, failure, waitSeconds } = driven;
  const canUndo = work.phase === 'done' || work.phase === 'stopped';
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
  const isUndoing = work.phase === 'undoing' || work.phase === 'undone';
  const looked = isUndoing ? work.undone : work.done;
  const keys = new Map(view.items.map(({ id, key }) => [id as string, key]));
  const astray = steps.filter(({ outcome, undo: back }) =>
    isUndoing ? back?.outcome === 'kept' && back.why !== null : outcome !== null && outcome.outcome !== 'done',
  );
  return (
    <div className={styles.outcome}>
      <h2 role="status">{headline(work.phase, looked, work.of, astray.length)}</h2>
      {!isOver(work) && <progress aria-label="Calls made" value={looked} max={Math.max(1, work.of)} />}
      {driving === 'waiting' && <p className={styles.note}>Jira asks for a pause; it goes on in {waitSeconds} s.</p>}
      {failure && (
        <p role="alert" className={styles.failed}>
          It stopped. {reason(failure)} What is done stays; going on is safe.
        </p>
      )}
      {astray.length > 0 && (
        <ul className={styles.astray}>
          {astray.map(({ subject, outcome, undo: back }) => (
            <li key={subject}>
              {keys.has(subject) ? <IssueLink issueKey={keys.get(subject) ?? ''} /> : 'A move'} {(isUndoing ? back?.why : outcome?.why) ?? 'Jira didn’t do it.'}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.acts}>
        {!isOver(work) &&
          (driving === 'paused' ? (
            <Button appearance="primary" onClick={resume}>
              Go on
            </Button>
          ) : (
            <Button onClick={pause}>Pause</Button>
          ))}
        {canUndo && (
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
      {canUndo && <p className={styles.note}>Kept as a decision: order, evidence and weights, to replay at any time.</p>}
    </div>
  );
}

function headline(phase: OpenedWork['work']['phase'], looked: number, of: number, astray: number): string {
  const calls = `${String(looked)} of ${String(of)} ${of === 1 ? 'move' : 'moves'}`;
  switch (phase) {
    case 'doing':
      return `Applying: ${calls}`;
    case 'undoing':
      return `Taking back: ${calls}`;
    case 'stopped':
      return `Stopped after ${calls}`;
    case 'undone':
      return astray === 0 ? 'Taken back: Jira’s order is the one from before' : `Taken back, but for ${String(astray)}`;
    case 'done':
      return astray === 0 ? 'Applied: Jira’s order is this one' : `Applied, but for ${String(astray)}`;
  }
}
