import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { reason } from '../../../parts/failure-words';
import styles from './filters.module.css';

export interface JqlBoxProps {
  readonly jql: string;
  readonly isAsking: boolean;
  readonly failure: Error | null;
  readonly onJql: (jql: string) => void;
}

/** A query in Jira's own language. It is sent when it is complete, so that no half-typed word becomes a query; an empty one asks for nothing. */
export function JqlBox({ jql, isAsking, failure, onJql }: JqlBoxProps) {
  const [typed, setTyped] = useState({ of: jql, text: jql });
  const text = typed.of === jql ? typed.text : jql;
  const ask = (): void => {
    if (text.trim() !== jql) onJql(text.trim());
  };
  return (
    <form
      className={styles.jql}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Textfield
        isCompact
        isInvalid={failure !== null}
        aria-label="JQL"
        aria-describedby="jql-said"
        placeholder="JQL, then Enter: fixVersion = 4.2 AND sprint is EMPTY"
        value={text}
        onChange={(event) => {
          setTyped({ of: jql, text: event.currentTarget.value });
        }}
        onBlur={ask}
      />
      <span id="jql-said" role="status" className={failure ? styles.refused : styles.said}>
        {isAsking ? 'Asking Jira…' : failure ? `${reason(failure)} The list is not filtered by it.` : ''}
      </span>
    </form>
  );
}
