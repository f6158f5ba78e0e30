import { csvOf } from '../../../parts/csv';
import type { Column } from './column';
import { factsOf, type Known } from './facts';
import type { Row } from './rows';

/** All rows of the list with the columns that are shown, for a spreadsheet. */
export function listCsv(rows: readonly Row[], columns: readonly Pick<Column, 'exported'>[], known: Known): string {
  const exported = columns.flatMap((column) => column.exported);
  let group = '';
  const lines = rows.flatMap((row) => {
    if (row.kind !== 'group') return [[group, ...exported.map(([, of]) => of(factsOf(known, row)))]];
    group = row.title;
    return [];
  });
  return csvOf(['Group', ...exported.map(([title]) => title)], lines);
}
