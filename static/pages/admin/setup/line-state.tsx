import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import Lozenge from '@atlaskit/lozenge';
import type { SetupLine } from '../../../../src/contract/setup';
import styles from './plan-table.module.css';
import type { LineProgress } from './use-apply';

const states = {
  exists: { words: 'Exists', look: 'success' },
  'will-create': { words: 'Will create', look: 'inprogress' },
  'will-add': { words: 'Will add', look: 'inprogress' },
  choose: { words: 'Choose', look: 'moved' },
  'by-hand': { words: 'By hand', look: 'moved' },
  'not-possible': { words: 'Not possible', look: 'default' },
  'left-out': { words: 'Left out', look: 'default' },
} as const satisfies Record<SetupLine['state'], { readonly words: string; readonly look: 'success' | 'inprogress' | 'moved' | 'default' }>;

/** What is so before the button is pressed, and what became of it afterwards. */
export function LineState({ state, progress }: { readonly state: SetupLine['state']; readonly progress: LineProgress | undefined }) {
  switch (progress?.kind) {
    case undefined:
      return <Lozenge appearance={states[state].look}>{states[state].words}</Lozenge>;
    case 'waiting':
      return <span className={styles.waiting}>Waiting</span>;
    case 'running':
      return <span className={styles.outcome}>Adding…</span>;
    case 'done':
      return (
        <span className={styles.outcome}>
          <StatusSuccessIcon label="" color="var(--ds-icon-success)" /> Done
        </span>
      );
    case 'failed':
      return (
        <span className={styles.outcome}>
          <StatusErrorIcon label="" color="var(--ds-icon-danger)" /> Not done
        </span>
      );
  }
}
