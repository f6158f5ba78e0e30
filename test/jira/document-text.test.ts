import { expect, test } from '@jest/globals';
import { textOfDocument } from '../../src/jira/document-text';

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const document = (...content: object[]) => ({ type: 'doc', version: 1, content });

test.each([
  { name: 'paragraphs are parted by an empty line', given: document(paragraph(text('One.')), paragraph(text('Two.'))), expected: 'One.\n\nTwo.' },
  { name: 'marks are dropped', given: document(paragraph({ ...text('bold'), marks: [{ type: 'strong' }] }, text(' and plain'))), expected: 'bold and plain' },
  { name: 'a hard break is a line', given: document(paragraph(text('a'), { type: 'hardBreak' }, text('b'))), expected: 'a\nb' },
  {
    name: 'a list keeps its points',
    given: document({
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(text('x'))] },
        { type: 'listItem', content: [paragraph(text('y'))] },
      ],
    }),
    expected: '- x\n- y',
  },
  {
    name: 'a person is not named',
    given: document(paragraph({ type: 'mention', attrs: { id: 'user-1', text: '@Ada Lovelace' } }, text(' wrote'))),
    expected: '@someone wrote',
  },
  {
    name: 'a card is its address',
    given: document(paragraph({ type: 'inlineCard', attrs: { url: 'https://example.com/a' } })),
    expected: 'https://example.com/a',
  },
  { name: 'an unknown node keeps its words', given: document({ type: 'futureNode', content: [paragraph(text('inside'))] }), expected: 'inside' },
  { name: 'no description is no text', given: null, expected: '' },
  { name: 'what is no document is no text', given: 'plain', expected: '' },
])('$name', ({ given, expected }) => expect(textOfDocument(given)).toBe(expected));
