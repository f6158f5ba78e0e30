import Button from '@atlaskit/button/new';
import { IssueLink } from '../../../parts/issue-link';
import { isTyped, without, type Changes } from './changes';
import styles from './what-if.module.css';
import { lineOf, type Names } from './words';

export interface TypedChangesProps {
  readonly changes: Changes;
  readonly names: Names;
  readonly effortUnit: string;
  readonly isTyping: boolean;
  readonly isDisabled: boolean;
  readonly onTyping: (isTyping: boolean) => void;
  readonly onChange: (changes: Changes) => void;
}

/** Covers and efforts that were typed in the list: written nowhere, each with the way to where it is set. */
export function TypedChanges({ changes, names, effortUnit, isTyping, isDisabled, onTyping, onChange }: TypedChangesProps) {
  const typed = changes.filter(isTyped);
  return (
    <section className={styles.group} aria-labelledby="typed-changes">
      <div className={styles.between}>
        <h2 id="typed-changes">Covers and efforts</h2>
        <button
          type="button"
          className={styles.link}
          disabled={isDisabled}
          aria-pressed={isTyping}
          onClick={() => {
            onTyping(!isTyping);
          }}
        >
          Type in the list
        </button>
      </div>
      {typed.length > 0 && (
        <ul className={styles.typed}>
          {typed.map((change) => {
            const { what, saved, value } = lineOf(change, names, effortUnit);
            return (
              <li key={what}>
                <span>
                  <IssueLink issueKey={names.itemKey(change.item)}>{what}</IssueLink> {saved} → <b>{value}</b>
                </span>
                <Button
                  spacing="compact"
                  appearance="subtle"
                  isDisabled={isDisabled}
                  aria-label={`Take back ${what}`}
                  onClick={() => {
                    onChange(without(changes, change));
                  }}
                >
                  Take back
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.small}>
        {typed.length > 0 ? 'These are not saved anywhere. They are set on the issue: its effort field, and its Groundwork panel. ' : ''}
        The black tick is the saved value. Changed ones are bold and blue.
      </p>
    </section>
  );
}
