import Button from '@atlaskit/button/new';
import { reason } from '../../../parts/failure-words';
import type { Mending } from '../../../parts/use-mending';
import { useLanding } from '../../../parts/use-landing';
import { isOver } from '../../../parts/use-work';
import styles from './health.module.css';

/** How far mending has got, and the way back. */
export function MendingBar({ mending: { driven, failure: notStarted, isBusy } }: { readonly mending: Mending }) {
  const { opened, driving } = driven;
  const failure = notStarted ?? driven.failure;
  const work = opened?.work;
  const isWaiting = work !== undefined && !isOver(work) && driving === 'paused';
  // What an earlier visit left unfinished takes nobody's focus.
  const status = useLanding<HTMLParagraphElement>(failure ? 'failed' : work === undefined || isWaiting ? '' : `${work.id} ${work.phase}`);
  if (opened === undefined && !failure) return null;
  const steps = opened?.steps ?? [];
  const isUndoing = work?.phase === 'undoing';
  const [done, of] = isUndoing ? [work.undone, work.done] : [work?.done ?? 0, work?.of ?? 0];
  const mended = steps.filter(({ outcome, undo }) => outcome?.outcome === 'done' && undo === null).length;
  return (
    <div className={styles.bar}>
      {work && !isOver(work) && <progress aria-label={isUndoing ? 'Taken back' : 'Mended'} value={done} max={Math.max(1, of)} />}
      <p ref={status} tabIndex={-1} role={failure ? 'alert' : 'status'}>
        {failure ? `It stopped${work ? ` after ${String(done)} of ${String(of)}` : ''}. ${reason(failure)} Going on is safe.` : wordsOf(driven, mended)}
      </p>
      {isWaiting && (
        <Button spacing="compact" onClick={driven.resume}>
          Go on
        </Button>
      )}
      {work?.phase === 'doing' && (
        <Button spacing="compact" appearance="subtle" onClick={driven.stop}>
          Stop
        </Button>
      )}
      {(work?.phase === 'done' || work?.phase === 'stopped') && mended > 0 && (
        <Button spacing="compact" isDisabled={isBusy} onClick={driven.undo}>
          Undo
        </Button>
      )}
    </div>
  );
}

function wordsOf({ opened, driving, waitSeconds }: Mending['driven'], mended: number): string {
  if (opened === undefined) return '';
  const { phase, done, undone, of } = opened.work;
  switch (phase) {
    case 'doing':
      if (driving === 'waiting') return `${String(done)} of ${String(of)} done. Jira asks for a pause; it goes on in ${String(waitSeconds)} s.`;
      if (driving === 'paused') return `Mending waits after ${String(done)} of ${String(of)}.`;
      return `Mending ${String(done)} of ${String(of)}. Keep this page open; where it is closed, it waits for you.`;
    case 'undoing':
      return `Taking back ${String(undone)} of ${String(done)}.`;
    case 'done':
    case 'stopped':
      return mended === of
        ? `${mended === 1 ? '1 thing' : `${String(mended)} things`} mended.`
        : `${String(mended)} of ${String(of)} mended; each row says why not.`;
    case 'undone':
      return 'Taken back: the links are as they were.';
  }
}
