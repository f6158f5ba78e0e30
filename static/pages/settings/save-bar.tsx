import Button from '@atlaskit/button/new';
import { reason } from '../../parts/states';
import styles from './settings-page.module.css';

export interface SaveBarProps {
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  readonly failure: Error | null;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Nothing counts before it is saved, and it says so. */
export function SaveBar({ isChanged, isSaving, isSaved, failure, onSave, onDiscard }: SaveBarProps) {
  return (
    <footer className={styles.bar}>
      <Button appearance="primary" isDisabled={!isChanged} isLoading={isSaving} onClick={onSave}>
        Save
      </Button>
      <Button appearance="subtle" isDisabled={!isChanged || isSaving} onClick={onDiscard}>
        Cancel
      </Button>
      <span className={styles.note} role={failure ? 'alert' : 'status'}>
        {failure
          ? `Not saved. ${reason(failure)} Your changes are still here.`
          : isChanged
            ? 'Not saved yet.'
            : isSaved
              ? 'Saved. The order is worked out anew; that takes a moment.'
              : ''}
      </span>
    </footer>
  );
}
