import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { FaultView } from '../../../../src/contract/health';
import { openIssue } from '../../../forge';
import { IssueLink } from '../../../parts/issue-link';
import { StatementTile } from '../../../parts/statement-tile';
import { WorkTile } from '../../../parts/work-tile';
import styles from './health.module.css';
import { mendingWords } from '../../../parts/mending-words';
import { RepairPreview } from './repair-preview';
import type { Mending } from '../../../parts/use-mending';

const mostNamed = 4;

/** One fault: the issues it is about, what is wrong with them, and the way out. */
export function FaultRow({ fault, mending }: { readonly fault: FaultView; readonly mending: Mending }) {
  const [isOpen, setOpen] = useState(false);
  const { subjects, sentence, repairs, isOneClick } = fault;
  const outcome = mending.outcomes.get(fault.id);
  const [first] = subjects;
  // Of a single issue the heading of its group has said it all, but for the words that give it away; of a mended one it is true no more.
  const isMended = outcome !== undefined && outcome.outcome?.outcome === 'done';
  const saysMore = !isMended && (subjects.length > 1 || fault.rule === 'solutionInDisguise');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {subjects.slice(0, mostNamed).map((subject) => (
          <p key={subject.id} className={styles.subject}>
            {subject.kind === 'work' ? <WorkTile level={subject.level} /> : <StatementTile kind={subject.kind} />}
            <IssueLink issueKey={subject.key} />
            <span className={styles.sentence} title={subject.sentence}>
              {subject.sentence}
            </span>
            {subject.isClosed && <span className={styles.mends}>closed</span>}
          </p>
        ))}
        {subjects.length > mostNamed && (
          <p className={styles.mends}>
            and{' '}
            {subjects
              .slice(mostNamed)
              .map(({ key }) => key)
              .join(', ')}
          </p>
        )}
        {saysMore && <p className={styles.said}>{sentence}</p>}
      </div>
      <div className={styles.do}>
        {outcome !== undefined && <span className={styles.outcome}>{mendingWords(outcome)}</span>}
        {outcome === undefined && repairs.length === 0 && first && (
          <Button spacing="compact" onClick={() => void openIssue(first.key)}>{`Open ${first.key}`}</Button>
        )}
        {outcome === undefined && repairs.length > 0 && !isOpen && (
          <Button
            spacing="compact"
            aria-label={`${isOneClick ? 'Mend' : 'Choose'}: ${sentence}`}
            isDisabled={mending.isBusy}
            onClick={() => {
              setOpen(true);
            }}
          >
            {isOneClick ? 'Mend' : 'Choose'}
          </Button>
        )}
      </div>
      {outcome === undefined && isOpen && (
        <RepairPreview
          fault={fault}
          isBusy={mending.isBusy}
          onMend={(choice) => {
            setOpen(false);
            mending.start([{ fault, choice }]);
          }}
          onCancel={() => {
            setOpen(false);
          }}
        />
      )}
    </li>
  );
}
