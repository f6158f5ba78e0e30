import Button from '@atlaskit/button/new';
import styles from '../admin-page.module.css';
import type { Apply } from './use-apply';

export interface ProgressProps {
  readonly progress: Apply;
  readonly onPause: () => void;
  readonly onResume: () => void;
}

/** How far applying has got; each line says for itself what became of it. */
export function Progress({ progress, onPause, onResume }: ProgressProps) {
  const lines = [...progress.lines.values()];
  const done = lines.filter(({ kind }) => kind === 'done').length;
  const failed = lines.filter(({ kind }) => kind === 'failed').length;
  return (
    <section className={styles.running} aria-label="Applying the plan">
      <div className={styles.acts}>
        <p role="status">
          <b>
            {done} of {lines.length} done
          </b>
          {failed > 0 && ` ${String(failed)} not done`}
          {progress.phase === 'running' && progress.now !== undefined && ` · now: ${progress.now}`}
          {progress.phase === 'paused' && ' · paused'}
        </p>
        {progress.phase === 'running' && (
          <Button spacing="compact" onClick={onPause}>
            Pause
          </Button>
        )}
        {progress.phase === 'paused' && (
          <Button spacing="compact" onClick={onResume}>
            Go on
          </Button>
        )}
      </div>
      <progress aria-label="Changes applied" value={done + failed} max={Math.max(1, lines.length)} />
    </section>
  );
}
