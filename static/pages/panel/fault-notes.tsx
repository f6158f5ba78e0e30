import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FaultView } from '../../../src/contract/health';
import { healthRules } from '../../../src/domain/health/rules';
import { refreshIssue } from '../../forge';
import { mendingWords } from '../../parts/mending-words';
import { reason } from '../../parts/failure-words';
import { useMending, type Mending } from '../../parts/use-mending';
import styles from './fault-notes.module.css';
import panel from './panel.module.css';

/** Quiet notes on what is wrong with this issue's links, each with what mending would do. */
export function FaultNotes({ projectId, faults }: { readonly projectId: string; readonly faults: readonly FaultView[] }) {
  const queries = useQueryClient();
  const mending = useMending(projectId, {
    resumes: false,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['panel'] });
      void refreshIssue();
    },
  });
  // What was mended stays, with its undo, also when the panel is read again and knows nothing of it any more.
  const [first] = useState(faults);
  const shown = [...first, ...faults.filter(({ id }) => !first.some((fault) => fault.id === id))].filter(
    ({ id }) => mending.outcomes.has(id) || mending.takenBack.has(id) || faults.some((fault) => fault.id === id),
  );
  const canUndo = mending.driven.opened?.work.phase === 'done' && [...mending.outcomes.values()].some(({ outcome }) => outcome?.outcome === 'done');
  if (shown.length === 0) return null;
  return (
    <section className={panel.sunken} aria-label="Health">
      <ul className={styles.notes}>
        {shown.map((fault) => (
          <Note key={fault.id} fault={fault} mending={mending} />
        ))}
      </ul>
      {mending.driven.failure && (
        <p role="alert" className={panel.small}>
          It stopped. {reason(mending.driven.failure)}{' '}
          <Button spacing="compact" onClick={mending.driven.resume}>
            Go on
          </Button>
        </p>
      )}
      {mending.failure && (
        <p role="alert" className={panel.small}>
          Nothing was mended. {reason(mending.failure)} Trying again is safe.
        </p>
      )}
      {canUndo && (
        <Button spacing="compact" appearance="subtle" isDisabled={mending.isBusy} onClick={mending.driven.undo}>
          Undo
        </Button>
      )}
    </section>
  );
}

function Note({ fault, mending }: { readonly fault: FaultView; readonly mending: Mending }) {
  const outcome = mending.outcomes.get(fault.id);
  return (
    <li>
      <p>
        <b>{healthRules[fault.rule].name}.</b> {fault.sentence}
        {fault.repairs.length === 0 && ` ${healthRules[fault.rule].mends}`}
      </p>
      {outcome !== undefined && (
        <p role="status" className={panel.small}>
          {mendingWords(outcome)}
        </p>
      )}
      {outcome === undefined &&
        fault.repairs.map((repair, choice) => (
          <div key={choice} className={styles.repair}>
            <Button
              spacing="compact"
              isDisabled={mending.isBusy}
              onClick={() => {
                mending.start([{ fault, choice }]);
              }}
            >
              Mend
            </Button>
            <span className={panel.small}>
              {[...repair.removes.map((link) => `removes “${link}”`), ...repair.adds.map((link) => `draws “${link}”`)].join(', ')}
            </span>
          </div>
        ))}
    </li>
  );
}
