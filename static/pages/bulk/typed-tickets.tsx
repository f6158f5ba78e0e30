import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reason } from '../../parts/states';
import styles from './bulk-page.module.css';
import { readTyped, type Selection } from './selection';

/** Opened from the command palette, where nothing is selected: the person says which tickets are meant. */
export function TypedTickets({ onFound }: { readonly onFound: (selection: Selection) => void }) {
  const [text, setText] = useState('');
  const finding = useMutation({
    mutationFn: readTyped,
    onSuccess: (found) => {
      if (found.issues.length > 0) onFound(found);
    },
  });
  return (
    <form
      className={styles.statement}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') finding.mutate(text.trim());
      }}
    >
      <label htmlFor="typed-tickets">Which tickets? Their keys, or a JQL query</label>
      <Textfield
        id="typed-tickets"
        autoFocus
        autoComplete="off"
        placeholder="SUP-12, SUP-31"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isDisabled={text.trim() === ''} isLoading={finding.isPending}>
          Show them
        </Button>
        {finding.isError && <span role="alert">{reason(finding.error)}</span>}
        {finding.data?.issues.length === 0 && <span role="status">None of them exists, or you may not see them.</span>}
      </div>
    </form>
  );
}
