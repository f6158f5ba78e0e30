import Textfield from '@atlaskit/textfield';
import { useId, useState, type KeyboardEvent } from 'react';
import type { ItemView } from '../../../../src/contract/ranking';
import styles from './item-picker.module.css';

export interface ItemPickerProps {
  readonly label: string;
  readonly items: readonly ItemView[];
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

const most = 8;

/** One item of the list, found by key or words. */
export function ItemPicker({ label, items, picked, onPick }: ItemPickerProps) {
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const current = items.find(({ id }) => id === picked);
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const isOpen = typed !== undefined;
  const found = isOpen ? items.filter(({ key, summary }) => words.every((word) => `${key} ${summary}`.toLowerCase().includes(word))).slice(0, most) : [];
  const active = Math.min(at, Math.max(0, found.length - 1));
  const close = (): void => {
    setTyped(undefined);
    setAt(0);
  };
  const pick = (item: ItemView | undefined): void => {
    if (item) onPick(item.id);
    close();
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) setAt(Math.min(found.length - 1, Math.max(0, active + step)));
      else setTyped('');
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className={styles.picker}>
      <Textfield
        isCompact
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found.length > 0 ? `${listId}-${String(active)}` : undefined}
        value={typed ?? (current ? `${current.key} ${current.summary}` : '')}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
        onBlur={close}
      />
      <ul id={listId} role="listbox" aria-label={label} hidden={!isOpen} className={styles.list}>
        {found.map((item, position) => (
          <li
            key={item.id}
            id={`${listId}-${String(position)}`}
            role="option"
            aria-selected={position === active}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(item);
            }}
          >
            <span className={styles.key}>{item.key}</span> {item.summary}
          </li>
        ))}
        {isOpen && found.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled="true">
            No item fits.
          </li>
        )}
      </ul>
    </div>
  );
}
