import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useState } from 'react';
import type { PanelView, StatementChoice } from '../../../src/contract/panel';
import { flag, openIssue } from '../../forge';
import { reason } from '../../parts/states';
import { StatementTile } from '../../parts/statement-tile';
import { strengthOf } from '../../parts/strength';
import { count } from './backed-statement';
import panel from './panel.module.css';
import { useAct } from './queries';
import styles from './state-the-problem.module.css';
import { Marked } from './statement-picker';
import type { Suggestion } from './suggest';
import { useSuggestions } from './use-suggestions';
import { WriteProblem } from './write-problem';

type Item = Extract<PanelView, { role: 'item' }>;
type View = Pick<Item, 'issue' | 'ticket' | 'canLink' | 'gate'>;

// One object for good: the list of suggestions is computed again when it changes.
const problemsOnly = ['problem'] as const;

/** Where no problem is stated: what is required, problems that may fit, and the place to write one. */
export function StateTheProblem({ view }: { readonly view: View; readonly locale: string }) {
  const [isWriting, setWriting] = useState(false);
  const [filter, setFilter] = useState('');
  const link = useAct('linkProblem');
  const unlink = useAct('unlinkProblem');
  const { statements, suggestions, strongest } = useSuggestions(view.issue.id, filter === '' ? view.ticket.text : filter, true, problemsOnly, 3);
  const choices: readonly Suggestion[] = suggestions.length > 0 ? suggestions : strongest.map((choice) => ({ choice, words: [] }));

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
    // A promise, for this form is gone once the panel shows the problem; the failure is shown from link itself.
    link.mutateAsync({ issueId: view.issue.id, statementId: problem.id }).then(said, () => undefined);
  };
  const { canLink } = view;
  // From anywhere in the frame but a field: the list need not be focused first.
  useEffect(() => {
    const digits = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const chosen = /^[1-3]$/.test(event.key) && canLink && !isWriting && !isTyping ? choices[Number(event.key) - 1] : undefined;
      if (chosen && !event.altKey && !event.ctrlKey && !event.metaKey) state(chosen.choice);
    };
    document.addEventListener('keydown', digits);
    return () => {
      document.removeEventListener('keydown', digits);
    };
  });
  return (
    <>
      <Requirement view={view} />
      {view.canLink && !isWriting && (
        <section className={panel.section} aria-label="Problems this may solve">
          <div className={panel.head}>
            <h3>Problems this may solve</h3>
            {choices.length > 0 && (
              <span className={panel.small}>
                press <kbd className={panel.key}>1</kbd>to <kbd className={panel.key}>{choices.length}</kbd>to link
              </span>
            )}
          </div>
          <input
            className={styles.search}
            type="search"
            aria-label="Search all problems"
            placeholder="Search all problems"
            value={filter}
            onChange={(event) => {
              setFilter(event.currentTarget.value);
            }}
          />
          {statements.isError && <p role="alert">Couldn’t look up the problems. {reason(statements.error)}</p>}
          {link.isError && (
            <p role="alert" className={styles.failed}>
              {reason(link.error)} Nothing was linked.
            </p>
          )}
          <ol className={styles.matches}>
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
          {statements.isSuccess && choices.length === 0 && <p className={panel.subtle}>No problem is stated anywhere yet.</p>}
        </section>
      )}
      {view.canLink && (
        <section className={panel.section} aria-label="Write the problem">
          {isWriting ? (
            <WriteProblem
              issueId={view.issue.id}
              sentence=""
              act="Create and link"
              onCancel={() => {
                setWriting(false);
              }}
              onCreated={state}
            />
          ) : (
            <Button
              onClick={() => {
                setWriting(true);
              }}
            >
              Write the problem
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function Requirement({ view }: { readonly view: View }) {
  const type = view.issue.typeName.toLowerCase();
  const isRequired = view.gate?.mode === 'require' && view.gate.exemptUntil === null;
  return (
    <div className={`${panel.section} ${styles.requirement}`}>
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      <div>
        <h2>No problem stated {isRequired && <span className={styles.gate}>Can’t move on</span>}</h2>
        <p className={panel.subtle}>
          {isRequired ? `Here an ${type} must say which problem it solves before it may move on.` : `Nobody has said which problem this ${type} solves.`}{' '}
          {view.canLink ? 'Link one or write one.' : 'Somebody who may link issues here can add it.'}
        </p>
        {view.gate?.exemptReason != null && <p className={panel.small}>Exempt for now: {view.gate.exemptReason}</p>}
      </div>
    </div>
  );
}

function Match({
  suggestion,
  digit,
  isBusy,
  onLink,
}: {
  readonly suggestion: Suggestion;
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
          <a
            href={`/browse/${choice.key}`}
            onClick={(event) => {
              event.preventDefault();
              void openIssue(choice.key);
            }}
          >
            {choice.key}
          </a>{' '}
          <Marked text={choice.sentence} words={words} />
        </p>
        <p className={panel.small}>
          {words.length > 0 && `Same words: ${words.join(', ')} · `}
          {strengthOf(choice.value)}, {count(choice.customers, 'customer')}
          {choice.solvedBy.length > 0 && ` · ${choice.solvedBy.slice(0, 2).join(', ')} already solves it`}
        </p>
      </div>
      <Button spacing="compact" isDisabled={isBusy} onClick={onLink} aria-label={`Link ${choice.key}`}>
        Link
      </Button>
    </li>
  );
}
