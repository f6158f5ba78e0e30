import Button from '@atlaskit/button/new';
import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { reason } from '../../../parts/failure-words';
import { FailedLine, Loading } from '../../../parts/states';
import { LensLine } from '../lenses/lens-line';
import { LensNotes } from '../lenses/lens-notes';
import { useLenses } from '../lenses/use-lenses';
import { laneOf } from '../pins/lane';
import { useJiraOrder } from '../queries';
import { asideNames, asides, type AsideName } from './asides';
import { choicesOf } from './choices';
import { ColumnsMenu } from './columns-menu';
import type { Known } from './facts';
import { filterOrder, isFiltering } from './filter';
import { Filters } from './filters';
import { Legend } from './legend';
import { ListMenu } from './list-menu';
import { movesOf } from './moves';
import { orderOf } from './order';
import { OrderChoice } from './order-choice';
import { RankHead } from './rank-head';
import { RankTable } from './rank-table';
import { openRows, rowsBy, rowsOf } from './rows';
import { choosable, shownColumns } from './shown-columns';
import { summaryOf } from './summary';
import { useDrawn } from './use-drawn';
import { useExtraColumns } from './use-extra-columns';
import { useJql } from './use-jql';
import { useListing } from './use-listing';
import { usePageKeys } from './use-page-keys';
import { ViewsMenu } from './views-menu';
import styles from './rank.module.css';

const PrintView = lazy(() => import('./print-view').then(({ PrintView }) => ({ default: PrintView })));
const KeysHelp = lazy(() => import('./keys-help').then(({ KeysHelp }) => ({ default: KeysHelp })));

export interface RankProps {
  readonly view: RankingView;
  readonly locale: string;
  /** What to show first instead of the list. */
  readonly opens?: AsideName | undefined;
}

const noneClosed: ReadonlySet<string> = new Set();

