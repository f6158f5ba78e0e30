import { useState } from 'react';
import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import { idOf, put, without, type Changes, type TypedChange } from './changes';
import styles from './order-rows.module.css';

export interface TypedFieldsProps {
  readonly item: ItemView;
  readonly problems: RankingView['problems'];
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
}

/** Effort, and how much of a problem the item covers, typed in its row; an emptied field is the saved value again. */
export function TypedFields({ item, problems, changes, onChange }: TypedFieldsProps) {
  const [nth, setNth] = useState(0);
  const [at, cover] = item.covers[nth] ?? item.covers[0] ?? [];
  const problem = at === undefined ? undefined : problems[at];
  return (
    <>
      <label className={styles.typing}>
        <span>effort</span>
        <NumberField
          name={`${item.key}: effort`}
          change={{ kind: 'effort', item: item.id, value: item.effort ?? Number.NaN, saved: item.effort }}
          least={0}
          most={100_000}
          changes={changes}
          onChange={onChange}
        />
      </label>
      {problem && cover !== undefined ? (
        <label className={styles.typing} title={problem.sentence}>
          <span>covers</span>
          <NumberField
            key={problem.id}
            name={`${item.key}: share of ${problem.key} that it covers, 0 to 1`}
            change={{ kind: 'cover', item: item.id, problem: problem.id, value: cover, saved: cover }}
            least={0}
            most={1}
            changes={changes}
            onChange={onChange}
          />
        </label>
      ) : (
        <span className={styles.none}>covers by its stories</span>
      )}
      {item.covers.length > 1 && (
        <select
          className={styles.which}
          aria-label={`${item.key}: which problem`}
          value={nth}
          onChange={({ target }) => {
            setNth(Number(target.value));
          }}
        >
          {item.covers.map(([position], index) => (
            <option key={position} value={index}>
              {problems[position]?.key}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

interface NumberFieldProps {
  readonly name: string;
  /** With its saved value. */
  readonly change: TypedChange;
  readonly least: number;
  readonly most: number;
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
}

/** Takes what is typed with Enter, or when it is left: half a number would send the row away under the hand. */
function NumberField({ name, change, least, most, changes, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const made = changes.find((own) => idOf(own) === idOf(change));
  const value = made?.value ?? change.saved;
  const isWrong = typed !== undefined && typed.trim() !== '' && !isAllowed(typed, least, most);
  const take = (): void => {
    setTyped(undefined);
    if (typed === undefined || isWrong) return;
    onChange(typed.trim() === '' ? without(changes, change) : put(changes, { ...change, value: Number(typed) }));
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={name}
      aria-invalid={isWrong}
      data-typed={idOf(change)}
      data-changed={made !== undefined}
      placeholder={change.saved === null ? '?' : String(change.saved)}
      value={typed ?? (value === null ? '' : String(value))}
      onChange={({ target }) => {
        setTyped(target.value);
      }}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
      }}
    />
  );
}

const isAllowed = (typed: string, least: number, most: number): boolean => Number.isFinite(Number(typed)) && Number(typed) >= least && Number(typed) <= most;
