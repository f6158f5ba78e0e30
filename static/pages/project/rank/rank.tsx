import Button from '@atlaskit/button/new';
import { Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Level } from '../../../../src/domain/score/params';
import { ago } from '../../../parts/days';
import { reason } from '../../../parts/failure-words';
import { FailedLine, Loading } from '../../../parts/states';
import { LensLine } from '../lenses/lens-line';
import { LensNotes } from '../lenses/lens-notes';
import { useLenses } from '../lenses/use-lenses';
import { useJiraOrder } from '../queries';
import { asideNames, asides, type AsideName } from './asides';
import { ColumnsMenu } from './columns-menu';
import { drawnFor, type Drawn } from './drawn';
import { filterOrder, isFiltering, noFilter } from './filter';
import { Filters } from './filters';
import { Legend } from './legend';
import type { ItemMove } from './move';
import { movesOf } from './moves';
import { orderOf, type Order } from './order';
import { OrderChoice } from './order-choice';
import { RankTable } from './rank-table';
import { rowsBy, rowsOf } from './rows';
import { choosable, shownColumns } from './shown-columns';
import { useExtraColumns } from './use-extra-columns';
import styles from './rank.module.css';

export interface RankProps {
  readonly view: RankingView;
  readonly locale: string;
}

/** The backlog in build order: first which, then how sure, then why. */
export function Rank({ view, locale }: RankProps) {
  const [filter, setFilter] = useState(noFilter);
  const [level, setLevel] = useState<Level>('top');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [orderBy, setOrderBy] = useState<string>();
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
  const asked = useMemo(() => new Set(orderBy === undefined ? chosen : [...chosen, orderBy]), [chosen, orderBy]);
  const lenses = useLenses({ view, order, wanted: asked });
  const extra = useExtraColumns({ view, order, wanted: asked, lenses: lenses.columns });
  // Whoever orders by a number sees it.
  const columns = useMemo(() => shownColumns(asked, extra), [asked, extra]);
  const by = extra.find(({ id, isWaiting }) => id === orderBy && isWaiting !== true);
  const rows = useMemo(() => (by ? rowsBy(by, shown) : rowsOf(shown, drawn, jiraOrder.data)), [by, shown, drawn, jiraOrder.data]);
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
            <kbd>↑ ↓</kbd> rows <kbd>Enter</kbd> why <kbd>/</kbd> search
          </p>
        </div>
      </header>
      <Filters view={view} filter={filter} level={level} search={search} onFilter={setFilter} onLevel={setLevel}>
        <OrderChoice columns={extra} orderBy={orderBy} onOrderBy={setOrderBy} />
        <ColumnsMenu columns={choosable(extra)} chosen={chosen} onChoose={setChosen} />
      </Filters>
      <LensLine lenses={lenses} effortUnit={view.effortUnit} />
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
          columns={columns}
          order={order}
          drawn={drawn}
          jiraOrder={jiraOrder.data}
          moveOf={moveOf}
          view={view}
          locale={locale}
          notesOf={(id) => <LensNotes lenses={lenses} itemId={id} />}
          current={current}
          onCurrent={setCurrent}
          onSearch={() => search.current?.focus()}
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
