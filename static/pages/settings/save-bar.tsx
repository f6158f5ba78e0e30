import Button from '@atlaskit/button/new';
import { reason } from '../../parts/states';
import styles from './settings-page.module.css';

/** A part of the page that is kept in a place of its own, and may fail by itself. */
interface SavedPart {
  readonly name: string;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  readonly failure: Error | null;
  /** What saving it does, where that is more than keeping it here. */
  readonly does: string;
  readonly onceSaved: string;
}

export interface SaveBarProps {
  readonly parts: readonly SavedPart[];
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** One button for all that was changed. Nothing counts before it is saved, and it says so. */
export function SaveBar({ parts, onSave, onDiscard }: SaveBarProps) {
  const changed = parts.filter(({ isChanged }) => isChanged);
  const isSaving = parts.some((part) => part.isSaving);
  const failed = parts.filter(({ failure }) => failure !== null);
  return (
    <footer className={styles.bar}>
      <Button appearance="primary" isDisabled={changed.length === 0} isLoading={isSaving} onClick={onSave}>
        Save
      </Button>
      <Button appearance="subtle" isDisabled={changed.length === 0 || isSaving} onClick={onDiscard}>
        Cancel
      </Button>
      <span className={styles.note} role={failed.length > 0 ? 'alert' : 'status'}>
        {failed.length > 0 ? failed.map(notSaved).join(' ') : isSaving ? '' : wordsOf(parts, changed)}
      </span>
    </footer>
  );
}

const notSaved = ({ name, failure }: SavedPart): string => `${name}: not saved. ${failure ? reason(failure) : ''} What you chose is still here.`;

function wordsOf(parts: readonly SavedPart[], changed: readonly SavedPart[]): string {
  if (changed.length > 0) return ['Not saved yet.', ...changed.map(({ does }) => does)].filter(Boolean).join(' ');
  const saved = parts.filter(({ isSaved }) => isSaved);
  return saved.length === 0 ? '' : `Saved. ${saved.map(({ onceSaved }) => onceSaved).join(' ')}`;
}
