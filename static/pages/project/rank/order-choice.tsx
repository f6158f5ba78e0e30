import type { ExtraColumn } from './extra-columns';

export interface OrderChoiceProps {
  readonly columns: readonly ExtraColumn[];
  readonly orderBy: string | null;
  readonly onOrderBy: (id: string | null) => void;
}

/** By which number the rows stand; the evidence's is the default. */
export function OrderChoice({ columns, orderBy, onOrderBy }: OrderChoiceProps) {
  if (columns.length === 0) return null;
  return (
    <select
      aria-label="Lens"
      value={orderBy ?? ''}
      onChange={(event) => {
        const id = event.currentTarget.value;
        onOrderBy(id === '' ? null : id);
      }}
    >
      <option value="">Lens: Evidence</option>
      {columns.map(({ id, title }) => (
        <option key={id} value={id}>
          Lens: {title}
        </option>
      ))}
    </select>
  );
}
