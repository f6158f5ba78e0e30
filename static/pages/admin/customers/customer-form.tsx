import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CustomerRow } from '../../../../src/contract/customers';
import { CallFailure } from '../../../api';
import { leftBehind, reason } from '../../../parts/failure-words';
import styles from '../admin-page.module.css';
import { draftOf, namesakeOf, thereAlready, valueIn, type CustomerDraft } from './customer-draft';
import own from './customers-tab.module.css';
import { useSaveCustomer } from './queries';

/** The list of words that segments are picked from; any other may be typed. */
export const segmentWords = 'segment-words';

export interface CustomerFormProps {
  /** undefined: a new one is typed. */
  readonly customer: CustomerRow | undefined;
  /** Those in sight, which are not to be added again. */
  readonly others: readonly CustomerRow[];
}

/** One customer's worth; without one, a new customer's. */
export function CustomerForm({ customer, others }: CustomerFormProps) {
  const saved = draftOf(customer);
  const [draft, setDraft] = useState(saved);
  const [added, setAdded] = useState('');
  const saving = useSaveCustomer(customer === undefined);
  const value = valueIn(draft);
  const namesake = customer === undefined ? namesakeOf(draft, others) : undefined;
  const isFit = draft.name.trim() !== '' && value !== undefined && namesake === undefined;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const of = customer ? ` of ${customer.name}` : '';
  const change = (part: Partial<CustomerDraft>): void => {
    saving.reset();
    setDraft({ ...draft, ...part });
  };
  const save = (): void => {
    if (!isChanged || !isFit) return;
    const onSuccess = (): void => {
      if (customer) return;
      setAdded(draft.name.trim());
      setDraft(saved);
    };
    saving.mutate({ name: draft.name, value, segment: draft.segment }, { onSuccess });
  };
  return (
    <form
      className={own.row}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {!customer && (
        <label>
          Name
          <input
            value={draft.name}
            maxLength={120}
            aria-invalid={namesake !== undefined}
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
        </label>
      )}
      <label>
        Value a year<span className="visually-hidden">{of}</span>
        <input
          inputMode="decimal"
          value={draft.value}
          aria-invalid={value === undefined}
          onChange={(event) => {
            change({ value: event.currentTarget.value });
          }}
        />
      </label>
      <label>
        Segment<span className="visually-hidden">{of}</span>
        <input
          list={segmentWords}
          value={draft.segment}
          maxLength={60}
          onChange={(event) => {
            change({ segment: event.currentTarget.value });
          }}
        />
      </label>
      <Button type="submit" spacing="compact" isDisabled={!isChanged || !isFit} isLoading={saving.isPending}>
        {customer ? 'Save' : 'Add'}
        <span className="visually-hidden">{of}</span>
      </Button>
      <span className={styles.note} role={saving.isError ? 'alert' : 'status'}>
        {namesake && thereAlready(namesake.name)}
        {value === undefined && ' The value is a number: digits only, as in 240000, or empty where nobody knows.'}
        {saving.isError && notSaved(saving.error, draft)}
        {saving.isSuccess && !isChanged && `${customer ? 'Saved.' : `Added ${added}.`} The order follows in a moment.`}
      </span>
    </form>
  );
}

function notSaved(failure: Error, { name }: CustomerDraft): string {
  if (failure instanceof CallFailure && failure.code === 'conflict') return thereAlready(name);
  return `Not saved. ${reason(failure)} ${leftBehind(failure)}`;
}
