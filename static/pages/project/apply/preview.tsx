import type { OrderPreview } from '../../../../src/contract/order';
import type { RankingView } from '../../../../src/contract/ranking';
import { IssueLink } from '../../../parts/issue-link';
import styles from './apply.module.css';

const shown = 100;

interface PreviewProps {
  readonly preview: OrderPreview;
  readonly view: RankingView;
  readonly listed: number;
}

/** What would move, in the order it will have; what stays and what is left alone in figures. */
export function Preview({ preview: { moves, calls, left, crossed, kept }, view, listed }: PreviewProps) {
  const items = new Map(view.items.map((item) => [item.id, item]));
  const sprints = left.filter(({ why }) => why === 'in-sprint').length;
  const gone = left.length - sprints;
  return (
    <>
      <p className={styles.figures} role="status">
        <b>{moves.length}</b> {moves.length === 1 ? 'item moves' : 'items move'} · {calls} {calls === 1 ? 'call' : 'calls'} to Jira · items without evidence
        keep their order
        {sprints > 0 && ` · ${String(sprints)} in active sprints are left alone`}
        {gone > 0 && ` · ${String(gone)} are gone or not for you`}
      </p>
      {kept.map(({ id, key, blocker }) => (
        <p key={`${id} ${blocker}`} className={styles.kept}>
          <IssueLink issueKey={blocker} /> goes above <IssueLink issueKey={key} />, which it blocks, whatever the evidence has.
        </p>
      ))}
      {crossed.length > 0 && (
        <div className={styles.crossed} role="alert">
          <h2>{crossed.length === 1 ? 'One “blocks” link would be crossed' : `${String(crossed.length)} “blocks” links would be crossed`}</h2>
          <ul>
            {crossed.map(({ id, key, blocker }) => (
              <li key={`${id} ${blocker}`}>
                <IssueLink issueKey={key} /> comes before <IssueLink issueKey={blocker} />, which blocks it
              </li>
            ))}
          </ul>
        </div>
      )}
      {moves.length === 0 ? (
        <p className={styles.note}>Jira’s order of the first {listed} is this one already.</p>
      ) : (
        <table className={styles.moves}>
          <caption className="visually-hidden">Moves</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">In Jira now</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {[...moves]
              .sort((a, b) => a.to - b.to)
              .slice(0, shown)
              .map(({ id, from, to }) => {
                const item = items.get(id);
                return (
                  <tr key={id}>
                    <th scope="row">
                      {item ? (
                        <>
                          <IssueLink issueKey={item.key} /> {item.summary}
                        </>
                      ) : (
                        'An item without a stated problem'
                      )}
                    </th>
                    <td>{from}</td>
                    <td>
                      {to < from ? '↑' : '↓'} {to}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      )}
      {moves.length > shown && <p className={styles.note}>and {moves.length - shown} more</p>}
    </>
  );
}
