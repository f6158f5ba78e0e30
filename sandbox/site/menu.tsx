import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import styles from './menu.module.css';

interface MenuItem {
  readonly key: string;
  readonly words: string;
  /** Address of a picture. */
  readonly icon?: string | undefined;
  readonly onPick: () => void;
}

export interface MenuProps {
  readonly label: string;
  /** Heading over the items. */
  readonly group: string;
  readonly items: readonly MenuItem[];
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** Jira's "⋯" button with a menu under it. */
export function Menu({ label, group, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const groupId = useId();
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  useEffect(() => {
    if (isOpen) list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') close();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = entries();
    all[
      step(
        all.findIndex((entry) => entry === document.activeElement),
        all.length,
      )
    ]?.focus();
  };
  return (
    <div
      className={styles.menu}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M2 8a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0m4.5 0a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0M11 8a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0"
            fill="currentColor"
          />
        </svg>
      </button>
      {isOpen && (
        <div ref={list} role="menu" tabIndex={-1} aria-label={label} className={styles.list} onKeyDown={press}>
          <div role="group" aria-labelledby={groupId}>
            <span id={groupId} role="presentation" className={styles.group}>
              {group}
            </span>
            {items.map(({ key, words, icon, onPick }) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  onPick();
                }}
              >
                {icon !== undefined && <img src={icon} width="16" height="16" alt="" />}
                {words}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
