import Button from '@atlaskit/button/new';
import type { SetupChoices, SetupPlan } from '../../../../src/contract/setup';
import styles from './choices.module.css';
import { changesBetween } from './merge-choices';

export interface Conflict {
  readonly before: SetupChoices;
  readonly theirs: SetupChoices;
  readonly by: string;
  /** Epoch seconds. */
  readonly at: number | undefined;
}

export interface ConflictNoteProps {
  readonly conflict: Conflict;
  readonly projects: SetupPlan['projects'];
  readonly isWaiting: boolean;
  readonly onGoOn: () => void;
}

/** Somebody else saved first: whose change it was, that both are kept, and one click to go on. */
export function ConflictNote({ conflict: { before, theirs, by, at }, projects, isWaiting, onGoOn }: ConflictNoteProps) {
  const changes = changesBetween(before, theirs, (id) => projects.find((project) => project.id === id)?.name ?? id);
  return (
    <div className={styles.shared} role="alert">
      <h2>
        {by} saved other choices{at === undefined ? '' : ` at ${new Date(at * 1_000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`}. Nothing
        is lost.
      </h2>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p>That is kept, beside what you changed. Nothing of yours was applied yet; the plan below is for both.</p>
      <Button appearance="default" isDisabled={isWaiting} onClick={onGoOn}>
        Apply both
      </Button>
    </div>
  );
}
