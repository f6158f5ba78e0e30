import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { flag } from '../../forge';
import { reason } from '../../parts/failure-words';
import { coverWord, covers } from '../../parts/cover-words';
import styles from './cover.module.css';
import { linkedHere, useAct } from './queries';

export interface CoverChoiceProps {
  readonly issue: { readonly id: string; readonly key: string };
  readonly statement: { readonly id: string; readonly key: string };
  readonly via: 'solves' | 'realises';
  readonly cover: number;
}

/** How much of it is solved: one click, or one arrow key right after linking. */
export function CoverChoice({ issue, statement, via, cover }: CoverChoiceProps) {
  const name = useId();
  const queries = useQueryClient();
  const link = useAct('linkProblem');
  const chosen = coverWord(link.isPending ? (link.variables.cover ?? cover) : cover);
  const say = (to: number, before: number | undefined): void => {
    link.mutate(
      { issueId: issue.id, statementId: statement.id, cover: to },
      {
        onSuccess: () => {
          const undo =
            before === undefined
              ? undefined
              : {
                  text: 'Undo',
                  onClick: () => {
                    say(before, undefined);
                  },
                };
          flag({ id: `cover-${statement.id}`, kind: 'success', title: `${issue.key} ${via} ${statement.key} ${coverWord(to)}`, ...(undo && { act: undo }) });
        },
      },
    );
  };
  const isNew = queries.getQueryData(linkedHere) === statement.id;
  return (
    <fieldset className={styles.cover}>
      <legend className="visually-hidden">
        How much of {statement.key} it {via}
      </legend>
      {covers.map(({ word, cover: own }) => (
        <label key={word} className={styles.choice}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            autoFocus={isNew && word === chosen}
            checked={word === chosen}
            onChange={() => {
              say(own, cover);
            }}
          />
          {word}
        </label>
      ))}
      {link.isError && <span role="alert">{reason(link.error)}</span>}
    </fieldset>
  );
}
