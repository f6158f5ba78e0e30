import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CustomerRow } from '../../../../src/contract/customers';
import { leftBehind, reason } from '../../../parts/failure-words';
import styles from '../admin-page.module.css';
import own from './customers-tab.module.css';
import { useSaveCustomer } from './queries';

/** The list of words that segments are picked from; any other may be typed. */
export const segmentWords = 'segment-words';

/** One customer's worth; without one, a new customer's. */
export function CustomerForm({ customer }: { readonly customer: CustomerRow | undefined }) {
  const saved = { name: customer?.name ?? '', value: customer?.value?.toString() ?? '', segment: customer?.segment ?? '' };
  const [draft, setDraft] = useState(saved);
  const saving = useSaveCustomer();
  const value = draft.value.trim() === '' ? null : Number(draft.value);
  const isFit = draft.name.trim() !== '' && (value === null || (Number.isFinite(value) && value >= 0));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const of = customer ? ` of ${customer.name}` : '';
  return (
    <form
      className={own.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit && isChanged) saving.mutate({ name: draft.name, value, segment: draft.segment });
      }}
    >
      {!customer && (
        <label>
          Name
          <input
            value={draft.name}
            maxLength={120}
            onChange={(event) => {
              setDraft({ ...draft, name: event.currentTarget.value });
            }}
          />
        </label>
      )}
      <label>
        Value a year<span className="visually-hidden">{of}</span>
        <input
          inputMode="decimal"
          value={draft.value}
          aria-invalid={!isFit && draft.value !== ''}
          onChange={(event) => {
            setDraft({ ...draft, value: event.currentTarget.value });
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
            setDraft({ ...draft, segment: event.currentTarget.value });
          }}
        />
      </label>
      <Button type="submit" spacing="compact" isDisabled={!isChanged || !isFit} isLoading={saving.isPending}>
        {customer ? 'Save' : 'Add'}
        <span className="visually-hidden">{of}</span>
      </Button>
      <span className={styles.note} role={saving.isError ? 'alert' : 'status'}>
        {saving.isError
          ? `Not saved. ${reason(saving.error)} ${leftBehind(saving.error)}`
          : saving.isSuccess && !isChanged
            ? 'Saved. The order follows in a moment.'
            : !isFit && draft.value !== ''
              ? 'The value is a number, or empty where nobody knows.'
              : ''}
      </span>
    </form>
  );
}
