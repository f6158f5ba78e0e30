import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useMemo, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { SecondOpinionView } from '../../../../src/contract/second-opinion';
import { leftBehind, reason } from '../../../parts/failure-words';
import { Empty } from '../../../parts/states';
import { IssueName } from '../rank/issue-name';
import type { Order } from '../rank/order';
import { useRoundAct } from './queries';
import styles from './second-opinion.module.css';

/** As many as a team estimates in a quarter of an hour. */
const usual = 12;
const most = 30;
const shownAtOnce = 30;

export interface NextRoundProps {
  readonly opinion: SecondOpinionView;
  readonly order: Order;
  readonly view: RankingView;
}

/** A lead chooses what to ask about: the first places, unless other items are. */
export function NextRound({ opinion: { mayLead, round, revealed }, order, view }: NextRoundProps) {
  const [isChoosing, setIsChoosing] = useState(round === null);
  if (!mayLead) {
    return round || revealed ? null : (
      <Empty title="Nobody has asked for a second opinion yet">
        <p>Who may schedule issues in {view.project.name} can ask the team here.</p>
      </Empty>
    );
  }
  return isChoosing ? (
    <ChooseItems order={order} view={view} />
  ) : (
    <p>
      <Button
        onClick={() => {
          setIsChoosing(true);
        }}
      >
        Ask for another second opinion
      </Button>
    </p>
  );
}

function ChooseItems({ order, view }: Pick<NextRoundProps, 'order' | 'view'>) {
  const items = useMemo(() => [...order.placed.map(({ item }) => item), ...order.unstated], [order]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(order.placed.slice(0, usual).map(({ item }) => item.id)));
  const [text, setText] = useState('');
  // One act, however often the button is pressed.
  const [requestId] = useState(() => crypto.randomUUID());
  const asking = useRoundAct('askSecondOpinion', view.project.id);
  const wanted = text.trim().toLowerCase();
  const found = items.filter(({ key, summary }) => `${key} ${summary}`.toLowerCase().includes(wanted));
  return (
    <form
      className={styles.choose}
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate({ projectId: view.project.id, requestId, items: items.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) });
      }}
    >
      <h2>What do you want to ask about?</h2>
      <p className={styles.subtle}>The first {usual} of the order are chosen. People see them in an order of their own, without place or score.</p>
      <Textfield
        type="search"
        isCompact
        aria-label="Search items to ask about"
        placeholder="Search"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <ul className={styles.choices} aria-label="Items to ask about">
        {found.slice(0, shownAtOnce).map((item) => (
          <li key={item.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(item.id)}
                disabled={!chosen.has(item.id) && chosen.size >= most}
                onChange={() => {
                  const next = new Set(chosen);
                  if (!next.delete(item.id)) next.add(item.id);
                  setChosen(next);
                }}
              />
              <IssueName item={item} type={view.types[item.type]} />
            </label>
          </li>
        ))}
      </ul>
      {found.length > shownAtOnce && <p className={styles.note}>and {found.length - shownAtOnce} more: search for them</p>}
      {asking.error && (
        <p role="alert" className={styles.failed}>
          {reason(asking.error)} {leftBehind(asking.error)}
        </p>
      )}
      <p className={styles.acts}>
        <Button type="submit" appearance="primary" isDisabled={chosen.size === 0} isLoading={asking.isPending}>
          Ask about {chosen.size} {chosen.size === 1 ? 'item' : 'items'}
        </Button>
        {chosen.size >= most && <span className={styles.note}>{most} at most: nobody estimates more with care</span>}
      </p>
    </form>
  );
}
