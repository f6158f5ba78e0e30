import Button from '@atlaskit/button/new';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { CallFailure } from '../call-failure';
import { isRefusal, reason } from './failure-words';
import styles from './states.module.css';

export { reason } from './failure-words';

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

/** Refused or failed: says which, that not knowing is not the same as none, and that trying again is safe. */
export function Failed({ what, failure, onRetry }: { readonly what: string; readonly failure: Error; readonly onRetry: () => void }) {
  const retry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    retry.current?.focus();
  }, []);
  if (isRefusal(failure)) {
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
      <p>{reason(failure)} That doesn’t mean there is nothing. Trying again is safe.</p>
      <Button ref={retry} appearance="primary" onClick={onRetry}>
        Try again
      </Button>
      {failure instanceof CallFailure && failure.trace !== '' && <p className={styles.trace}>trace {failure.trace}</p>}
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One part of a page that couldn't be looked up, in a line; the rest of the page stands. */
export function FailedLine({ children, isBusy, onRetry }: { readonly children: ReactNode; readonly isBusy: boolean; readonly onRetry: () => void }) {
  return (
    <p className={styles.line} role="status">
      <StatusErrorIcon label="" color="var(--ds-icon-danger)" />
      <span>{children}</span>
      <Button appearance="subtle" spacing="compact" isLoading={isBusy} onClick={onRetry}>
        Try again
      </Button>
    </p>
  );
}

/** What was looked up, or its loading, refused or failed state. What is here already stays when it can't be read anew, unless it was refused. */
export function LookUp<Data>({
  query,
  what,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}) {
  const retry = (): void => void query.refetch();
  if (query.isPending) return <Loading what={what} />;
  if (query.isLoadingError || (query.isError && isRefusal(query.error))) return <Failed what={what} failure={query.error} onRetry={retry} />;
  return (
    <>
      {query.isError && (
        <FailedLine isBusy={query.isFetching} onRetry={retry}>
          Couldn’t refresh. {reason(query.error)} This is what was here before.
        </FailedLine>
      )}
      {children(query.data)}
    </>
  );
}
