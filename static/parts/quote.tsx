import type { QuoteView } from '../../src/contract/shapes';
import { severities, severityOfPain, type Severity } from '../../src/domain/evidence';
import { dayOf } from './days';
import { IssueLink } from './issue-link';
import styles from './quote.module.css';
import { SeverityBars } from './severity';
import { SourceIcon } from './source-icon';
import { isMeasured, receiptWords, sourceName, sourceWithValue } from './sources';

export interface QuoteProps {
  readonly quote: QuoteView;
  readonly locale: string;
  /** What it counts, where its weight is explained. */
  readonly counts?: number;
}

/** One voice, verbatim, with who, where, when and how bad; a measurement has no quotation marks. */
export function Quote({ quote, locale, counts }: QuoteProps) {
  const severity = severityOf(quote);
  return (
    <li className={styles.quote}>
      <SourceIcon source={quote.source} />
      <div>
        <Words quote={quote} />
        <div className={styles.meta}>
          {quote.customer && <b>{quote.customer.name}</b>}
          {!isMeasured(quote.source) && <span title={quote.receipt && receiptWords(quote.receipt)}>{sourceWithValue(quote.source, quote.raw)}</span>}
          {quote.ticketKey !== null && <IssueLink issueKey={quote.ticketKey} />}
          <span>{dayOf(quote.at, locale)}</span>
          {counts !== undefined && (
            <span>
              counts <b>{counts.toFixed(2)}</b>
            </span>
          )}
          {severity !== undefined && (
            <span className={styles.severity} title={quote.receipt && receiptWords(quote.receipt)}>
              <SeverityBars label={severity} />
            </span>
          )}
        </div>
      </div>
    </li>
  );
}

/** How bad it is, in one word for every scale; who speaks against reports no pain. */
function severityOf({ source, raw, stance, receipt }: QuoteView): Severity | undefined {
  if (raw === null || stance === 'against' || isMeasured(source)) return undefined;
  return severities.find(({ label }) => label === raw)?.label ?? (receipt && severityOfPain(receipt.pain));
}

function Words({ quote }: { readonly quote: QuoteView }) {
  if (isMeasured(quote.source)) {
    return (
      <p>
        {quote.text ?? sourceWithValue(quote.source, quote.raw)}{' '}
        <span className={styles.measured} title={quote.receipt && receiptWords(quote.receipt)}>
          {quote.text === null ? 'measured' : `measured, ${sourceName(quote.source)}`}
        </span>
      </p>
    );
  }
  if (quote.text !== null) return <blockquote>“{quote.text}”</blockquote>;
  return <p className={styles.measured}>{quote.ticketKey === null ? 'A tagged ticket you can’t open' : 'The ticket speaks for itself'}</p>;
}
