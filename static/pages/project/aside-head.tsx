import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './aside-head.module.css';

export interface AsideHeadProps {
  readonly title: string;
  /** One line below it. */
  readonly note?: ReactNode;
  /** What can be done with the whole of it. */
  readonly children?: ReactNode;
  /** The focus comes to the title when this begins, and again whenever it changes. */
  readonly part?: unknown;
  /** Undefined: there is no list to go back to. */
  readonly onClose?: (() => void) | undefined;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type="range"], [type="checkbox"], [type="radio"])');

/** Head of what takes the list's place: its title, to which the focus is led, and the way back, which Escape is, too. */
export function AsideHead({ title, note, children, part, onClose }: AsideHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [part]);
  useEffect(() => {
    if (onClose === undefined) return;
    const leave = (event: KeyboardEvent): void => {
      // Whatever is open above the page takes it first.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // Out of a field it leads to the title alone: nobody loses what is being typed.
      if (isTyping(event.target)) heading.current?.focus();
      else onClose();
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
    };
  }, [onClose]);
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {note}
      </div>
      {children}
      {onClose && (
        <Button appearance="subtle" onClick={onClose}>
          Back to the list <kbd>Esc</kbd>
        </Button>
      )}
    </header>
  );
}
