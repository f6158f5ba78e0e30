import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import styles from './settings-page.module.css';
import { isSameThing } from './things';
import type { Conflict } from './use-saving';

export interface ConflictNoteProps {
  readonly conflict: Conflict;
  readonly draft: ProjectSettingsView;
  /** Something is left to save. */
  readonly isChanged: boolean;
  readonly onChange: (settings: ProjectSettingsView) => void;
}

/** Somebody else saved first: what they changed is kept, and what both changed is this person's choice. */
export function ConflictNote({ conflict, draft, isChanged, onChange }: ConflictNoteProps) {
  const { taken, disputed, theirs } = conflict;
  const note = useRef<HTMLDivElement>(null);
  // Save stands at the foot of the page, and the note at its head: who pressed the one is brought to the other.
  useEffect(() => {
    note.current?.focus();
  }, [conflict]);
  return (
    <div ref={note} tabIndex={-1} className={styles.warning} role="alert">
      <h2>Somebody else saved while you were here. Nothing is lost.</h2>
      {taken.length > 0 && <p>They changed: {taken.map(({ name }) => name).join(', ')}. That is kept, beside what you changed.</p>}
      {disputed.map((thing) => {
        const isTheirs = isSameThing(draft, theirs, thing);
        return (
          <p key={thing.name}>
            You both changed {thing.name}. {isTheirs ? 'Theirs is taken.' : 'Yours is on screen.'}{' '}
            {!isTheirs && (
              <Button
                spacing="compact"
                onClick={() => {
                  onChange(thing.take(draft, theirs));
                  // The button goes; the focus stays beside what it did.
                  note.current?.focus();
                }}
              >
                Take theirs<span className="visually-hidden">: {thing.name}</span>
              </Button>
            )}
          </p>
        );
      })}
      <p>{isChanged ? 'Look it over, then save again.' : 'All of it is saved as they have it: nothing is left to save.'}</p>
    </div>
  );
}
