import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { PanelView } from '../../../src/contract/panel';
import { severityOfPain } from '../../../src/domain/evidence';
import { statementWords } from '../../../src/domain/statements';
import { coverWord } from '../../parts/cover-words';
import { dayOf } from '../../parts/days';
import { IssueLink } from '../../parts/issue-link';
import { SeverityBars } from '../../parts/severity';
import { isMeasured, speakerName } from '../../parts/sources';
import { StatementTile } from '../../parts/statement-tile';
import { Loading } from '../../parts/states';
import { Sentence, Strip, Voices } from './backed-statement';
import backed from './backed-statement.module.css';
import { CoverChoice } from './cover';
import { LoudNote } from './loud-note';
import { NotConvinced } from './not-convinced';
import panel from './panel.module.css';
import styles from './statement-view.module.css';

// Most who open a statement only read it.
const AddFeedback = lazy(() => import('./add-feedback').then(({ AddFeedback }) => ({ default: AddFeedback })));
const LinkItem = lazy(() => import('./link-item').then(({ LinkItem }) => ({ default: LinkItem })));

type View = Extract<PanelView, { role: 'statement' }>;
type Row = View['customers'][number];

/** A statement's evidence by customer, for and against, what solves it and what it is linked to. */
export function StatementView({ view, locale }: { readonly view: View; readonly locale: string }) {
  const [speaksFor, speaksAgainst] = [view.customers.filter((row) => row.stance === 'for'), view.customers.filter((row) => row.stance === 'against')];
  return (
    <>
      <Sentence backed={view} how={statementWords[view.statement.kind].name} isHeading={false} />
      <Strip backed={view}>{view.loudest && <Loud rows={speaksFor} />}</Strip>
      <LoudNote loudest={view.loudest} />
      {speaksFor.length > 0 && <Customers title="Speaks for, by customer" rows={speaksFor} locale={locale} />}
      <Voices backed={view} locale={locale} isOnStatement />
      <NotConvinced issueId={view.issue.id} backed={view} canSay={view.canLink} locale={locale} isOnStatement />
      {speaksAgainst.length > 1 && <Customers title="Speaks against, by customer" rows={speaksAgainst} locale={locale} />}
      {view.statement.kind !== 'insight' && <SolvedBy view={view} />}
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
      {view.canEdit && <FeedbackFold view={view} />}
    </>
  );
}

/** One voice that is most of it. */
function Loud({ rows }: { readonly rows: readonly Row[] }) {
  const all = rows.reduce((sum, row) => sum + row.countsAs, 0);
  const largest = Math.max(...rows.map((row) => row.countsAs));
  return (
    <>
      <p className={backed.big}>Loud, not wide</p>
      <p className={panel.small}>{Math.round((100 * largest) / all)} % of it is one customer</p>
    </>
  );
}

/** What somebody said elsewhere, folded as the tag box is on an item. */
function FeedbackFold({ view }: { readonly view: View }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={panel.fold}
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <b>Add feedback</b> <span className={panel.subtle}>An interview, a score, a measurement</span>
      </summary>
      {isOpen && (
        <Suspense fallback={<Loading what="the form" />}>
          <AddFeedback statement={view.statement} now={view.now} />
        </Suspense>
      )}
    </details>
  );
}

function Customers({ title, rows, locale }: { readonly title: string; readonly rows: readonly Row[]; readonly locale: string }) {
  const most = Math.max(...rows.map((row) => row.countsAs), Number.EPSILON);
  return (
    <section className={panel.section}>
      <table className={styles.customers}>
        <caption className={panel.small}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Messages</th>
            <th scope="col">Count as</th>
            <th scope="col">Strongest</th>
            <th scope="col">Newest</th>
            <th scope="col">Weight</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 10).map((row) => (
            <tr key={row.customer?.id ?? row.source}>
              <td>{speakerName(row)}</td>
              <td>{row.messages}</td>
              <td>{row.countsAs > 0 && row.countsAs < 0.05 ? '<0.1' : row.countsAs.toFixed(1)}</td>
              <td>{row.stance === 'for' && !isMeasured(row.source) && <SeverityBars label={severityOfPain(row.strongest)} />}</td>
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
  const via = view.statement.kind === 'opportunity' ? 'realises' : 'solves';
  const [isLinking, setLinking] = useState(false);
  return (
    <section className={panel.section}>
      <div className={panel.head}>
        <h3>{via === 'realises' ? 'Realised by' : 'Solved by'}</h3>
        {view.canLink && !isLinking && (
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              setLinking(true);
            }}
          >
            Link
          </Button>
        )}
      </div>
      {isLinking && (
        <Suspense fallback={<Loading what="the form" />}>
          <LinkItem
            statement={view.statement}
            via={via}
            onClose={() => {
              setLinking(false);
            }}
          />
        </Suspense>
      )}
      {view.solvedBy.length === 0 && <p className={panel.subtle}>Nothing yet.</p>}
      <ul>
        {view.solvedBy.map((item) => (
          <li key={item.id} className={styles.linked}>
            <IssueLink issueKey={item.key} /> <span className={styles.grow}>{item.summary}</span>
            {view.canLink ? (
              <CoverChoice issue={item} statement={view.statement} via={via} cover={item.cover} />
            ) : (
              <span className={panel.small}>{coverWord(item.cover)}</span>
            )}
            {item.isDone && <span className={panel.small}>done</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