/** The backlog in build order: first which, then how sure, then why. */
export function Rank({ view, locale, opens }: RankProps) {
  const { listing, choosing, opened, change, chooseColumns, open, setOpened, reset } = useListing(view);
  const { filter, level, columns: chosen, orderBy } = listing;
  const [aside, setAside] = useState<AsideName | 'print' | undefined>(opens);
  const [current, setCurrent] = useState<string>();
  const [closed, setClosed] = useState(noneClosed);
  const [isHelping, setHelping] = useState(false);
  const [said, say] = useState('');
  const [heard, announce] = useState('');
  const search = useRef<HTMLInputElement>(null);

  const choices = useMemo(() => choicesOf(view), [view]);
  const order = useMemo(() => orderOf(view, level), [view, level]);
  const drawn = useDrawn(order);
  const jiraOrder = useJiraOrder(view.project);
  const jql = useJql(view.project, filter.jql);
  const moves = useMemo(() => movesOf(order, jiraOrder.data), [order, jiraOrder.data]);
  const known: Known = { view, drawn, jiraOrder: jiraOrder.data, moveOf: (id) => moves.get(id) ?? (jiraOrder.isPending ? 'loading' : 'unknown') };

  const wanted = useDeferredValue(filter);
  const found = filter.jql === '' || jql.isError ? undefined : jql.data;
  const shown = useMemo(() => filterOrder(order, wanted, view, found), [order, wanted, view, found]);
  const asked = useMemo(() => new Set(orderBy === null ? chosen : [...chosen, orderBy]), [chosen, orderBy]);
  const lenses = useLenses({ view, order, wanted: asked });
  const extra = useExtraColumns({ view, wanted: asked, lenses: lenses.columns, locale });
  const columns = useMemo(() => shownColumns(asked, extra), [asked, extra]);
  const by = extra.find(({ id, isWaiting }) => id === orderBy && isWaiting !== true);
  const lane = useMemo(() => laneOf(view, order, isFiltering(wanted) ? shown : undefined), [view, order, wanted, shown]);
  const rows = useMemo(() => (by ? rowsBy(by, shown) : rowsOf(shown, drawn, jiraOrder.data, lane)), [by, shown, drawn, jiraOrder.data, lane]);
  const inSight = useMemo(() => openRows(rows, closed), [rows, closed]);

  const pageKeys = useMemo(
    () => ({
      '?': () => {
        setHelping((was) => !was);
      },
      '/': () => search.current?.focus(),
    }),
    [],
  );
  usePageKeys(pageKeys);

  const first = order.placed[0];
  const title = first ? `Build ${first.item.summary} first` : 'No item solves a stated problem yet';
  const summary = summaryOf(order, view, locale);
  const shownItems = shown.placed.length + shown.unstated.length;
  const back = (): void => {
    setAside(undefined);
  };

  if (aside === 'print') {
    return (
      <Suspense fallback={<Loading what="the print view" />}>
        <PrintView title={title} summary={summary} rows={rows} columns={columns} known={known} locale={locale} onClose={back} />
      </Suspense>
    );
  }
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
          filtered={isFiltering(wanted) ? new Set(rows.map(({ id }) => id)) : undefined}
          onClose={back}
        />
      </Suspense>
    );
  }

  const takeOut = async (): Promise<void> => {
    const [{ listCsv }, { saveFile }] = await Promise.all([import('./list-file'), import('../../../parts/save-file')]);
    saveFile(`groundwork-${view.project.key}-${new Date(view.now * 1000).toISOString().slice(0, 10)}.csv`, 'text/csv', listCsv(rows, columns, known));
    say(`A file with ${String(shownItems)} items is saved.`);
  };
  const toggleGroup = (id: string): void => {
    const isClosed = closed.has(id);
    setClosed(new Set(isClosed ? [...closed].filter((own) => own !== id) : [...closed, id]));
    announce(isClosed ? 'Group opened.' : 'Group closed.');
  };

  return (
    <>
      <RankHead view={view} title={title} summary={summary}>
        {first &&
          asideNames.map((name) => (
            <Button
              key={name}
              appearance={name === 'apply' ? 'primary' : 'default'}
              onClick={() => {
                setAside(name);
              }}
            >
              {asides[name].words}
            </Button>
          ))}
      </RankHead>
      {isHelping && (
        <Suspense fallback={null}>
          <KeysHelp
            onClose={() => {
              setHelping(false);
            }}
          />
        </Suspense>
      )}
      <Filters
        choices={choices}
        filter={filter}
        level={level}
        jql={{ isAsking: jql.isFetching, failure: jql.error }}
        search={search}
        onFilter={(next) => {
          change({ filter: next });
        }}
        onLevel={(next) => {
          change({ level: next });
        }}
      >
        <p className={styles.said} role="status">
          {isFiltering(wanted) && `${String(shownItems)} of ${String(order.placed.length + order.unstated.length)} items shown. `}
          {said}
          {choosing.isError && ` The columns couldn’t be kept for next time. ${reason(choosing.error)}`}
        </p>
        <div className={styles.menus}>
          <ViewsMenu
            project={view.project}

            opened={opened}
            listing={listing}
            onOpen={(chosenView) => {
              const leftOut = chosenView ? open(chosenView, choices, choosable(extra)) : [];
              if (!chosenView) reset();
              say(leftOut.length === 0 ? 'View opened.' : `View opened without ${leftOut.join(', ')}: nothing here has it any more.`);
            }}
            onSaved={setOpened}
          />
          <OrderChoice
            columns={extra}
            orderBy={orderBy}
            onOrderBy={(id) => {
              change({ orderBy: id });
            }}
          />
          <ColumnsMenu columns={choosable(extra)} chosen={chosen} onChoose={chooseColumns} />
          <ListMenu
            onExport={() => void takeOut()}
            onPrint={() => {
              setAside('print');
            }}
          />
        </div>
      </Filters>
      <LensLine lenses={lenses} effortUnit={view.effortUnit} />
      {jiraOrder.isError && (
        <FailedLine isBusy={jiraOrder.isFetching} onRetry={() => void jiraOrder.refetch()}>
          Couldn’t read Jira’s own order. {reason(jiraOrder.error)}{' '}
          {jiraOrder.data ? 'The moves are from before.' : 'The build order stands; how far each item moves isn’t known.'}
        </FailedLine>
      )}
      {rows.length === 0 ? (
        <p className={styles.none}>{isFiltering(wanted) ? 'No item fits this search.' : 'There is no open item in this project yet.'}</p>
      ) : (
        <RankTable
          label={by ? `Items by ${by.title}` : 'Items in build order'}
          rows={inSight}
          columns={columns}
          order={order}
          known={known}
          locale={locale}
          notesOf={(id) => <LensNotes lenses={lenses} itemId={id} />}
          current={current}
          onCurrent={setCurrent}
          closed={closed}
          onToggleGroup={toggleGroup}
          acts={{
            c: () => {
              setAside('compare');
            },
          }}
        />
      )}
      <p className="visually-hidden" role="status">
        {heard}
      </p>
      <Legend view={view} />
    </>
  );
}
