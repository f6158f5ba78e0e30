import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reason } from '../../parts/states';
import styles from './bulk-page.module.css';
import { readTyped, type Selection } from './selection';
import { saidMissing, saidUnclear } from './words';

/** Opened from the command palette, where nothing is selected: the person says which tickets are meant, and may say it anew. */
export function TypedTickets({ onFound }: { readonly onFound: (selection: Selection | undefined) => void }) {
  const [text, setText] = useState('');
  const finding = useMutation({
    mutationFn: readTyped,
    onSuccess: (found) => {
      onFound(found.issues.length > 0 ? found : undefined);
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
        {finding.data && <span role="status">{lacking(finding.data)}</span>}
      </div>
    </form>
  );
}

function lacking({ issues, missing = [], unclear = [] }: Selection): string {
  const said = [...(missing.length > 0 ? [saidMissing(missing)] : []), ...(unclear.length > 0 ? [saidUnclear(unclear)] : [])];
  if (said.length > 0) return said.join(' ');
  return issues.length === 0 ? 'None of them exists, or you may not see them.' : '';
}
