import Button from '@atlaskit/button/new';
import { reason } from '../../../parts/states';
import type { Mending } from '../../../parts/use-mending';
import styles from './health.module.css';

/** How far mending has got, and the way back. */
export function MendingBar({ mending }: { readonly mending: Mending }) {
  const { phase, done, of, failure } = mending;
  if (phase === 'idle') return null;
  return (
    <div className={styles.bar}>
      {(phase === 'mending' || phase === 'undoing') && <progress aria-label={phase === 'mending' ? 'Mended' : 'Taken back'} value={done} max={of} />}
      <p role={failure ? 'alert' : 'status'}>{failure ? `It stopped after ${String(done)} of ${String(of)}. ${reason(failure)} What was done stays done; going on is safe.` : wordsOf(mending)}</p>
      {failure && (
        <Button spacing="compact" onClick={mending.goOn}>
          Go on
        </Button>
      )}
      {phase === 'mended' && mended(mending) > 0 && (
        <Button spacing="compact" onClick={mending.undo}>
          Undo
        </Button>
      )}
    </div>
  );
}

const mended = ({ outcomes }: Mending): number => [...outcomes.values()].filter((outcome) => outcome === 'mended').length;

function wordsOf(mending: Mending): string {
  const { phase, done, of } = mending;
  const good = mended(mending);
  switch (phase) {
    case 'idle':
      return '';
    case 'mending':
      return `Mending ${String(done)} of ${String(of)}. Keep this page open; where it is closed, it waits for you.`;
    case 'undoing':
      return `Taking back ${String(done)} of ${String(of)}.`;
    case 'mended':
      return good === of ? `${good === 1 ? '1 fault' : `${String(good)} faults`} mended.` : `${String(good)} of ${String(of)} mended; the others say why not.`;
    case 'undone':
      return 'Taken back: the links are as they were.';
  }
}
