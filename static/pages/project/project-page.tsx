import { lazy, Suspense, useState } from 'react';
import { Empty, Failed, Loading } from '../../parts/states';
import styles from './project-page.module.css';
import { useRanking } from './queries';
import { Rank } from './rank/rank';
import { Tabs, type Tab } from './tabs';

// Whoever comes for the order waits for nothing else.
const Health = lazy(() => import('./health/health').then(({ Health }) => ({ default: Health })));

/** The project page: its answer to "which should we build first?" is the heading. */
export function ProjectPage() {
  const { ranking, projectId, locale } = useRanking();
  const [tab, setTab] = useState<Tab>('rank');
  const { data } = ranking;
  return (
    <main className={styles.page}>
      {(data ? data.state !== 'not-set-up' : ranking.isError) && <Tabs current={tab} onChange={setTab} />}
      {tab === 'rank' && <Order ranking={ranking} locale={locale} />}
      {tab === 'health' && projectId !== undefined && (
        <Suspense fallback={<Loading what="what is wrong" />}>
          <Health projectId={projectId} locale={locale} />
        </Suspense>
      )}
    </main>
  );
}

function Order({ ranking, locale }: Pick<ReturnType<typeof useRanking>, 'ranking' | 'locale'>) {
  const { data } = ranking;
  return (
    <>
      {ranking.isPending && <Loading what="the order" />}
      {ranking.isError && <Failed what="the order" failure={ranking.error} onRetry={() => void ranking.refetch()} />}
      {data && (data.state === 'not-set-up' || data.state === 'not-enabled') && (
        <NotReady state={data.state} isJiraAdmin={data.isJiraAdmin} project={data.project.name} />
      )}
      {data?.state === 'building' && data.items.length === 0 && <Building progress={data.progress} project={data.project.name} />}
      {data && (data.state === 'ready' || (data.state === 'building' && data.items.length > 0)) && (
        <Rank view={data} locale={locale} onReload={() => void ranking.refetch()} />
      )}
    </>
  );
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
