import { lazy, Suspense, useState } from 'react';
import type { RankingView } from '../../../src/contract/ranking';
import { Empty, Loading, LookUp } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import styles from './project-page.module.css';
import { secondOpinionRoute, usePlace, useRanking } from './queries';
import type { AsideName } from './rank/asides';
import { Rank } from './rank/rank';

// Whoever comes for the order waits for nothing else.
const Decisions = lazy(() => import('./decisions/decisions').then(({ Decisions }) => ({ default: Decisions })));
const SecondOpinion = lazy(() => import('./second-opinion/second-opinion').then(({ SecondOpinion }) => ({ default: SecondOpinion })));
const Health = lazy(() => import('./health/health').then(({ Health }) => ({ default: Health })));

const tabs = { rank: 'Rank', decisions: 'Decisions', health: 'Health' } as const;
type Tab = keyof typeof tabs;

/** The project page: its answer to "which should we build first?" is the heading. */
export function ProjectPage() {
  const place = usePlace();
  return (
    <main className={styles.page}>
      <LookUp query={place} what="this page’s project">
        {({ projectId, locale, route }) => (projectId === undefined ? <NoProject /> : <Parts projectId={projectId} locale={locale} route={route} />)}
      </LookUp>
    </main>
  );
}

function NoProject() {
  return (
    <Empty title="This page belongs to a project">
      <p>Open a project and choose Groundwork there.</p>
    </Empty>
  );
}

interface PartsProps {
  readonly projectId: string;
  readonly locale: string;
  readonly route: string;
}

function Parts({ projectId, locale, route }: PartsProps) {
  const ranking = useRanking(projectId);
  const [tab, setTab] = useState<Tab>('rank');
  const { data } = ranking;
  return (
    <>
      {(data ? data.state !== 'not-set-up' : ranking.isError) && <Tabs label="Groundwork" tabs={tabs} current={tab} onChange={setTab} />}
      {tab === 'rank' && (
        <LookUp query={ranking} what="the order">
          {(view) => <Order view={view} locale={locale} route={route} />}
        </LookUp>
      )}
      {tab === 'decisions' && (
        <Suspense fallback={<Loading what="the decisions" />}>
          <Decisions projectId={projectId} locale={locale} />
        </Suspense>
      )}
      {tab === 'health' && (
        <Suspense fallback={<Loading what="what is wrong" />}>
          <Health projectId={projectId} locale={locale} />
        </Suspense>
      )}
    </>
  );
}

function Order({ view, locale, route }: { readonly view: RankingView; readonly locale: string; readonly route: string }) {
  const [opens, setOpens] = useState<AsideName | undefined>(route === secondOpinionRoute ? 'opinion' : undefined);
  if (view.state === 'estimating') {
    return (
      <Suspense fallback={<Loading what="the second opinion" />}>
        <SecondOpinion
          view={view}
          locale={locale}
          onFinish={() => {
            setOpens('opinion');
          }}
        />
      </Suspense>
    );
  }
  if (view.state === 'not-set-up' || view.state === 'not-enabled') {
    return <NotReady state={view.state} isJiraAdmin={view.isJiraAdmin} project={view.project.name} />;
  }
  if (view.state === 'building' && view.items.length === 0) return <Building progress={view.progress} project={view.project.name} />;
  return <Rank view={view} locale={locale} opens={opens} />;
}

function NotReady({ state, isJiraAdmin, project }: { readonly state: 'not-set-up' | 'not-enabled'; readonly isJiraAdmin: boolean; readonly project: string }) {
  const title = state === 'not-set-up' ? 'Groundwork is not set up yet' : `${project} is not ranked yet`;
  return (
    <Empty title={title}>
      <p>
        {isJiraAdmin
          ? 'Open Jira settings, Apps, Groundwork. It shows a plan before it changes anything.'
          : 'Ask a Jira admin to open Jira settings, Apps, Groundwork and choose this project.'}
      </p>
    </Empty>
  );
}

function Building({ progress, project }: { readonly progress: { readonly done: number; readonly of: number } | null; readonly project: string }) {
  return (
    <Empty title={`Reading ${project} for the first time`}>
      <progress aria-label="Issues read" value={progress?.done} max={Math.max(1, progress?.of ?? 1)} />
      <p role="status">
        {progress
          ? `${String(progress.done)} of about ${String(progress.of)} issues. You can leave this page; it goes on by itself.`
          : 'It starts in a moment.'}
      </p>
    </Empty>
  );
}
