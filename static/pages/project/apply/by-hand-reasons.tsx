import Button from '@atlaskit/button/new';
import type { RankingView } from '../../../../src/contract/ranking';
import { IssueLink } from '../../../parts/issue-link';
import styles from './apply.module.css';
import type { Asking } from './asking';

interface ByHandReasonsProps {
  readonly view: RankingView;
  readonly after: readonly string[];
  readonly asking: Asking;
}

/** What was put elsewhere than the evidence has it: each needs its reason, which the decision keeps. */
export function ByHandReasons({ view, after, asking: { byHand, setReason, putBack } }: ByHandReasonsProps) {
  if (byHand.length === 0) return null;
  const items = new Map(view.items.map((item) => [item.id as string, item]));
  return (
    <div className={styles.exceptions}>
      <h2>Moved by hand</h2>
      <ul>
        {byHand.map(({ id, reason }) => {
          const item = items.get(id);
          return (
            <li key={id}>
              <label>
                <span>
                  <IssueLink issueKey={item?.key ?? ''} tabIndex={-1} /> {item?.summary} goes to place {after.indexOf(id) + 1}, because
                </span>
                <input
                  aria-label={`Why ${item?.key ?? 'it'} stands elsewhere`}
                  value={reason}
                  maxLength={300}
                  onChange={(event) => {
                    setReason(id, event.currentTarget.value);
                  }}
                />
              </label>
              <Button
                spacing="compact"
                onClick={() => {
                  putBack(id);
                }}
              >
                Put back
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
