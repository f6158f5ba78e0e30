import { expect, test } from '@jest/globals';
import { linkedWords } from '../../../static/pages/panel/linked-words';

test('items of a problem are said to be linked to it, for a link does not say that they are done', () => {
  expect(linkedWords(['LED-140'])).toBe('LED-140 is linked to it');
  expect(linkedWords(['LED-76', 'LED-188'])).toBe('LED-76 and LED-188 are linked to it');
  expect(linkedWords(['LED-76', 'LED-188', 'LED-9', 'LED-8', 'LED-7'])).toBe('LED-76, LED-188 and 3 more are linked to it');
});
