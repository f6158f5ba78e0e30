import type { CustomerRow } from '../../../../src/contract/customers';

/** A customer as it is typed. */
export interface CustomerDraft {
  readonly name: string;
  readonly value: string;
  readonly segment: string;
}

export const draftOf = (customer: CustomerRow | undefined): CustomerDraft => ({
  name: customer?.name ?? '',
  value: customer?.value?.toString() ?? '',
  segment: customer?.segment ?? '',
});

/** null: nobody knows; undefined: it is no value. */
export function valueIn({ value }: CustomerDraft): number | null | undefined {
  const typed = value.trim();
  if (typed === '') return null;
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : undefined;
}

/** The same name in other letters is the same customer, as it is where they are kept. */
export const namesakeOf = <Named extends Pick<CustomerRow, 'name'>>({ name }: CustomerDraft, customers: readonly Named[]): Named | undefined =>
  customers.find((own) => own.name.trim().toLowerCase() === name.trim().toLowerCase());

export const thereAlready = (name: string): string => `${name.trim()} is there already: change its value in its row.`;
