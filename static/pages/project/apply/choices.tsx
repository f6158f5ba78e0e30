import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { dayIn } from '../../../parts/days';
import { reason } from '../../../parts/failure-words';
import { FailedLine, Loading } from '../../../parts/states';
import type { AsideProps } from '../rank/asides';
import styles from './apply.module.css';
import { listedOf, placesOffered, useAsking } from './asking';
import { ByHandReasons } from './by-hand-reasons';
import { CrossedLinks, linkKey, type LinkState } from './crossed-links';
import { MovedMeanwhile } from './moved-meanwhile';
import { Preview } from './preview';
import { useBoardIssues, useBoards, usePreview, type Applying } from './queries';

interface ChoicesProps extends AsideProps {
  readonly jiraOrder: ReadonlyMap<string, number>;
  readonly applying: Applying;
  readonly onLookAgain: () => void;
}

const isSaid = (words: string): boolean => words.trim().length >= 3;

/** How much of the order, of which items, with what exceptions; and what would move by that, before any button. */
export function Choices({ view, order, level, locale, filtered, jiraOrder, applying: { start, last, reopen }, onLookAgain }: ChoicesProps) {
  const [withSprints, setWithSprints] = useState(false);
  const [boardId, setBoardId] = useState<number>();
  const [isByFilter, setByFilter] = useState(filtered !== undefined);
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const [links, setLinks] = useState<ReadonlyMap<string, LinkState>>(new Map());
  const boards = useBoards(view.project.id);
  const board = useBoardIssues(view.project.id, boardId);
  const scopes = { board: boardId === undefined ? undefined : (board.data ?? new Set<string>()), filtered: isByFilter ? filtered : undefined };
  const listed = listedOf(view, order, jiraOrder, scopes);
  const asking = useAsking(listed);
  const { taken, most, wanted, byHand } = asking;
  const current = [...jiraOrder].sort(([, a], [, b]) => a - b).map(([id]) => id);
  const isScoped = scopes.board !== undefined || scopes.filtered !== undefined;
  const asked = {
    projectId: view.project.id,
    wanted: [...wanted],
    current,
    scope: isScoped ? current.filter((id) => scopes.board?.has(id) !== false && scopes.filtered?.has(id) !== false) : null,
    withSprints,
    choices: [...links.values()].map(({ item, blocker, choice }) => ({ item, blocker, choice })),
    theirs: [...theirs],
  };
  const preview = usePreview(asked);
  const { data } = preview;
  const crossed = data?.links.filter(({ isCrossed }) => isCrossed) ?? [];
  const reasonFor = (link: { readonly item: string; readonly blocker: string }): string => links.get(linkKey(link))?.reason ?? '';
  const unsaid = byHand.filter((own) => !isSaid(own.reason)).length + crossed.filter((link) => !isSaid(reasonFor(link))).length;
  const moves = data?.moves.length ?? 0;
  const isReady = moves > 0 && unsaid === 0 && !preview.isPlaceholderData && !preview.isError;
  const apply = (): void => {
    if (!isReady || start.isPending) return;
    const overrides = [
      ...byHand.map(({ id, reason: words }) => ({ issueId: id, blocker: null, reason: words })),
      ...crossed.map((link) => ({ issueId: link.item, blocker: link.blocker, reason: reasonFor(link) })),
    ];
    start.mutate({ ...asked, level, overrides });
  };
  const lookAgain = (): void => {
    setTheirs([]);
    start.reset();
    onLookAgain();
    void preview.refetch();
  };
  const failure = start.error ?? preview.error;
  const offers = [...placesOffered.filter((offered) => offered < most), most];
  const sprints = data?.left.filter(({ why }) => why === 'in-sprint').length ?? 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (event.ctrlKey) apply();
        // Enter in a reason keeps the words; only the button and Ctrl + Enter apply.
        else if (event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <div className={styles.choices}>
        <label>
          Places{' '}
          <select
            value={taken}
            onChange={(event) => {
              asking.setPlaces(Number(event.currentTarget.value));
            }}
          >
            {offers.map((offered) => (
              <option key={offered} value={offered}>
                {offered === listed.length ? `all ${String(offered)}` : `the first ${String(offered)}`}
              </option>
            ))}
          </select>
        </label>
        {boards.data && boards.data.length > 0 && (
          <label>
            Board{' '}
            <select
              value={boardId ?? ''}
              onChange={({ currentTarget: { value } }) => {
                setBoardId(value === '' ? undefined : Number(value));
              }}
            >
              <option value="">all of {view.project.name}</option>
              {boards.data.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <input
            type="checkbox"
            checked={!withSprints}
            onChange={(event) => {
              setWithSprints(!event.currentTarget.checked);
            }}
          />
          Leave {sprints > 0 && !withSprints ? `${String(sprints)} ` : ''}
          {sprints === 1 && !withSprints ? 'item' : 'items'} in active sprints alone
        </label>
        {filtered && (
          <label>
            <input
              type="checkbox"
              checked={isByFilter}
              onChange={(event) => {
                setByFilter(event.currentTarget.checked);
              }}
            />
            Only what the list’s filter shows
          </label>
        )}
      </div>
      {boards.isError && (
        <FailedLine isBusy={boards.isFetching} onRetry={() => void boards.refetch()}>
          Couldn’t read the project’s boards. {reason(boards.error)} The order of the whole project can be applied.
        </FailedLine>
      )}
      {board.isError && (
        <FailedLine isBusy={board.isFetching} onRetry={() => void board.refetch()}>
          Couldn’t read what is on this board. {reason(board.error)}
        </FailedLine>
      )}
      {failure && wanted.length > 0 && (
        <p role="alert" className={styles.failed}>
          {reason(failure)}{' '}
          <Button spacing="compact" onClick={lookAgain}>
            Look again
          </Button>
        </p>
      )}
      {wanted.length === 0 && !board.isFetching && <p className={styles.note}>Nothing in this scope solves a stated problem or is pinned.</p>}
      {wanted.length > 0 && preview.isPending && <Loading what="what would move" />}
      {wanted.length > 0 && data && (
        <>
          <MovedMeanwhile
            moved={data.moved}
            onKeep={() => {
              setTheirs([...theirs, ...data.moved.map(({ id }) => id)]);
            }}
            onLookAgain={lookAgain}
          />
          {data.moved.length === 0 && (
            <>
              <Preview preview={data} view={view} jiraOrder={current} scope={asked.scope} asking={asking} />
              <ByHandReasons view={view} after={data.after} asking={asking} />
              <CrossedLinks
                links={data.links}
                view={view}
                after={data.after}
                states={links}
                onChange={(state: LinkState) => {
                  setLinks(new Map(links).set(linkKey(state), state));
                }}
              />
            </>
          )}
        </>
      )}
      <p className={styles.acts}>
        <Button type="submit" appearance="primary" isDisabled={!isReady} isLoading={start.isPending}>
          Apply {data ? data.after.length : wanted.length} places
        </Button>
        {last && (
          <Button
            appearance="subtle"
            onClick={() => {
              reopen.mutate(last.id);
            }}
          >
            What you applied {dayIn(last.startedAt, view.now, locale)}, and its undo
          </Button>
        )}
        <span className={styles.note} role="status">
          {unsaid > 0
            ? `${unsaid === 1 ? 'One exception needs' : `${String(unsaid)} exceptions need`} a reason first.`
            : 'Done in your name, with this page open: closing it pauses, opening it goes on. What it follows from is kept as a decision.'}
        </span>
      </p>
    </form>
  );
}
