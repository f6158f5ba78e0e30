import Button from '@atlaskit/button/new';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import { useEffect, useRef, type ReactNode } from 'react';
import { CallFailure } from '../api';
import styles from './states.module.css';

/** The shape of what comes; nothing jumps when it is there. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className={styles.loading} role="status" aria-label={`Looking up ${what}`}>
      {[28, 100, 72, 60].map((width) => (
        <span key={width} style={{ width: `${String(width)}%` }} />
      ))}
    </div>
  );
}

/** Nothing there yet, with the next step. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.state}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Refused or failed: says which, that nothing was changed, and that trying again is safe. */
export function Failed({ what, failure, onRetry }: { readonly what: string; readonly failure: Error; readonly onRetry: () => void }) {
  const retry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    retry.current?.focus();
  }, []);
  const isRefused = failure instanceof CallFailure && (failure.code === 'not-found' || failure.code === 'forbidden');
  if (isRefused) {
    return (
      <div className={styles.state} role="alert">
        <LockIcon label="" />
        <h2>{capital(what)} isn’t shown to you</h2>
        <p>It was deleted, or it is in a project you can’t browse. A Jira admin can check.</p>
      </div>
    );
  }
  return (
    <div className={styles.state} role="alert">
      <StatusErrorIcon label="" color="var(--ds-icon-danger)" />
      <h2>Couldn’t look up {what}</h2>
      <p>{reason(failure)} That doesn’t mean there is nothing. Nothing was changed, so trying again is safe.</p>
      <Button ref={retry} appearance="primary" onClick={onRetry}>
        Try again
      </Button>
      {failure instanceof CallFailure && failure.trace !== '' && <p className={styles.trace}>trace {failure.trace}</p>}
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why, in a person's words, from the code alone. */
export function reason(failure: Error): string {
  if (!(failure instanceof CallFailure)) return 'Something broke on the way.';
  switch (failure.code) {
    case 'quota':
      return failure.retryAfter === undefined
        ? 'Jira asks apps to wait a moment.'
        : `Jira asks apps to wait ${String(Math.ceil(failure.retryAfter / 60))} min.`;
    case 'jira-unavailable':
      return 'Jira didn’t answer in time.';
    case 'not-found':
      return 'It does not exist, or you may not see it.';
    case 'forbidden':
    case 'invalid':
    case 'conflict':
    case 'too-large':
      return failure.message;
    case 'unexpected':
      return 'Something broke on our side.';
  }
}
