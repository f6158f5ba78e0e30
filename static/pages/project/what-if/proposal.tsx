import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { isRefusal, leftBehind, reason } from '../../../parts/failure-words';
import { Failed, Loading } from '../../../parts/states';
import { isOfSource, isTyped, lensOf, type Changes } from './changes';
import { HandOn } from './hand-on';
import styles from './proposal.module.css';
import { useProposing } from './use-proposing';
import { lineOf, type Names } from './words';

export interface ProposalProps {
  readonly projectId: string;
  readonly changes: Changes;
  readonly names: Names;
  readonly effortUnit: string;
  /** The what-if as a text. */
  readonly text: string;
  readonly onClose: () => void;
  /** From here on the saved order is another one. */
  readonly onSaved: () => void;
  readonly onUndone: () => void;
}

/** What would be saved, to look over: an admin of the project saves it, anybody hands it on as a text. */
export function Proposal({ projectId, changes, names, effortUnit, text, onClose, onSaved, onUndone }: ProposalProps) {
  const { opened, disputed, proposed, leaveOut, saving, undoing } = useProposing(projectId, changes.filter(isOfSource));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const typed = changes.filter(isTyped).length;
  const isSaved = saving.isSuccess && !undoing.isSuccess;
  const failure = undoing.error ?? saving.error;
  return (
    <section className={styles.proposal} aria-labelledby="proposal">
      <h2 id="proposal" ref={heading} tabIndex={-1}>
        {isSaved ? 'Saved as this project’s settings' : undoing.isSuccess ? 'Taken back: the settings are the ones from before' : 'Propose as settings'}
      </h2>
      {opened.isPending && <Loading what="whether you may save settings" />}
      {opened.isError && !isRefusal(opened.error) && <Failed what="the settings" failure={opened.error} onRetry={() => void opened.refetch()} />}
      {opened.isError && isRefusal(opened.error) && (
        <>
          <p>An admin of this project saves settings. Hand them this text: what is changed, and what moves. Nothing is sent.</p>
          <HandOn text={text} />
        </>
      )}
      {opened.data && (
        <>
          <ul className={styles.lines}>
            {proposed.map((change) => {
              const { what, saved, value } = lineOf(change, names, effortUnit);
              return (
                <li key={what}>
                  {what}: {saved} → <b>{value}</b>
                </li>
              );
            })}
          </ul>
          {!saving.isSuccess &&
            disputed.map(({ change, theirs }) => (
              <p key={lineOf(change, names, effortUnit).what} role="alert" className={styles.disputed}>
                Somebody changed {lineOf(change, names, effortUnit).what} to {theirs} since you opened this. Yours would replace it.{' '}
                <Button
                  spacing="compact"
                  onClick={() => {
                    leaveOut(change);
                  }}
                >
                  Leave theirs
                </Button>
              </p>
            ))}
          {typed > 0 && (
            <p className={styles.small}>
              {typed === 1
                ? 'The cover or effort typed here is not saved: it is set on its issue.'
                : `The ${String(typed)} covers and efforts typed here are not saved: they are set on their issues.`}
            </p>
          )}
          {lensOf(changes) && <p className={styles.small}>The lens is not saved: everybody chooses their own above the list.</p>}
          {failure && (
            <p role="alert" className={styles.disputed}>
              {undoing.error ? 'Not taken back.' : 'Not saved.'} {reason(failure)} {leftBehind(failure)} Look over what is above, then try again.
            </p>
          )}
          {isSaved && <p role="status">The order is worked out anew, which takes a moment. It counts for everybody who opens this project.</p>}
          <p className={styles.acts}>
            {!saving.isSuccess && (
              <Button
                appearance="primary"
                isDisabled={proposed.length === 0}
                isLoading={saving.isPending}
                onClick={() => {
                  saving.mutate(undefined, { onSuccess: onSaved });
                }}
              >
                Save for this project
              </Button>
            )}
            {isSaved && (
              <Button
                isLoading={undoing.isPending}
                onClick={() => {
                  undoing.mutate(undefined, { onSuccess: onUndone });
                }}
              >
                Undo
              </Button>
            )}
            {!isSaved && (
              <Button appearance="subtle" onClick={onClose}>
                {undoing.isSuccess ? 'Close' : 'Not now'}
              </Button>
            )}
          </p>
          {!saving.isSuccess && (
            <details>
              <summary>As a text to hand on</summary>
              <HandOn text={text} />
            </details>
          )}
        </>
      )}
      {opened.isError && (
        <p className={styles.acts}>
          <Button appearance="subtle" onClick={onClose}>
            Close
          </Button>
        </p>
      )}
    </section>
  );
}
