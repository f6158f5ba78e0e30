import Button from '@atlaskit/button/new';
import ThumbsDownIcon from '@atlaskit/icon/core/thumbs-down';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { QuoteView } from '../../../src/contract/shapes';
import { count } from '../../parts/count';
import { flag } from '../../forge';
import { leftBehind, reason } from '../../parts/failure-words';
import type { Backed } from './backed-statement';
import styles from './not-convinced.module.css';
import panel from './panel.module.css';
import { QuoteList } from './quote-list';
import { useAct } from './queries';

/** What speaks against, as visible as what speaks for; and the place to say so. */
export function NotConvinced({
  issueId,
  backed,
  canSay,
  isOnStatement = false,
  locale,
}: {
  readonly issueId: string;
  readonly backed: Backed;
  readonly canSay: boolean;
  readonly isOnStatement?: boolean;
  readonly locale: string;
}) {
  const [isOpen, setOpen] = useState(false);
  // Back from saying why, the focus is where it was before.
  const [wasOpen, setWasOpen] = useState(false);
  // What was just said here is shown at once; the index hears of it seconds later.
  const [said, setSaid] = useState<readonly QuoteView[]>([]);
  const unheard = said.filter(({ id }) => !backed.against.some((quote) => quote.id === id));
  const against = [...unheard, ...backed.against];
  const pieces = Math.max(backed.pieces.against + unheard.length, against.length);
  return (
    <section className={panel.sunken}>
      <div className={panel.head}>
        <h3>Speaks against</h3>
        {pieces > 0 && <span className={panel.small}>{againstWords(backed.strength.customersAgainst, pieces)}</span>}
        {canSay && !isOpen && (
          <Button
            spacing="compact"
            autoFocus={wasOpen}
            iconBefore={(props) => <ThumbsDownIcon {...props} />}
            onClick={() => {
              setOpen(true);
            }}
          >
            Not convinced
          </Button>
        )}
      </div>
      {against.length === 0 && !isOpen && <p className={panel.subtle}>Nobody has spoken against it yet.</p>}
      {against.length > 0 && <QuoteList quotes={against} pieces={pieces} statementKey={isOnStatement ? undefined : backed.statement.key} locale={locale} />}
      {isOpen && (
        <SayWhy
          issueId={issueId}
          backed={backed}
          onSaid={(quote) => {
            setSaid((before) => [quote, ...before.filter(({ id }) => id !== quote.id)]);
          }}
          onClose={() => {
            setWasOpen(true);
            setOpen(false);
          }}
        />
      )}
    </section>
  );
}

const againstWords = (customers: number, pieces: number): string =>
  `${customers === 0 ? '' : `${count(customers, 'customer')}, `}${count(pieces, 'piece')} of feedback`;

interface SayWhyProps {
  readonly issueId: string;
  readonly backed: Backed;
  readonly onSaid: (quote: QuoteView) => void;
  readonly onClose: () => void;
}

function SayWhy({ issueId, backed, onSaid, onClose }: SayWhyProps) {
  const [why, setWhy] = useState('');
  const say = useAct('notConvinced');
  const { statement } = backed;
  const submit = (): void => {
    say.mutate(
      { issueId, statementId: statement.id, reason: why },
      {
        onSuccess: ({ evidenceId }) => {
          onSaid({
            id: evidenceId,
            text: why.trim(),
            source: 'opinion',
            raw: null,
            count: 1,
            at: Math.floor(Date.now() / 1000),
            customer: null,
            ticketKey: null,
            stance: 'against',
          });
          flag({ id: 'not-convinced', kind: 'success', title: `Noted as evidence against ${statement.key}` });
          onClose();
        },
      },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && event.ctrlKey && why.trim().length >= 3 && !say.isPending) submit();
      }}
    >
      <label htmlFor={`why-${statement.id}`}>What makes you doubt it?</label>
      <TextArea
        id={`why-${statement.id}`}
        maxLength={1000}
        autoFocus
        minimumRows={2}
        value={why}
        onChange={(event) => {
          setWhy(event.currentTarget.value);
        }}
      />
      <p className={panel.small}>
        It becomes evidence against {statement.key}, as a team opinion. Everyone who can browse {statement.key} will read it.
      </p>
      {say.isError && (
        <p role="alert" className={styles.failed}>
          {reason(say.error)} {leftBehind(say.error)} Your words are still here.
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isLoading={say.isPending} isDisabled={why.trim().length < 3}>
          Say so
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
