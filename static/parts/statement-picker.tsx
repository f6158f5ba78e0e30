import AddIcon from '@atlaskit/icon/core/add';
import type { StatementChoice } from '../../src/contract/panel';
import { StatementTile } from './statement-tile';
import { count } from './count';
import styles from './statement-picker.module.css';

export interface StatementPickerProps {
  readonly id: string;
  readonly choices: readonly { readonly choice: StatementChoice; readonly words: readonly string[] }[];
  /** Position of the picked one; choices.length is "write a new one", -1 is none. */
  readonly picked: number;
  /** Offers to write a statement with these words; undefined: only what is there can be picked. */
  readonly newWords?: string;
  readonly onPick: (position: number) => void;
}

export const optionId = (listId: string, position: number): string => `${listId}-${String(position)}`;

/** The statements one can tag, in the flow of the panel: a popup would be cut off at the frame's edge. */
export function StatementPicker({ id, choices, picked, newWords, onPick }: StatementPickerProps) {
  return (
    <ul id={id} role="listbox" aria-label="Statements" className={styles.list}>
      {choices.map(({ choice, words }, position) => (
        <li
          key={choice.id}
          id={optionId(id, position)}
          role="option"
          aria-selected={position === picked}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(position);
          }}
        >
          <StatementTile kind={choice.kind} />
          <span className={styles.key}>{choice.key}</span>
          <span className={styles.sentence}>
            <Marked text={choice.sentence} words={words} />
          </span>
          <span className={styles.facts}>
            {choice.kind} · {count(choice.customers, 'customer')}
          </span>
        </li>
      ))}
      {newWords !== undefined && (
        <li
          id={optionId(id, choices.length)}
          role="option"
          aria-selected={picked === choices.length}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(choices.length);
          }}
        >
          <AddIcon label="" />
          <span className={styles.sentence}>Write a new problem, insight or opportunity{newWords === '' ? '' : ` “${newWords}”`}</span>
        </li>
      )}
    </ul>
  );
}

/** The sentence with the words it shares marked. */
export function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const wanted = new Set(words);
  return <>{text.split(/([^\p{L}\p{N}'’-]+)/u).map((part, index) => (wanted.has(part) ? <mark key={index}>{part}</mark> : part))}</>;
}
