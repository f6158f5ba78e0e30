import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './create-dialog.module.css';

export interface ConfirmDialogProps {
  readonly title: string;
  /** The button's word for going on. */
  readonly act: string;
  readonly children: ReactNode;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be taken back. */
export function ConfirmDialog({ title, act, children, onAct, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          onAct();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <p className={styles.acts}>
          <button type="submit">{act}</button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}
