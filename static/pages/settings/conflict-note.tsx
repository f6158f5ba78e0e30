import Button from '@atlaskit/button/new';
import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import { asTheirs, fieldWords } from './merge';
import styles from './settings-page.module.css';
import type { Conflict } from './use-saving';

export interface ConflictNoteProps {
  readonly conflict: Conflict;
  readonly draft: ProjectSettingsView;
  readonly onChange: (settings: ProjectSettingsView) => void;
}

/** Somebody else saved first: what they changed is kept, and what both changed is this person's choice. */
export function ConflictNote({ conflict: { taken, disputed, theirs }, draft, onChange }: ConflictNoteProps) {
  const words = (fields: typeof taken) => fields.map((field) => fieldWords[field]).join(', ');
  return (
    <div className={styles.warning} role="alert">
      <h2>Somebody else saved while you were here. Nothing is lost.</h2>
      {taken.length > 0 && <p>They changed: {words(taken)}. That is kept, beside what you changed.</p>}
      {disputed.map((field) => {
        const isTheirs = JSON.stringify(draft[field]) === JSON.stringify(theirs[field]);
        return (
          <p key={field}>
            You both changed {fieldWords[field]}. {isTheirs ? 'Theirs is taken.' : 'Yours is on screen.'}{' '}
            {!isTheirs && (
              <Button
                spacing="compact"
                onClick={() => {
                  onChange(asTheirs(draft, theirs, field));
                }}
              >
                Take theirs
              </Button>
            )}
          </p>
        );
      })}
      <p>Look it over, then save again.</p>
    </div>
  );
}
