import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { discoveryWords } from '../../../../src/domain/discovery';
import { leftBehind, reason } from '../../../parts/failure-words';
import { IssueLink } from '../../../parts/issue-link';
import type { DecidingQuestion } from '../rank/flips';
import type { PlacedItem } from '../rank/order';
import styles from './discovery-task.module.css';
import { useDiscoveryTask } from './queries';

export interface DiscoveryTaskButtonProps {
  readonly question: DecidingQuestion;
  readonly lower: PlacedItem;
  readonly upper: PlacedItem;
  /** In how many of 100 draws the upper one comes first. */
  readonly draws: number;
  readonly view: RankingView;
}

/** One click makes the question a Jira issue; its text can be read before, and it can be undone. */
export function DiscoveryTaskButton({ question: { problem, need, stance }, lower, upper, draws, view }: DiscoveryTaskButtonProps) {
  const asked = { problemId: problem.id, itemId: lower.item.id, aheadId: upper.item.id, need, stance, draws };
  const { made, create, undo } = useDiscoveryTask(asked, [...new Set([problem.projectId, view.project.id])]);
  const [isOpen, setIsOpen] = useState(false);
  const textId = useId();
  const done = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: whoever works by keyboard goes on with what took its place.
  useEffect(() => {
    if (create.isSuccess) done.current?.focus();
  }, [create.isSuccess]);
  const failure = create.error ?? undo.error;
  const sentence = problem.isRestricted ? undefined : problem.sentence;
  const words = discoveryWords({ problem: { key: problem.key, sentence }, need, stance, itemKey: lower.item.key, aheadKey: upper.item.key, draws });
  return (
    <div className={styles.task}>
      {made ? (
        <p role="status">
          <IssueLink issueKey={made.task.key} /> asks this now{made.task.isLinked ? `, linked to ${problem.key}` : ''}.{' '}
          {made.task.canUndo && undo.data?.outcome !== 'kept' && (
            <Button
              ref={done}
              spacing="compact"
              isLoading={undo.isPending}
              onClick={() => {
                undo.mutate(made);
              }}
            >
              Undo
            </Button>
          )}
          {undo.data?.outcome === 'kept' && 'It stays: somebody has begun with it, or you may not delete it.'}
        </p>
      ) : (
        <p className={styles.acts}>
          <Button
            isLoading={create.isPending}
            onClick={() => {
              create.mutate();
            }}
          >
            Create discovery task
          </Button>
          <Button
            appearance="subtle"
            aria-expanded={isOpen}
            aria-controls={textId}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            See its text
          </Button>
          {undo.isSuccess && <span role="status">Taken back.</span>}
        </p>
      )}
      {failure && (
        <p role="alert" className={styles.failed}>
          {reason(failure)} {leftBehind(failure)}
        </p>
      )}
      <div id={textId} hidden={!isOpen || made !== undefined} className={styles.text}>
        <b>{words.summary}</b>
        {words.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>In your name, in the problem’s project; where that takes no tasks, in {view.project.name}, and then with the problem’s key alone.</p>
      </div>
    </div>
  );
}
