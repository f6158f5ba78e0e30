import type { OrderPreview } from '../../../../src/contract/order';
import type { RankingView } from '../../../../src/contract/ranking';
import { IssueLink } from '../../../parts/issue-link';
import styles from './apply.module.css';

/** The drawing in words and figures, for whoever can't see lines, and for printing. */
export function MovesTable({ moves, view }: { readonly moves: OrderPreview['moves']; readonly view: RankingView }) {
  const items = new Map(view.items.map((item) => [item.id, item]));
  return (
    <details className={styles.table}>
      <summary>The moves as a table</summary>
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
                      'An item that is not ranked here'
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
    </details>
  );
}
