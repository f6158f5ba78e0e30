import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { leftBehind, reason } from '../../../parts/failure-words';
import styles from './decisions.module.css';
import { useDisagree } from './queries';

/** Dissent is kept beside the decision: who was right shows later. */
export function Disagree({ projectId, decisionId }: { readonly projectId: string; readonly decisionId: string }) {
  const [words, setWords] = useState('');
  const saying = useDisagree(projectId, decisionId);
  return (
    <form
      className={styles.disagree}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim().length < 3) return;
        saying.mutate(words, {
          onSuccess: () => {
            setWords('');
          },
        });
      }}
    >
      <label>
        I would have decided otherwise, because
        <input
          value={words}
          maxLength={1000}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
      </label>
      <Button type="submit" isDisabled={words.trim().length < 3} isLoading={saying.isPending}>
        Keep that
      </Button>
      <span className={styles.note} role={saying.isError ? 'alert' : 'status'}>
        {saying.isError ? `${reason(saying.error)} ${leftBehind(saying.error)}` : saying.isSuccess ? 'Kept. Said again, the new words stand.' : ''}
      </span>
    </form>
  );
}
