import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import type { backedStatementShape } from '../../../src/contract/panel';
import { count } from '../../parts/count';
import { IssueLink } from '../../parts/issue-link';
import { StatementTile } from '../../parts/statement-tile';
import { Strength } from '../../parts/strength';
import { Trend } from '../../parts/trend';
import styles from './backed-statement.module.css';
import panel from './panel.module.css';
import { QuoteList } from './quote-list';

export type Backed = z.infer<typeof backedStatementShape>;

/** The sentence, who has it, and the job they try to do. */
export function Sentence({ backed, how, isHeading = true }: { readonly backed: Backed; readonly how: ReactNode; readonly isHeading?: boolean }) {
  const { statement } = backed;
  return (
    <div className={panel.section}>
      <div className={styles.line}>
        <StatementTile kind={statement.kind} />
        {isHeading && <IssueLink issueKey={statement.key} />}
        <span>{how}</span>
        {statement.isClosed && <span className={styles.closed}>closed</span>}
      </div>
      {isHeading && <h2 className={styles.sentence}>{statement.sentence}</h2>}
      <dl className={styles.who}>
        {statement.stakeholder !== undefined && <Pair name="Stakeholder" value={statement.stakeholder} />}
        {statement.job !== undefined && <Pair name="Job" value={statement.job} />}
      </dl>
    </div>
  );
}

const Pair = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** Strength in a word, number of customers with the trend, and one more fact. */
export function Strip({ backed, children }: { readonly backed: Backed; readonly children?: ReactNode }) {
  const { strength, trend } = backed;
  const speaking = strength.customersFor + strength.customersAgainst;
  return (
    <div className={styles.strip}>
      <div>
        <p className={styles.big}>
          <Strength value={strength.value} records={strength.records} />
        </p>
        <p className={panel.small}>
          {strength.customersAgainst === 0 ? 'nobody against' : `${String(strength.customersAgainst)} of ${String(speaking)} customers against`}
        </p>
      </div>
      <div>
        <p className={styles.big}>
          {count(strength.customersFor, 'customer')}
          <Trend months={trend} />
        </p>
        <p className={panel.small}>{trendWords(trend)}</p>
      </div>
      {children != null && <div>{children}</div>}
    </div>
  );
}

function trendWords(months: readonly number[]): string {
  const sum = (part: readonly number[]): number => part.reduce((total, n) => total + n, 0);
  const [recent, before] = [sum(months.slice(-3)), sum(months.slice(-6, -3))];
  if (recent > before) return `rising: ${String(recent)} in three months`;
  if (recent < before) return `falling: ${String(recent)} in three months`;
  return recent === 0 ? 'nothing in the last six months' : `steady: ${String(recent)} in three months`;
}

/** The strongest voices, then what was measured; the others on demand. */
export function Voices({ backed, locale, isOnStatement = false }: { readonly backed: Backed; readonly locale: string; readonly isOnStatement?: boolean }) {
  const { quotes, measured, pieces, statement } = backed;
  return (
    <section className={panel.section}>
      <div className={panel.head}>
        <h3>Strongest quotes</h3>
        <span className={panel.small}>{pieces.for === 0 ? 'no feedback yet' : `${count(pieces.for, 'piece')} of feedback`}</span>
      </div>
      {quotes.length + measured.length === 0 ? (
        <p className={panel.subtle}>No words yet. Tag a ticket or paste a quote.</p>
      ) : (
        <QuoteList quotes={quotes} rest={measured} pieces={pieces.for} statementKey={isOnStatement ? undefined : statement.key} locale={locale} />
      )}
    </section>
  );
}
