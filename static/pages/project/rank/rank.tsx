import Button from '@atlaskit/button/new';
import { Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Level } from '../../../../src/domain/score/params';
import { ago } from '../../../parts/days';
import { reason } from '../../../parts/failure-words';
import { FailedLine, Loading } from '../../../parts/states';
import { useJiraOrder } from '../queries';
import { asideNames, asides, type AsideName } from './asides';
import { drawnFor, type Drawn } from './drawn';
import { filterOrder, isFiltering, noFilter } from './filter';
import { Filters } from './filters';
import { Legend } from './legend';
import type { ItemMove } from './move';
import { movesOf } from './moves';
import { orderOf, type Order } from './order';
import { RankTable } from './rank-table';
import { rowsOf } from './rows';
import styles from './rank.module.css';

export interface RankProps {
  readonly view: RankingView;
  readonly locale: string;
}

/** The backlog in build order: first which, then how sure, then why. */
export function Rank({ view, locale }: RankProps) {
  const [filter, setFilter] = useState(noFilter);
  const [level, setLevel] = useState<Level>('top');
  const [aside, setAside] = useState<AsideName>();
  const [current, setCurrent] = useState<string>();
  const search = useRef<HTMLInputElement>(null);
  const order = useMemo(() => orderOf(view, level), [view, level]);
  const drawn = useDrawn(order);
  const jiraOrder = useJiraOrder(view.project);
  const moves = useMemo(() => movesOf(order, jiraOrder.data), [order, jiraOrder.data]);
  const moveOf = (id: string): ItemMove => moves.get(id) ?? (jiraOrder.isPending ? 'loading' : 'unknown');
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterOrder(order, wanted), [order, wanted]);
  const rows = useMemo(() => rowsOf(shown, drawn, jiraOrder.data), [shown, drawn, jiraOrder.data]);
  const first = order.placed[0];
  if (aside) {
    const { Page } = asides[aside];
    return (
      <Suspense fallback={<Loading what="this part of the page" />}>
        <Page
          view={view}
          order={order}
          drawn={drawn}
          level={level}
          locale={locale}
          from={current}
          onClose={() => {
            setAside(undefined);
          }}
        />
      </Suspense>
    );
  }
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{first ? `Build ${first.item.summary} first` : 'No item solves a stated problem yet'}</h1>
          <p className={styles.summary}>
            {order.placed.length + order.unstated.length} items · {order.placed.length} solve a stated problem · up to date{' '}
            {ago(view.updatedAt, view.now, locale)}
            {view.state === 'building' && view.progress && ` · still reading, ${String(view.progress.done)} of about ${String(view.progress.of)}`}
          </p>
          {view.differsFromShared && <p className={styles.note}>You see statements that not everyone may see: Jira’s own “Evidence score” counts fewer.</p>}
        </div>
        <div className={styles.acts}>
          {first &&
            asideNames.map((name) => (
              <Button
                key={name}
                onClick={() => {
                  setAside(name);
                }}
              >
                {asides[name].words}
              </Button>
            ))}
          <p className={styles.keys}>
            <kbd>↑ ↓</kbd> rows <kbd>Enter</kbd> why <kbd>c</kbd> compare <kbd>f</kbd> flip <kbd>/</kbd> search
          </p>
        </div>
      </header>
      <Filters view={view} filter={filter} level={level} search={search} onFilter={setFilter} onLevel={setLevel} />
      {jiraOrder.isError && (
        <FailedLine isBusy={jiraOrder.isFetching} onRetry={() => void jiraOrder.refetch()}>
          Couldn’t read Jira’s own order. {reason(jiraOrder.error)}{' '}
          {jiraOrder.data ? 'The moves are from before.' : 'The build order stands; how far each item moves isn’t known.'}
        </FailedLine>
      )}
      {rows.length === 0 ? (
        <p className={styles.none} role="status">
          {isFiltering(wanted) ? 'No item fits this search.' : 'There is no open item in this project yet.'}
        </p>
      ) : (
        <RankTable
          rows={rows}
          order={order}
          drawn={drawn}
          jiraOrder={jiraOrder.data}
          moveOf={moveOf}
          view={view}
          locale={locale}
          current={current}
          onCurrent={setCurrent}
          onSearch={() => search.current?.focus()}
          onCompare={() => {
            setAside('compare');
          }}
        />
      )}
      <Legend view={view} />
    </>
  );
}

/** Draws follow the first rows: the order is there at once, its uncertainty a moment later. */
function useDrawn(order: Order): Drawn | undefined {
  const [drawn, setDrawn] = useState<{ readonly of: Order; readonly drawn: Drawn }>();
  useEffect(() => {
    const soon = setTimeout(() => {
      setDrawn({ of: order, drawn: drawnFor(order) });
    }, 30);
    return () => {
      clearTimeout(soon);
    };
  }, [order]);
  return drawn?.of === order ? drawn.drawn : undefined;
}
