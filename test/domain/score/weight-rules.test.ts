import { describe, expect, test } from '@jest/globals';
import { completeParams, speakersOf, strengthWord, weighRecord, type EvidenceRecord, type ParamsInput } from '../../../src/domain/score';
import { record, today } from './scenarios';

function weighed(more: Partial<EvidenceRecord>, input: ParamsInput = {}) {
  const params = completeParams({ arrRef: 30_000, ...input });
  const accounts = [
    { id: 'acme', arr: 120_000 },
    { id: 'delta', arr: 300 },
    { id: 'free', arr: 0 },
    { id: 'unknown', arr: null },
  ];
  return weighRecord(record('quote', 'slow-export', more), { params, speakers: speakersOf(accounts, params.arrRef, params), asOfDay: today });
}

describe('pain', () => {
  test.each([
    { name: 'lies on the line between two anchors', source: 'nps', raw: 3, pain: 0.8 },
    { name: 'does not leave the anchors below', source: 'interview', raw: -4, pain: 0.1 },
    { name: 'does not leave the anchors above', source: 'interview', raw: 99, pain: 1 },
    { name: 'is read from digits in a text', source: 'csat', raw: ' 2 ', pain: 0.8 },
    { name: 'is looked up by label in any case', source: 'ticket', raw: 'BLOCKER', pain: 1 },
    { name: 'knows Jira priorities', source: 'ticket', raw: 'Lowest', pain: 0.1 },
    { name: 'knows severity digits as text', source: 'ticket', raw: '4', pain: 0.85 },
    { name: 'knows severity digits as numbers', source: 'ticket', raw: 4, pain: 0.85 },
    { name: 'is typical for an unmatched label', source: 'ticket', raw: 'meh', pain: 0.5 },
    { name: 'is typical where nothing was said', source: 'nps', raw: null, pain: 0.5 },
    { name: 'is typical for an unknown source', source: 'rumour', raw: 'loud', pain: 0.5 },
  ])('$name', ({ source, raw, pain }) => expect(weighed({ source, raw }).pain).toBeCloseTo(pain, 12));

  test.each([
    { name: 'is reversed in who speaks against', raw: 9, pain: 0.75 },
    { name: 'stays typical in who speaks against without a value', raw: null, pain: 0.5 },
  ])('$name', ({ raw, pain }) => expect(weighed({ source: 'nps', raw, polarity: -1 }).pain).toBeCloseTo(pain, 12));

  test.each([
    { name: 'moves towards the calibrated rank of a listed value', raw: 3, pain: (30 * 0.8 + 10 * 0.2) / 40 },
    { name: 'moves for the same value as text', raw: '3', pain: (30 * 0.8 + 10 * 0.2) / 40 },
    { name: 'stays declared for a value that is not listed', raw: 4, pain: 1 - (0.4 * 4) / 6 },
  ])('$name', ({ raw, pain }) => {
    expect(weighed({ source: 'nps', raw }, { calibration: { nps: { n: 10, ridit: [[3, 0.2]] } } }).pain).toBeCloseTo(pain, 12);
  });
});

describe('voice', () => {
  test.each([
    { name: 'grows with the root of revenue up to vmax', account: 'acme', source: 'nps', voice: 2, key: '@acme' },
    { name: 'is never below 1 / vmax', account: 'delta', source: 'nps', voice: 0.5, key: '@delta' },
    { name: 'is 1 / vmax for a customer who pays nothing', account: 'free', source: 'nps', voice: 0.5, key: '@free' },
    { name: 'is 1 where revenue is unknown', account: 'unknown', source: 'nps', voice: 1, key: '@unknown' },
    { name: 'is one per source for the anonymous', account: null, source: 'nps', voice: 1, key: '?nps' },
    { name: 'is one per source for aggregates, with an account or not', account: 'acme', source: 'usage', voice: 1, key: '#usage' },
  ])('$name', ({ account, source, voice, key }) => expect(weighed({ account, source, raw: 1 })).toMatchObject({ voice, key }));
});

describe('the other factors', () => {
  test.each([
    { name: 'trust is the record’s own where it has one', more: { trust: 0.25 }, factors: { trust: 0.25 } },
    { name: 'trust is the source’s otherwise', more: {}, factors: { trust: 0.8 } },
    { name: 'an unknown source is trusted little and fades in half a year', more: { source: 'rumour', day: today - 180 }, factors: { trust: 0.3, fresh: 0.5 } },
    { name: 'freshness halves every half-life', more: { day: today - 730 }, factors: { fresh: 0.25 } },
    { name: 'what is dated ahead is fresh', more: { day: today + 9 }, factors: { fresh: 1 } },
    { name: 'many is the root of the count of an aggregate', more: { source: 'usage', raw: 1, count: 49 }, factors: { many: 7 } },
    { name: 'many has a cap', more: { source: 'usage', raw: 1, count: 1e9 }, factors: { many: 100 } },
    { name: 'a missing count is 1', more: { source: 'usage', raw: 1 }, factors: { many: 1 } },
    { name: 'a count means nothing outside aggregates', more: { count: 49 }, factors: { many: 1 } },
  ])('$name', ({ more, factors }) => expect(weighed(more)).toMatchObject(factors));

  test('a source keeps what a team did not change about it', () => {
    const ticket = completeParams({ sources: { ticket: { trust: 0.9 }, nps: null } }).sources.get('ticket');
    expect(ticket).toMatchObject({ trust: 0.9, halfLifeInDays: 180 });
    expect(ticket?.labels.get('blocker')).toBe(1);
  });
});

test.each([
  [0, 'weak'],
  [0.499, 'weak'],
  [0.5, 'some'],
  [1.999, 'some'],
  [2, 'strong'],
  [4.999, 'strong'],
  [5, 'very strong'],
])('a value of %d is called %s', (value, word) => expect(strengthWord(value)).toBe(word));
