import { useEffect, useRef } from 'react';
import { AppFrame } from './app-frame';
import type { ModalSize } from './forge-frame';
import styles from './module-dialog.module.css';
import { useAddress } from './router';
import type { SiteModule } from './site-module';

export interface ModuleDialogProps {
  readonly module: SiteModule;
  readonly title?: string;
  readonly size?: ModalSize;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
  /** What the page in it handed to `view.close`, where it did. */
  readonly onClosed: (payload?: unknown) => void;
}

/** Jira's modal around a page of the app: no heading of its own unless one is asked for, closed by Escape, a click beside it, or the page. */
export function ModuleDialog({ module, title = '', size = 'medium', closeOnEscape = true, closeOnOverlayClick = true, onClosed }: ModuleDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const sent = useRef<unknown>(undefined);
  const closing = useRef<() => unknown>(undefined);
  const { pathname } = useAddress();
  const openedAt = useRef(pathname);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (pathname !== openedAt.current) dialog.current?.close();
  }, [pathname]);
  const own = typeof size === 'string' ? undefined : { width: size.width, height: size.height };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-size={typeof size === 'string' ? size : 'own'}
      style={own}
      aria-label={title === '' ? module.title : title}
      onCancel={(event) => {
        if (!closeOnEscape) event.preventDefault();
      }}
      onClick={(event) => {
        if (closeOnOverlayClick && event.target === event.currentTarget) event.currentTarget.close();
      }}
      onClose={() => {
        // The page may still have a last thing to do; it stays until that is done.
        void Promise.resolve(closing.current?.()).finally(() => onClosed(sent.current));
      }}
    >
      {/* It scrolls: a keyboard must reach it. */}
      <div className={styles.content} tabIndex={0}>
        {title !== '' && <h2>{title}</h2>}
        <AppFrame
          module={module}
          onClose={(payload) => {
            sent.current = payload;
            dialog.current?.close();
          }}
          onClosing={(act) => {
            closing.current = act;
          }}
        />
      </div>
    </dialog>
  );
}
