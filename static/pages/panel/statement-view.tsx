import type { PanelView } from '../../../src/contract/panel';
import { statementWords } from '../../../src/domain/statements';
import { dayOf } from '../../parts/days';
import { IssueLink } from '../../parts/issue-link';
import { Quote } from '../../parts/quote';
import { sourceName } from '../../parts/sources';
import { StatementTile } from '../../parts/statement-tile';
import { Sentence, Strip, Voices } from './backed-statement';
import panel from './panel.module.css';
import styles from './statement-view.module.css';

type View = Extract<PanelView, { role: 'statement' }>;
type Row = View['customers'][number];

/** A statement's evidence by customer, for and against, what solves it and what it is linked to. */
export function StatementView({ view, locale }: { readonly view: View; readonly locale: string }) {
  const speaksFor = view.customers.filter((row) => row.stance === 'for');
  const loudest = speaksFor.find((row) => row.messages >= 5 && row.messages > 2 * row.countsAs);
  return (
    <>
      <Sentence backed={view} how={statementWords[view.statement.kind].name} isHeading={false} />
      <Strip backed={view} />
      {loudest && (
        <p className={panel.sunken}>
          <b>
            {loudest.messages} messages from {nameOf(loudest)} count as {loudest.countsAs.toFixed(1)} customers.
          </b>{' '}
          However often one customer speaks, it never counts for more than twice its strongest word.
        </p>
      )}
      {speaksFor.length > 0 && <Customers rows={speaksFor} locale={locale} />}
      <Voices backed={view} locale={locale} />
      <section className={panel.sunken}>
        <div className={panel.head}>
          <h3>Speaks against</h3>
        </div>
        {view.against.length === 0 ? (
          <p className={panel.subtle}>Nobody has spoken against it yet.</p>
        ) : (
          <ul>
            {view.against.map((quote) => (
              <Quote key={quote.id} quote={quote} locale={locale} />
            ))}
          </ul>
        )}
      </section>
      <SolvedBy view={view} />
      {view.linked.length > 0 && (
        <section className={panel.section}>
          <div className={panel.head}>
            <h3>Linked statements</h3>
          </div>
          <ul>
            {view.linked.map(({ phrase, statement }) => (
              <li key={`${phrase}${statement.id}`} className={styles.linked}>
                <StatementTile kind={statement.kind} /> <IssueLink issueKey={statement.key} /> <span className={styles.grow}>{statement.sentence}</span>
                <span className={panel.small}>{phrase}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const nameOf = (row: Row): string => row.customer?.name ?? (row.source === 'usage' ? 'Product usage' : `Unnamed (${sourceName(row.source)})`);

function Customers({ rows, locale }: { readonly rows: readonly Row[]; readonly locale: string }) {
  const most = Math.max(...rows.map((row) => row.countsAs), Number.EPSILON);
  return (
    <section className={panel.section}>
      <table className={styles.customers}>
        <caption className={panel.small}>Speaks for, by customer</caption>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Messages</th>
            <th scope="col">Count as</th>
            <th scope="col">Newest</th>
            <th scope="col">Weight</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 10).map((row) => (
            <tr key={row.customer?.id ?? row.source}>
              <td>{nameOf(row)}</td>
              <td>{row.messages}</td>
              <td>{row.countsAs > 0 && row.countsAs < 0.05 ? '<0.1' : row.countsAs.toFixed(1)}</td>
              <td>{dayOf(row.newest, locale)}</td>
              <td>
                <span className={styles.bar} style={{ width: `${String((100 * row.countsAs) / most)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > 10 && <p className={panel.small}>and {rows.length - 10} more</p>}
    </section>
  );
}

function SolvedBy({ view }: { readonly view: View }) {
  return (
    <section className={panel.section}>
      <div className={panel.head}>
        <h3>{view.statement.kind === 'opportunity' ? 'Realised by' : 'Solved by'}</h3>
      </div>
      {view.solvedBy.length === 0 && <p className={panel.subtle}>Nothing yet.</p>}
      <ul>
        {view.solvedBy.map((item) => (
          <li key={item.id} className={styles.linked}>
            <IssueLink issueKey={item.key} /> <span className={styles.grow}>{item.summary}</span>
            {item.isDone && <span className={panel.small}>done</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
