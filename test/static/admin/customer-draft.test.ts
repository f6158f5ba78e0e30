import { expect, test } from '@jest/globals';
import { draftOf, namesakeOf, thereAlready, valueIn } from '../../../static/pages/admin/customers/customer-draft';

const acme = { name: 'Acme' };
const named = (name: string) => ({ ...draftOf(undefined), name });

test.each(['acme ', 'ACME', ' Acme'])('“%s” is Acme, which is there already', (name) => {
  const namesake = namesakeOf(named(name), [acme]);
  expect(thereAlready(namesake?.name ?? '')).toBe('Acme is there already: change its value in its row.');
});

test('another name is another customer', () => {
  expect(namesakeOf(named('Acme Logistics'), [acme])).toBeUndefined();
});

test.each([
  ['240000', 240_000],
  [' 1.5 ', 1.5],
  ['', null],
  ['240,000', undefined],
  ['-1', undefined],
  ['a lot', undefined],
])('a value typed as “%s” is read as %s', (value, read) => {
  expect(valueIn({ ...draftOf(undefined), value })).toBe(read);
});
