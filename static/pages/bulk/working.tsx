import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { WorkView } from '../../../src/contract/work';
import { IssueLink } from '../../parts/issue-link';
import { reason } from '../../parts/states';
import { isOver, type DrivenWork, type OpenedWork } from '../../parts/use-work';
import styles from './bulk-page.module.css';
import { useIssuesOf } from './queries';
import type { SelectedIssue } from './selection';
import { TicketTable } from './ticket-table';
import { outcomeOf, sumOf, tickets } from './words';

export interface WorkingProps {
  readonly driven: DrivenWork;
  readonly opened: OpenedWork;
  readonly onMore: () => void;
}

/** How far it is, what came of each ticket, and the one undo for all of them. */
export function Working({ driven, opened, onMore }: WorkingProps) {
  const { work, steps } = opened;
  const issues = useIssuesOf(opened);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const known = new Map((issues.data ?? []).map((issue) => [issue.id, issue]));
  const statementId = work.about.kind === 'tag' ? work.about.statementId : '';
  const statement = known.get(statementId);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {work.about.kind === 'tag' && `Evidence ${work.about.stance} `}
        {statement ? (
          <>
            <IssueLink issueKey={statement.key} /> {statement.summary}
          </>
        ) : (
          'the statement'
        )}
      </h2>
      <Progress driven={driven} work={work} />
      <p className={styles.subtle}>{sumOf(steps).join(' · ')}</p>
      {issues.isError && <p role="alert">Couldn’t look up the tickets’ names. {reason(issues.error)}</p>}
      <TicketTable
        issues={steps.map(({ subject }): SelectedIssue => known.get(subject) ?? { id: subject, key: '', summary: 'A ticket that you may not see' })}
        steps={new Map(steps.map((step) => [step.subject, step]))}
      />
      <footer className={styles.foot}>
        <Acts driven={driven} opened={opened} onMore={onMore} />
      </footer>
    </>
  );
}

function Progress({ driven: { driving, waitSeconds, failure }, work }: { readonly driven: DrivenWork; readonly work: WorkView }) {
  const { phase, of, done, undone } = work;
  const isUndoing = phase === 'undoing' || phase === 'undone';
  const [now, all] = isUndoing ? [undone, done] : [done, of];
  return (
    <>
      <p className={styles.progress}>
        <progress aria-label={isUndoing ? 'Tickets taken back' : 'Tickets done'} value={now} max={Math.max(1, all)} />
        <span role="status">
          {String(now)} of {tickets(all)} {endings[phase]}
          {!isOver(work) && driving === 'waiting' && ` Jira takes only so many writes on one statement: goes on in ${String(waitSeconds)} s.`}
          {!isOver(work) && driving === 'paused' && !failure && ' Waits for you.'}
        </span>
      </p>
      {failure && <p role="alert">It stopped here. {reason(failure)} What is done stays; going on is safe.</p>}
    </>
  );
}

const endings = {
  doing: 'done.',
  done: 'done. That’s all.',
  stopped: 'done. You stopped the rest.',
  undoing: 'taken back.',
  undone: 'looked at. All tags of this are taken back.',
} as const satisfies Record<WorkView['phase'], string>;

function Acts({ driven, opened: { work, steps }, onMore }: WorkingProps) {
  const { driving } = driven;
  const hasToUndo = steps.some((step) => ['done', 'partly', 'failed'].includes(outcomeOf(step)?.outcome ?? ''));
  return (
    <div className={styles.acts}>
      {!isOver(work) && driving === 'paused' && (
        <Button appearance="primary" onClick={driven.resume}>
          Go on
        </Button>
      )}
      {!isOver(work) && driving !== 'paused' && <Button onClick={driven.pause}>Pause</Button>}
      {work.phase === 'doing' && (
        <Button appearance="subtle" onClick={driven.stop}>
          Stop here
        </Button>
      )}
      {work.phase !== 'undoing' && work.phase !== 'undone' && hasToUndo && (
        <Button appearance="subtle" onClick={driven.undo}>
          Undo all of it
        </Button>
      )}
      {isOver(work) && <Button onClick={onMore}>Tag others</Button>}
    </div>
  );
}
