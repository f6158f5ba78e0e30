import type { CustomerId } from '../ids';
import type { Table } from './tables';

/** A customer that speaks somewhere in the index. */
export interface IndexedCustomer {
  readonly id: CustomerId;
  readonly name: string;
  /** Yearly value; null: unknown. */
  readonly value: number | null;
  readonly segment: string | null;
}

/** The segments of these customers, sorted; a customer of none adds nothing. */
export const segmentsOf = (ids: readonly CustomerId[], customers: ReadonlyMap<string, IndexedCustomer>): readonly string[] =>
  [...new Set(ids.flatMap((id) => customers.get(id)?.segment ?? []))].sort();

export const customerTable: Table<IndexedCustomer> = { family: 'customers', idOf: ({ id }) => id, rowsInOne: 500 };
