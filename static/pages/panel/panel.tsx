import { lazy, Suspense, useState } from 'react';
import type { PanelView } from '../../../src/contract/panel';
import { Empty, Loading, LookUp } from '../../parts/states';
import styles from './panel.module.css';
import { usePanel } from './queries';

// Each role loads only its own part.
const ItemView = lazy(() => import('./item-view').then(({ ItemView }) => ({ default: ItemView })));
const TicketView = lazy(() => import('./ticket-view').then(({ TicketView }) => ({ default: TicketView })));
const StatementView = lazy(() => import('./statement-view').then(({ StatementView }) => ({ default: StatementView })));
const FaultNotes = lazy(() => import('./fault-notes').then(({ FaultNotes }) => ({ default: FaultNotes })));

type Opened = Exclude<PanelView, { role: 'not-set-up' }>;

/** One frame per issue that adapts to what the issue is. */
export function Panel() {
  const panel = usePanel();
  return (
    <main className={styles.panel} aria-label="Groundwork">
      <LookUp query={panel} what="the problem">
        {({ view, locale }) => (
          <Suspense fallback={<Loading what="the problem" />}>
            {view.role === 'item' && <ItemView view={view} locale={locale} />}
            {view.role === 'ticket' && <TicketView view={view} locale={locale} />}
            {view.role === 'statement' && <StatementView view={view} locale={locale} />}
            {view.role === 'not-set-up' && <NotSetUp isJiraAdmin={view.isJiraAdmin} />}
            {view.role !== 'not-set-up' && <Faults issue={view.issue} faults={view.faults} />}
          </Suspense>
        )}
      </LookUp>
    </main>
  );
}

function Faults({ issue, faults }: Pick<Opened, 'issue' | 'faults'>) {
  // What was mended here keeps its undo when the panel is read again and knows of no fault any more.
  const [first] = useState(faults);
  return first.length > 0 || faults.length > 0 ? <FaultNotes projectId={issue.projectId} faults={faults} /> : null;
}

function NotSetUp({ isJiraAdmin }: { readonly isJiraAdmin: boolean }) {
  return (
    <Empty title="Groundwork is not set up yet">
      <p>
        {isJiraAdmin
          ? 'Open Jira settings, Apps, Groundwork: it shows a plan before it changes anything.'
          : 'Ask a Jira admin to open Jira settings, Apps, Groundwork. It takes one guided step.'}
      </p>
    </Empty>
  );
}
