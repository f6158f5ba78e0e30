import Textfield from '@atlaskit/textfield';
import { useId, type Ref } from 'react';
import styles from './customer-choice.module.css';
import { useCustomers } from './queries';

export interface CustomerChoiceProps {
  readonly issueId: string;
  readonly name: string;
  /** Where a found customer came from; undefined once a person typed. */
  readonly from: string | undefined;
  readonly onChange: (name: string) => void;
  readonly field: Ref<HTMLInputElement>;
}

/** Whose words these are: found, shown, and editable before Enter. */
export function CustomerChoice({ issueId, name, from, onChange, field }: CustomerChoiceProps) {
  const listId = useId();
  const { data, isError } = useCustomers(issueId, from === undefined ? name : '');
  return (
    <label className={styles.customer}>
      <span>Customer</span>
      <Textfield
        ref={field}
        isCompact
        value={name}
        placeholder="Who said it?"
        list={listId}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <datalist id={listId}>
        {data?.customers.map((customer) => (
          <option key={customer.id} value={customer.name} />
        ))}
      </datalist>
      {from !== undefined && <em>{from}</em>}
      {isError && <em role="status">Couldn’t look up customers; type the name.</em>}
    </label>
  );
}
