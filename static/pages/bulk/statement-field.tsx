import Textfield from '@atlaskit/textfield';
import { useId, useState, type KeyboardEvent } from 'react';
import type { StatementChoice } from '../../../src/contract/panel';
import { statementKinds } from '../../../src/domain/statements';
import { optionId, StatementPicker } from '../../parts/statement-picker';
import { Failed } from '../../parts/states';
import { useSuggestions } from '../../parts/use-suggestions';
import styles from './bulk-page.module.css';
import type { SelectedIssue } from './selection';

export interface StatementFieldProps {
  readonly issues: readonly SelectedIssue[];
  readonly picked: StatementChoice | undefined;
  readonly onPick: (statement: StatementChoice | undefined) => void;
}

/** Finds a statement by what one types, and until then by what the tickets are called. */
export function StatementField({ issues, picked, onPick }: StatementFieldProps) {
  const [filter, setFilter] = useState('');
  const listId = useId();
  const [first] = issues;
  const titles = issues
    .slice(0, 20)
    .map(({ summary }) => summary)
    .join('\n');
  const { statements, suggestions, strongest } = useSuggestions(first?.id ?? '', filter === '' ? titles : filter, first !== undefined, statementKinds, 5);
  const choices = suggestions.length > 0 ? suggestions : strongest.map((choice) => ({ choice, words: [] }));
  const position = choices.findIndex(({ choice }) => choice.id === picked?.id);
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || choices.length === 0) return;
    event.preventDefault();
    onPick(choices[(position + step + choices.length) % choices.length]?.choice);
  };
  if (statements.isError) return <Failed what="the statements" failure={statements.error} onRetry={() => void statements.refetch()} />;
  return (
    <section className={styles.statement} aria-label="Statement">
      <Textfield
        autoFocus
        aria-label="Evidence for which statement?"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={position < 0 ? undefined : optionId(listId, position)}
        placeholder="Evidence for …"
        value={filter}
        onKeyDown={keys}
        onChange={(event) => {
          setFilter(event.currentTarget.value);
        }}
      />
      {/* What was picked stays picked while one looks further. */}
      {picked && position < 0 && (
        <p>
          Picked: {picked.key} {picked.sentence}
        </p>
      )}
      <StatementPicker id={listId} choices={choices} picked={position} onPick={(at) => onPick(choices[at]?.choice)} />
      {statements.isSuccess && statements.data.statements.length === 0 && (
        <p>There is no statement yet. Write the first one from a ticket’s Groundwork panel.</p>
      )}
    </section>
  );
}
