import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkView } from '../../../src/contract/work';
import { Empty, Failed, Loading, reason } from '../../parts/states';
import { isOver, useWork } from '../../parts/use-work';
import styles from './bulk-page.module.css';
import { Choosing } from './choosing';
import { Closing } from './closing';
import { readWork, useOwnWork, useSelection } from './queries';
import type { Selection } from './selection';
import { TypedTickets } from './typed-tickets';
import { tickets } from './words';
import { Working } from './working';

/** Many tickets onto one statement: choose, see it happen, take it back. */
export function BulkPage() {
  const selection = useSelection();
  const own = useOwnWork();
  const driven = useWork();
  /** Tickets on which the person thinks better of it are not tagged again by opening the page anew. */
  const [isAside, setAside] = useState(false);
  const taking = useMutation({ mutationFn: readWork, onSuccess: driven.drive });
  const [typed, setTyped] = useState<Selection>();
  const chosen = typed ?? selection.data;
  const works = own.data?.works ?? [];
  const unfinished = isAside ? undefined : works.find((work) => !isOver(work));
  const last = works.find(({ phase }) => phase === 'done' || phase === 'stopped');
  return (
    <main className={styles.page}>
      <h1>Tag with evidence</h1>
      {driven.opened ? (
        <Working
          driven={driven}
          opened={driven.opened}
          onMore={() => {
            driven.leave();
            void own.refetch();
          }}
        />
      ) : (
        <>
          {own.isError && <p role="alert">Couldn’t look up work that you left unfinished. {reason(own.error)}</p>}
          {unfinished && (
            <Unfinished
              work={unfinished}
              isBusy={taking.isPending}
              failure={taking.error}
              onResume={() => {
                taking.mutate(unfinished);
              }}
              onAside={() => {
                setAside(true);
              }}
            />
          )}
          {selection.isPending && <Loading what="the selected tickets" />}
          {selection.isError && <Failed what="the selected tickets" failure={selection.error} onRetry={() => void selection.refetch()} />}
          {selection.data?.isAsked === true && <TypedTickets onFound={setTyped} />}
          {chosen?.issues.length === 0 && !chosen.isAsked && (
            <Empty title="No tickets are selected">
              <p>Search for them in Jira, select them, and choose this action again.</p>
            </Empty>
          )}
          {chosen && chosen.issues.length > 0 && (
            <Choosing
              selection={chosen}
              onStarted={driven.drive}
              earlier={
                last && (
                  <Button
                    appearance="subtle"
                    isLoading={taking.isPending}
                    onClick={() => {
                      taking.mutate(last);
                    }}
                  >
                    Show the last {tickets(last.of)}
                  </Button>
                )
              }
            />
          )}
        </>
      )}
      <Closing isWorking={driven.opened !== undefined && !isOver(driven.opened.work)} />
    </main>
  );
}

interface UnfinishedProps {
  readonly work: WorkView;
  readonly isBusy: boolean;
  readonly failure: Error | null;
  readonly onResume: () => void;
  readonly onAside: () => void;
}

/** Work that waits since its page was closed. */
function Unfinished({ work: { phase, of, done, undone }, isBusy, failure, onResume, onAside }: UnfinishedProps) {
  const isUndoing = phase === 'undoing';
  return (
    <section className={styles.banner} aria-label="Unfinished work">
      <p>
        <b>{isUndoing ? 'Taking tags back waits for you.' : 'Tagging waits for you.'}</b>{' '}
        {isUndoing ? `${String(undone)} of ${tickets(done)} are taken back.` : `${String(done)} of ${tickets(of)} are done.`} It goes on where it stopped.
      </p>
      {failure && <p role="alert">Couldn’t take it up. {reason(failure)}</p>}
      <div className={styles.acts}>
        <Button appearance="primary" isLoading={isBusy} onClick={onResume}>
          Go on
        </Button>
        <Button appearance="subtle" onClick={onAside}>
          Not now
        </Button>
      </div>
    </section>
  );
}
