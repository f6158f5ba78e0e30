import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { QuoteView } from '../../../src/contract/shapes';
import { IssueLink } from '../../parts/issue-link';
import { Quote } from '../../parts/quote';

const shownAtFirst = 3;

export interface QuoteListProps {
  readonly quotes: readonly QuoteView[];
  /** What follows them whatever is folded. */
  readonly rest?: readonly QuoteView[];
  /** How many there are in all, and the statement that shows them. */
  readonly pieces: number;
  readonly statementKey: string | undefined;
  readonly locale: string;
}

/** The strongest first, the others on demand; what was not sent is counted, and said where it is. */
export function QuoteList({ quotes, rest = [], pieces, statementKey, locale }: QuoteListProps) {
  const [isAll, setAll] = useState(false);
  const known = quotes.length + rest.length;
  return (
    <>
      <ul>
        {[...(isAll ? quotes : quotes.slice(0, shownAtFirst)), ...rest].map((quote) => (
          <Quote key={quote.id} quote={quote} locale={locale} />
        ))}
      </ul>
      {quotes.length > shownAtFirst && (
        <Button
          appearance="subtle"
          spacing="compact"
          aria-expanded={isAll}
          onClick={() => {
            setAll(!isAll);
          }}
        >
          {isAll ? 'Show the strongest only' : `Show all ${String(quotes.length)} quotes`}
        </Button>
      )}
      {pieces > known &&
        (statementKey === undefined ? (
          <p>and {pieces - known} more that weigh less</p>
        ) : (
          <p>
            <IssueLink issueKey={statementKey}>All {pieces} pieces of feedback</IssueLink>
          </p>
        ))}
    </>
  );
}
