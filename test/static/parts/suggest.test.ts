import { describe, expect, test } from '@jest/globals';
import { demoSite } from '../../../sandbox/data/demo';
import { statements } from '../../../sandbox/data/demo/statements';
import { choiceShape, type StatementChoice } from '../../../src/contract/panel';
import { indexStatements, suggest, type Suggestion } from '../../../static/parts/suggest';

const { data, seeds } = demoSite(1);
const customersOf = (key: string): number =>
  new Set(seeds.evidence.flatMap(({ statementKey, stance, customer }) => (statementKey === key && stance === 'for' ? (customer ?? []) : []))).size;
const choices: readonly StatementChoice[] = statements.map(({ number, kind, sentence, stakeholder, job, state }) => {
  const key = `DISC-${String(number)}`;
  return choiceShape.parse({
    ...{ id: String(30_000 + number), key, projectId: '10002', kind, sentence, stakeholder, job },
    ...{ isClosed: state === 'Closed', isRestricted: false, customers: customersOf(key), value: 0, records: 0, solvedBy: [] },
  });
});
const index = indexStatements(choices);
const byId = new Map<string, StatementChoice>(choices.map((choice) => [choice.id, choice]));
const suggested = (text: string): readonly Suggestion[] => suggest(index, byId, text, 4);
const keysOf = (suggestions: readonly Suggestion[]): readonly string[] => suggestions.map(({ choice }) => choice.key);

const tickets = data.issues
  .filter(({ key }) => key.startsWith('SUP-'))
  .map(({ key, summary, description }) => ({
    key,
    suggestions: suggested([summary, description].join('\n\n')),
    about: new Set(seeds.evidence.flatMap(({ ticketKey, statementKey }) => (ticketKey === key ? [statementKey] : []))),
  }));
const tagged = tickets.filter(({ about }) => about.size > 0);

describe('over the support requests of the demo site', () => {
  test('nothing is suggested that shares no word with the sentence', () => {
    expect(tickets.flatMap(({ key, suggestions }) => suggestions.filter(({ words }) => words.length === 0).map(({ choice }) => [key, choice.key]))).toEqual([]);
  });

  test('two of three tickets find a statement picked for them, and it is right in five of six', () => {
    const picked = tagged.filter(({ suggestions }) => suggestions[0]?.isClose);
    const right = picked.filter(({ suggestions, about }) => about.has(suggestions[0]?.choice.key ?? ''));
    expect(picked.length / tagged.length).toBeGreaterThanOrEqual(2 / 3);
    expect(right.length / picked.length).toBeGreaterThanOrEqual(5 / 6);
  });

  test('the right one is among the four that are offered for six of seven tickets', () => {
    const offered = tagged.filter(({ suggestions, about }) => keysOf(suggestions).some((key) => about.has(key)));
    expect(offered.length / tagged.length).toBeGreaterThanOrEqual(6 / 7);
  });
});

test('a signature that names a stakeholder picks nothing', () => {
  const found = tickets.find(({ key }) => key === 'SUP-123')?.suggestions ?? [];
  expect(keysOf(found)).toContain('DISC-12');
  expect(keysOf(found)).not.toContain('DISC-3');
  expect(found.filter(({ isClose }) => isClose)).toEqual([]);
});

test.each([
  { text: 'DISC-28', first: 'DISC-28' },
  { text: 'logo', first: 'DISC-3' },
  { text: 'One invoice came twice and we have paid it twice.', first: 'DISC-32' },
  { text: 'The tax code has to be typed on every line, always the same codes.', first: 'DISC-28' },
])('“$text” picks $first', ({ text, first }) => expect(suggested(text)[0]).toMatchObject({ choice: { key: first }, isClose: true }));

test('what is closed is not suggested', () => expect(keysOf(suggested('Receipts photographed at night can’t be read'))).not.toContain('DISC-1'));
