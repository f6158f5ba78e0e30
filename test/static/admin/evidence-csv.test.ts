import { expect, test } from '@jest/globals';
import { evidenceCsv, rowsIn } from '../../../static/pages/admin/data/evidence-csv';

test('what an export says it saved is what stands below the head of the file: of records without evidence, nothing', () => {
  const records = [{ entity: 'customer', key: 'acme', value: { record: { id: 'acme', name: 'Acme' } } }];
  expect(rowsIn(records)).toBe(0);
  expect(evidenceCsv(records, new Map()).trim().split('\n')).toHaveLength(1);
});
