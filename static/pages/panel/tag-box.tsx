import Button from '@atlaskit/button/new';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PanelView, StatementChoice } from '../../../src/contract/panel';
import { longestQuote, severities } from '../../../src/domain/evidence';
import type { Stance } from '../../../src/domain/link-kinds';
import { statementKinds } from '../../../src/domain/statements';
import { flag } from '../../forge';
import { leftBehind, reason } from '../../parts/failure-words';
import { CustomerChoice } from './customer-choice';
import { ListState } from './list-state';
import panel from './panel.module.css';
import { useAct } from './queries';
import { SeverityChoice } from '../../parts/severity-choice';
import { optionId, StatementPicker } from '../../parts/statement-picker';
import styles from './tag-box.module.css';
import { useSuggestions } from '../../parts/use-suggestions';
import { WriteProblem } from './write-problem';

type Ticket = Extract<PanelView, { role: 'ticket' }>;

export interface TagBoxProps {
  readonly issue: Ticket['issue'];
  readonly ticket: Ticket['ticket'];
  readonly hasFocus?: boolean;
}

/** Focus, paste, Enter: what a customer said becomes evidence for the statement that fits best. */
export function TagBox({ issue, ticket, hasFocus = false }: TagBoxProps) {
  const [isOpen, setOpen] = useState(hasFocus);
  const [quote, setQuote] = useState('');
  const [filter, setFilter] = useState('');
  const [picked, setPicked] = useState<number>();
  const [severity, setSeverity] = useState(ticket.severity);
  const [customer, setCustomer] = useState<string>();
  const [asks, setAsks] = useState<'statement' | 'customer'>();
  const [isWriting, setWriting] = useState(false);
  /** The statement that was just written for these words. */
  const [made, setMade] = useState<Pick<StatementChoice, 'id' | 'key'>>();
  /** What was tagged last, until something else is typed: Ctrl Z takes it back. */
  const [last, setLast] = useState<() => void>();
  const box = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const customerField = useRef<HTMLInputElement>(null);
  const listId = useId();
  const tag = useAct('tagEvidence');
  const undo = useAct('removeEvidence');

  const words = filter !== '' ? filter : quote !== '' ? quote : ticket.text;
  const { statements, suggestions, strongest } = useSuggestions(issue.id, words, isOpen, statementKinds, 4);
  const choices = suggestions.length > 0 ? suggestions : strongest.map((choice) => ({ choice, words: [] }));
  // Pasting preselects the best match; what shares one word, or is merely strong, waits to be picked.
  const position = picked ?? (suggestions[0]?.isClose === true ? 0 : undefined);
  const statement: StatementChoice | undefined = position === undefined ? undefined : choices[position]?.choice;
  const kept = quote.trim() === '' ? ticket.text : quote;
  const customerName = customer ?? ticket.customer?.name ?? '';

  const ask = (what: 'statement' | 'customer'): void => {
    setAsks(what);
    (what === 'statement' ? picker : customerField).current?.focus();
  };
  const clear = (): void => {
    setQuote('');
    setFilter('');
    setPicked(undefined);
    setMade(undefined);
    setAsks(undefined);
    setWriting(false);
    box.current?.focus();
  };
  const submit = (stance: Stance, to: Pick<StatementChoice, 'id' | 'key'> | undefined = made ?? statement): void => {
    if (tag.isPending) return;
    if (position === choices.length && to === undefined) {
      setWriting(true);
      return;
    }
    if (to === undefined) {
      ask('statement');
      return;
    }
    // Asked once: Enter again leaves it open.
    if (customerName.trim() === '' && asks !== 'customer') {
      ask('customer');
      return;
    }
    const known = customer === undefined && ticket.customer ? { id: ticket.customer.id } : customerName.trim() === '' ? null : { name: customerName.trim() };
    tag.mutate(
      { issueId: issue.id, statementId: to.id, stance, quote: kept.trim() === '' ? null : kept.slice(0, longestQuote), severity, customer: known },
      {
        onSuccess: ({ evidenceId, isNew, isChanged }) => {
          clear();
          const takeBack = (): void => {
            setLast(undefined);
            undo.mutate(
              { evidenceId, statementId: to.id },
              {
                onSuccess: () => {
                  setQuote(quote);
                  setOpen(true);
                  box.current?.focus();
                },
              },
            );
          };
          const closeFlag = flag({
            id: `tag-${evidenceId}`,
            kind: 'success',
            title: `${isNew ? 'Tagged as' : isChanged ? 'Changed:' : 'Already'} evidence ${stance} ${to.key}`,
            ...(isNew && { act: { text: 'Undo', onClick: takeBack } }),
          });
          // Its Undo would find nothing any more.
          const takeBackHere = (): void => {
            closeFlag();
            takeBack();
          };
          setLast(() => (isNew ? takeBackHere : undefined));
        },
      },
    );
  };
  const keys = (event: KeyboardEvent): void => {
    // What is folded away was not read; an input method's Enter confirms a word; a held key is no second answer.
    if (!isOpen || event.nativeEvent.isComposing || event.repeat) return;
    const digit = event.altKey ? severities.find(({ digit }) => event.code === `Digit${String(digit)}`) : undefined;
    if (digit) {
      event.preventDefault();
      setSeverity(digit.label);
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && last && quote === '' && !undo.isPending) {
      event.preventDefault();
      last();
    } else if (event.key === 'Escape') {
      setOpen(false);
      setWriting(false);
    } else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      submit(event.altKey ? 'against' : 'for');
    }
  };
  const pickKeys = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const from = position ?? (step === 1 ? -1 : 0);
    setMade(undefined);
    setPicked((from + step + choices.length + 1) % (choices.length + 1));
  };

  return (
    <section className={styles.box} aria-label="Tag with evidence">
      <div className={styles.form} onKeyDown={isWriting ? undefined : keys}>
        <TextArea
          ref={box}
          aria-label="Quote"
          autoFocus={hasFocus}
          minimumRows={isOpen ? 2 : 1}
          resize="smart"
          value={quote}
          placeholder="Paste a quote, or Enter to use the ticket’s text"
          onFocus={() => {
            setOpen(true);
          }}
          onChange={(event) => {
            setQuote(event.currentTarget.value);
            setPicked(undefined);
            setOpen(true);
          }}
        />
        {isOpen && !isWriting && (
          <>
            {quote.trim() === '' && ticket.text !== '' && <blockquote className={styles.whole}>“{ticket.text}”</blockquote>}
            {kept.length > longestQuote && (
              <p role="status" className={panel.small}>
                Only the first 4,000 characters are kept; {quote === '' ? 'the ticket’s text' : 'this'} has {kept.length.toLocaleString('en')}. Paste the part
                that matters.
              </p>
            )}
            <Textfield
              ref={picker}
              aria-label="Evidence for which statement?"
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={position === undefined ? undefined : optionId(listId, position)}
              placeholder="Evidence for …"
              value={filter}
              onKeyDown={pickKeys}
              onChange={(event) => {
                setFilter(event.currentTarget.value);
                setPicked(undefined);
              }}
            />
            {asks === 'statement' && !statements.isError && (
              <p role="alert">
                {statements.isPending ? 'The statements are still being looked up.' : 'Nothing fits these words closely. Pick the statement, then Enter.'}
              </p>
            )}
            <ListState query={statements} what="the statements" />
            {statements.data && (
              <StatementPicker
                id={listId}
                choices={choices}
                picked={position ?? -1}
                newWords={filter}
                onPick={(at) => {
                  setMade(undefined);
                  if (at === choices.length) setWriting(true);
                  else setPicked(at);
                }}
              />
            )}
            <div className={styles.line}>
              <SeverityChoice value={severity} onChange={setSeverity} />
              <CustomerChoice
                issueId={issue.id}
                field={customerField}
                name={customerName}
                from={customer === undefined ? ticket.customer?.from : undefined}
                onChange={setCustomer}
              />
            </div>
            {asks === 'customer' && <p role="alert">Whose words are these? Type the customer, or press Enter again to leave it open.</p>}
            {tag.isError && (
              <p role="alert" className={styles.failed}>
                {reason(tag.error)} {leftBehind(tag.error)} Your words are still here.
              </p>
            )}
            <div className={styles.line}>
              <p className={styles.readers}>
                <EyeOpenIcon label="" />
                <span>
                  Everyone who can browse {statement?.key ?? 'the statement'} will read this quote. {issue.key} is named only to those who can browse it.
                </span>
              </p>
              <div className={styles.acts}>
                <Button
                  appearance="subtle"
                  onClick={() => {
                    submit('against');
                  }}
                >
                  Tag against
                </Button>
                <Button
                  appearance="primary"
                  isLoading={tag.isPending}
                  onClick={() => {
                    submit('for');
                  }}
                >
                  Tag
                </Button>
              </div>
            </div>
          </>
        )}
        {isWriting && (
          <WriteProblem
            issueId={issue.id}
            sentence={filter}
            act="Create and tag"
            kinds={statementKinds}
            onCancel={() => {
              setWriting(false);
            }}
            onCreated={(created) => {
              // The statement exists now: back in the box, where the customer is asked for and failures show.
              setMade(created);
              setWriting(false);
              submit('for', created);
            }}
          />
        )}
      </div>
      {isOpen && !isWriting && <Hints canUndo={last !== undefined && quote === ''} />}
    </section>
  );
}

function Hints({ canUndo }: { readonly canUndo: boolean }) {
  const hints = [
    ...(canUndo ? ([['Ctrl Z', 'undo']] as const) : []),
    ['↑ ↓', 'pick'],
    ['Enter', 'tag'],
    ['Alt 1–5', 'severity'],
    ['Alt Enter', 'tag against'],
    ['Shift Enter', 'new line'],
    ['Esc', 'close'],
  ] as const;
  return (
    <p className={panel.keys}>
      {hints.map(([key, does]) => (
        <span key={key}>
          <kbd className={panel.key}>{key}</kbd>
          {does}
        </span>
      ))}
    </p>
  );
}
