import type { Row } from './rows';

/** The first so many items with their groups. */
export function firstItems(rows: readonly Row[], most: number): readonly Row[] {
  let items = 0;
  const end = rows.findIndex(({ kind }) => {
    if (kind !== 'group') items += 1;
    return items > most;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
