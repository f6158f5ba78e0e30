import { expect, test } from '@jest/globals';
import { typedKeys } from '../../../static/pages/bulk/typed-keys';

test('keys and links are taken from what was pasted, and what is neither is named', () => {
  expect(typedKeys('SUP-121, sup-99999 DISC-28 foo https://x.atlassian.net/browse/SUP-122?focusedId=7,\nSUP 118; SUP-121.')).toEqual({
    keys: ['SUP-121', 'SUP-99999', 'DISC-28', 'SUP-122'],
    unclear: ['foo', 'SUP', '118'],
  });
});

test.each(['key in (SUP-121, SUP-122)', 'parent = SUP-7 ORDER BY key', 'text ~ "SUP-7"', 'fixVersion was REL-1', 'assignee is EMPTY', 'foo'])(
  '%s is left to Jira as a query',
  (text) => expect(typedKeys(text)).toBeUndefined(),
);
