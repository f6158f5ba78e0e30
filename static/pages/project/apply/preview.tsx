import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { OrderPreview } from '../../../../src/contract/order';
import type { RankingView } from '../../../../src/contract/ranking';
import styles from './apply.module.css';
import type { Asking } from './asking';
import { MovesTable } from './moves-table';
import { TwoColumns } from './two-columns';

const shownFirst = 12;

interface PreviewProps {
  readonly preview: OrderPreview;
  readonly view: RankingView;
  readonly jiraOrder: readonly string[];
  readonly scope: readonly string[] | null;
  readonly asking: Asking;
}

/** What would move: figures first, then both orders side by side with the moves drawn between them, and the same as a table. */
export function Preview({ preview, view, jiraOrder, scope, asking }: PreviewProps) {
  const { moves, calls, left, after } = preview;
  const [isWhole, setWhole] = useState(false);
  const untouched = new Set<string>(left.map(({ id }) => id));
  const movable = scope && new Set(scope);
  const now = jiraOrder.filter((id) => !untouched.has(id) && movable?.has(id) !== false);
  const shown = isWhole ? after.length : Math.min(shownFirst, after.length);
  const stay = after.filter((id) => !moves.some((move) => move.id === id)).length;
  return (
    <>
      <p className={styles.figures} role="status">
        <span>
          <b>{moves.length}</b> {moves.length === 1 ? 'item moves' : 'items move'}
        </span>
        <span>
          <strong>{stay}</strong> {stay === 1 ? 'is' : 'are'} not touched: others go past
        </span>
        <span>
          <strong>{calls}</strong> {calls === 1 ? 'call' : 'calls'} to Jira
        </span>
        <span>items without evidence keep their order</span>
        {leftWords(left).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {moves.length === 0 ? (
        <p className={styles.note}>Jira’s order of these {after.length} is this one already.</p>
      ) : (
        <div className={styles.box}>
          <TwoColumns now={now} after={after} shown={shown} moves={moves} view={view} asking={asking} />
          <p className={styles.legend}>
            <span data-line="moved">moved, bold on the right</span>
            <span data-line="far">from further down</span>
            <span data-line="stays">not touched: others go past</span>
            {after.length > shownFirst && (
              <Button
                spacing="compact"
                appearance="subtle"
                onClick={() => {
                  setWhole(!isWhole);
                }}
              >
                {isWhole ? `The first ${String(shownFirst)} only` : `All ${String(after.length)} places`}
              </Button>
            )}
          </p>
          <MovesTable moves={moves} view={view} />
        </div>
      )}
    </>
  );
}

function leftWords(left: OrderPreview['left']): readonly string[] {
  const count = (why: OrderPreview['left'][number]['why']): number => left.filter((own) => own.why === why).length;
  return [
    [count('theirs'), 'kept where others put them'],
    [count('waits'), 'left behind what blocks them'],
    [count('forbidden'), 'you may not rank'],
    [count('gone'), 'gone or not for you'],
  ].flatMap(([n, words]) => (n === 0 ? [] : [`${String(n)} ${String(words)}`]));
}
