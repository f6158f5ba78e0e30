import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { OrderPreview } from '../../../../src/contract/order';
import type { RankingView } from '../../../../src/contract/ranking';
import type { LinkChoice } from '../../../../src/domain/order/blockers';
import styles from './apply.module.css';

type Link = OrderPreview['links'][number];

/** What the person said about one link. */
export interface LinkState {
  readonly item: string;
  readonly blocker: string;
  readonly choice: LinkChoice;
  readonly reason: string;
}

export const linkKey = ({ item, blocker }: Pick<LinkState, 'item' | 'blocker'>): string => `${item} ${blocker}`;

interface CrossedLinksProps {
  readonly links: readonly Link[];
  readonly view: RankingView;
  readonly after: readonly string[];
  readonly states: ReadonlyMap<string, LinkState>;
  readonly onChange: (state: LinkState) => void;
}

/** "Blocks" links that the evidence would cross: one choice each, and none is crossed without a reason. */
export function CrossedLinks({ links, view, after, states, onChange }: CrossedLinksProps) {
  if (links.length === 0) return null;
  const names = new Map(view.items.map(({ id, summary }) => [id as string, summary]));
  const placed = (id: string): string => (after.includes(id) ? ` (place ${String(after.indexOf(id) + 1)})` : '');
  return (
    <div className={styles.crossed}>
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      <div>
        <h2>{headline(links)}</h2>
        {links.map((link) => {
          const key = linkKey(link);
          const state: LinkState = states.get(key) ?? { item: link.item, blocker: link.blocker, choice: link.choice, reason: '' };
          return (
            <fieldset key={key}>
              <legend>
                {link.blockerKey} {names.get(link.blocker)}
                {placed(link.blocker)} blocks {link.itemKey} {names.get(link.item)}
                {placed(link.item)}.
              </legend>
              <div className={styles.options}>
                {optionsFor(link).map(([choice, words]) => (
                  <label key={choice}>
                    <input
                      type="radio"
                      name={key}
                      checked={link.choice === choice}
                      onChange={() => {
                        onChange({ ...state, choice });
                      }}
                    />
                    {words}
                  </label>
                ))}
              </div>
              {link.isCrossed && (
                <label className={styles.reason}>
                  {link.choice === 'cross' ? 'Why it is crossed' : 'They block each other in a circle, so that one link stays crossed. Why this one'}
                  <input
                    value={state.reason}
                    maxLength={300}
                    onChange={(event) => {
                      onChange({ ...state, reason: event.currentTarget.value });
                    }}
                  />
                </label>
              )}
            </fieldset>
          );
        })}
      </div>
    </div>
  );
}

function headline(links: readonly Link[]): string {
  const crossed = links.filter(({ isCrossed }) => isCrossed).length;
  if (crossed > 0) return `${crossed === 1 ? 'One “blocks” link is' : `${String(crossed)} “blocks” links are`} crossed`;
  return `The evidence would cross ${links.length === 1 ? 'one “blocks” link' : `${String(links.length)} “blocks” links`}: this order keeps ${links.length === 1 ? 'it' : 'them'}`;
}

function optionsFor({ itemKey, blockerKey, isOutside }: Link): readonly (readonly [LinkChoice, string])[] {
  const cross = ['cross', 'Cross it, with a reason'] as const;
  if (isOutside) return [['after', 'Leave where it is what this order would move'], cross];
  return [['before', `Bring ${blockerKey} up, just before ${itemKey}`], ['after', `Hold ${itemKey} back until after ${blockerKey}`], cross];
}
