import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import styles from './command-palette.module.css';
import type { PaletteEntry } from './palette-entries';

export interface CommandPaletteProps {
  readonly entriesFor: (typed: string) => readonly PaletteEntry[];
  readonly onPick: (entry: PaletteEntry) => void;
  readonly onClose: () => void;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Jira's Ctrl+K: type, arrows, Enter. The field keeps the focus, the list says what is active. */
export function CommandPalette({ entriesFor, onPick, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    // In braces: newer browsers answer something, which React would take for a clean-up.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, typed]);
  const entries = entriesFor(typed);
  const groups = [...new Set(entries.map(({ group }) => group))];
  const optionId = (entry: PaletteEntry | undefined) => (entry === undefined ? undefined : `${id}-${entries.indexOf(entry)}`);
  const pick = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    dialog.current?.close();
    onPick(entry);
  };
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (event.key !== 'Enter' && step === undefined) return;
    event.preventDefault();
    if (step === undefined) pick(entries[active]);
    else setActive(step(active, entries.length - 1));
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Command palette"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <input
        className={styles.input}
        role="combobox"
        aria-label="Type a command, a project or a key"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={optionId(entries[active])}
        placeholder="Type a command, a project or a key"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <div ref={list} role="listbox" id={`${id}-list`} aria-label="Commands" className={styles.list}>
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <div className={styles.group} aria-hidden="true">
              {group}
            </div>
            {entries
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <div
                  key={entry.id}
                  id={optionId(entry)}
                  role="option"
                  aria-selected={entry === entries[active]}
                  className={styles.option}
                  onClick={() => pick(entry)}
                  onMouseMove={() => setActive(entries.indexOf(entry))}
                >
                  {entry.icon !== undefined && <img src={entry.icon} width="16" height="16" alt="" />}
                  <span>{entry.words}</span>
                  {entry.hint !== undefined && <kbd>{entry.hint}</kbd>}
                </div>
              ))}
          </div>
        ))}
      </div>
      <p role="status" className={entries.length === 0 ? styles.nothing : 'visually-hidden'}>
        {entries.length === 0 ? 'Nothing fits.' : `${entries.length} to choose from`}
      </p>
    </dialog>
  );
}
