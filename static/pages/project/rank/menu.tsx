import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './menu.module.css';

export interface MenuProps {
  /** On the button, and the name of what opens. */
  readonly title: string;
  readonly isMarked?: boolean;
  /** A press on a button with `data-closes` chooses, and closes. */
  readonly children: ReactNode;
}

/** A few choices under a button; Escape and a click elsewhere close it, and the focus goes back to the button. */
export function Menu({ title, isMarked = false, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('[role="group"] :is(input, select, button)')?.focus();
    const elsewhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
    };
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      ref={box}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <Button
        ref={button}
        aria-expanded={isOpen}
        aria-haspopup="true"
        isSelected={isMarked || isOpen}
        onClick={() => {
          setOpen((was) => !was);
        }}
      >
        {title}
      </Button>
      {isOpen && (
        <div
          role="group"
          aria-label={title}
          className={styles.choices}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('[data-closes]')) close();
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}
