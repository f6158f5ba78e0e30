import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PanelView, StatementChoice } from '../../../src/contract/panel';
import { flag } from '../../forge';
import { leftBehind, reason } from '../../parts/failure-words';
import { IssueLink } from '../../parts/issue-link';
import { StatementTile } from '../../parts/statement-tile';
import { count } from '../../parts/count';
import { strengthSaid } from '../../parts/strength-words';
import { linkedWords } from './linked-words';
import { ListState } from './list-state';
import panel from './panel.module.css';
import { linkedHere, useAct } from './queries';
import styles from './state-the-problem.module.css';
import { Marked } from '../../parts/statement-picker';
import type { Suggestion } from '../../parts/suggest';
import { useSuggestions } from '../../parts/use-suggestions';

// Most link what is there: the form comes with its button.
const loadForm = () => import('./write-problem');
const WriteProblem = lazy(() => loadForm().then(({ WriteProblem }) => ({ default: WriteProblem })));

type Item = Extract<PanelView, { role: 'item' }>;
type View = Pick<Item, 'issue' | 'ticket'> & { readonly gate?: Item['gate'] };

// One object for good: the list of suggestions is computed again when it changes.
const problemsOnly = ['problem'] as const;

/** Problems that may fit, and the place to write one; for those who may link. */
export function StateTheProblem({ view }: { readonly view: View }) {
  const [isWriting, setWriting] = useState(false);
  // Back from writing, the focus is where it was before.
  const [hasWritten, setHasWritten] = useState(false);
  const matches = useRef<HTMLOListElement>(null);
  const [filter, setFilter] = useState('');
  const queries = useQueryClient();
  const link = useAct('linkProblem');
  const unlink = useAct('unlinkProblem');
  const { statements, suggestions, strongest } = useSuggestions(view.issue.id, filter === '' ? view.ticket.text : filter, true, problemsOnly, 3);
  const choices: readonly Pick<Suggestion, 'choice' | 'words'>[] = suggestions.length > 0 ? suggestions : strongest.map((choice) => ({ choice, words: [] }));

  const state = (problem: Pick<StatementChoice, 'id' | 'key'>): void => {
    if (link.isPending) return;
    const said = (): void => {
      flag({
        id: `solves-${problem.id}`,
        kind: 'success',
        title: `${view.issue.key} solves ${problem.key}`,
        act: {
          text: 'Undo',
          onClick: () => {
            unlink.mutate({ issueId: view.issue.id, statementId: problem.id });
          },
        },
      });
    };
    queries.setQueryData(linkedHere, problem.id);
    // A promise, for this form is gone once the panel shows the problem; the failure is shown from link itself.
    link.mutateAsync({ issueId: view.issue.id, statementId: problem.id }).then(said, () => undefined);
  };
  // It is there before anybody's first letter.
  useEffect(() => void loadForm(), []);
  const stoppedAt = view.gate?.stopped?.at;
  const hasChoices = choices.length > 0;
  // Whoever comes back from a stopped move finds the answer under the fingers; whoever already does something here is left alone.
  useEffect(() => {
    if (stoppedAt !== undefined && hasChoices && document.activeElement === document.body) matches.current?.querySelector('button')?.focus();
  }, [stoppedAt, hasChoices]);
  const digits = (event: KeyboardEvent): void => {
    const chosen = /^[1-3]$/.test(event.key) && !event.repeat ? choices[Number(event.key) - 1] : undefined;
    if (chosen && !event.altKey && !event.ctrlKey && !event.metaKey) state(chosen.choice);
  };
  return (
    <>
      {!isWriting && (
        <section className={panel.section} aria-label="Problems this may solve">
          <div className={panel.head}>
            <h3>Problems this may solve</h3>
            {choices.length > 0 && (
              <span className={panel.small}>
                in the list: <kbd className={panel.key}>1</kbd>
                {choices.length > 1 && (
                  <>
                    to <kbd className={panel.key}>{choices.length}</kbd>
                  </>
                )}
                links
              </span>
            )}
          </div>
          <input
            className={styles.search}
            type="search"
            aria-label="Search all problems"
            placeholder="Search all problems"
            value={filter}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              matches.current?.querySelector('button')?.focus();
            }}
            onChange={(event) => {
              setFilter(event.currentTarget.value);
            }}
          />
          <ListState query={statements} what="the problems" />
          {link.isError && (
            <p role="alert" className={styles.failed}>
              {reason(link.error)} {leftBehind(link.error)}
            </p>
          )}
          <ol ref={matches} className={styles.matches} onKeyDown={digits}>
            {choices.map((suggestion, position) => (
              <Match
                key={suggestion.choice.id}
                suggestion={suggestion}
                digit={position + 1}
                isBusy={link.isPending}
                onLink={() => {
                  state(suggestion.choice);
                }}
              />
            ))}
          </ol>
          {statements.isSuccess && choices.length === 0 && <p className={panel.subtle}>No problem is stated anywhere yet: write the first one.</p>}
        </section>
      )}
      <section className={panel.section} aria-label="Write the problem">
        {isWriting ? (
          <Suspense fallback={null}>
            <WriteProblem
              issueId={view.issue.id}
              sentence=""
              act="Create and link"
              onCancel={() => {
                setHasWritten(true);
                setWriting(false);
              }}
              onCreated={state}
            />
          </Suspense>
        ) : (
          <Button
            autoFocus={hasWritten}
            onClick={() => {
              setWriting(true);
            }}
          >
            Write the problem
          </Button>
        )}
      </section>
    </>
  );
}

function Match({
  suggestion,
  digit,
  isBusy,
  onLink,
}: {
  readonly suggestion: Pick<Suggestion, 'choice' | 'words'>;
  readonly digit: number;
  readonly isBusy: boolean;
  readonly onLink: () => void;
}) {
  const { choice, words } = suggestion;
  return (
    <li className={styles.match}>
      <kbd className={panel.key}>{digit}</kbd>
      <StatementTile kind={choice.kind} />
      <div className={styles.words}>
        <p>
          <IssueLink issueKey={choice.key} /> <Marked text={choice.sentence} words={words} />
        </p>
        <p className={panel.small}>
          {words.length > 0 && `Same words: ${words.join(', ')} · `}
          {strengthSaid(choice)}
          {choice.records > 0 && `, ${count(choice.customers, 'customer')}`}
          {choice.solvedBy.length > 0 && ` · ${linkedWords(choice.solvedBy)}`}
        </p>
      </div>
      <Button spacing="compact" isDisabled={isBusy} onClick={onLink} aria-label={`Link ${choice.key}`}>
        Link
      </Button>
    </li>
  );
}
