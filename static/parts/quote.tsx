import type { QuoteView } from '../../src/contract/shapes';
import { dayOf } from './days';
import { IssueLink } from './issue-link';
import styles from './quote.module.css';
import { SeverityBars } from './severity';
import { SourceIcon } from './source-icon';
import { isMeasured, sourceName, sourceWithValue } from './sources';

export interface QuoteProps {
  readonly quote: QuoteView;
  readonly locale: string;
  /** What it counts, where its weight is explained. */
  readonly counts?: number;
}

/** One voice, verbatim, with who, where, when and how bad; a measurement has no quotation marks. */
export function Quote({ quote, locale, counts }: QuoteProps) {
  return (
    <li className={styles.quote}>
      <SourceIcon source={quote.source} />
      <div>
        <Words quote={quote} />
        <div className={styles.meta}>
          {quote.customer && <b>{quote.customer.name}</b>}
          {!isMeasured(quote.source) && <span>{sourceWithValue(quote.source, quote.raw)}</span>}
          {quote.ticketKey !== null && <IssueLink issueKey={quote.ticketKey} />}
          <span>{dayOf(quote.at, locale)}</span>
          {counts !== undefined && (
            <span>
              counts <b>{counts.toFixed(2)}</b>
            </span>
          )}
          {quote.source === 'ticket' && typeof quote.raw === 'string' && (
            <span className={styles.severity}>
              <SeverityBars label={quote.raw} />
            </span>
          )}
        </div>
      </div>
    </li>
  );
}

function Words({ quote }: { readonly quote: QuoteView }) {
  if (isMeasured(quote.source)) {
    return (
      <p>
        {quote.text ?? sourceWithValue(quote.source, quote.raw)}{' '}
        <span className={styles.measured}>{quote.text === null ? 'measured' : `measured, ${sourceName(quote.source)}`}</span>
      </p>
    );
  }
  if (quote.text !== null) return <blockquote>“{quote.text}”</blockquote>;
  return <p className={styles.measured}>{quote.ticketKey === null ? 'A tagged ticket you can’t open' : 'The ticket speaks for itself'}</p>;
}
