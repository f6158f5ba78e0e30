import { describe, expect, test } from '@jest/globals';
import { confidenceIn, confidenceMeter, ice } from '../../../src/domain/lens/ice';
import { lensOrder, type LensNumber } from '../../../src/domain/lens';
import { confidenceFor, personMonthsOf, rice } from '../../../src/domain/lens/rice';
import { ulwick } from '../../../src/domain/lens/ulwick';
import { wsjf } from '../../../src/domain/lens/wsjf';

const scored = (numbers: Readonly<Record<string, number>>): ReadonlyMap<string, LensNumber> =>
  new Map(Object.entries(numbers).map(([id, score]) => [id, { kind: 'known', score, sum: '', inputs: [] }]));

describe('RICE: Sean McBride, “RICE: Simple prioritization for product managers”, Intercom, 2018, three example projects', () => {
  // The post gives all inputs in its text and leaves the scores to its spreadsheet: they are what its formula makes of them.
  const projects = {
    one: { reach: 500 * 0.3 * 3, impact: 3, confidence: 1, effort: 2 },
    two: { reach: 2000, impact: 1, confidence: 0.8, effort: 4 },
    three: { reach: 800, impact: 2, confidence: 0.5, effort: 1 },
  };
  test.each([
    ['one', 675],
    ['two', 400],
    ['three', 800],
  ] as const)('project %s scores %d', (name, score) => expect(rice.scoreOf(projects[name])).toBeCloseTo(score, 9));
  test('the third comes first, then the first: the large reach of the second doesn’t decide', () =>
    expect(lensOrder(scored({ one: rice.scoreOf(projects.one), two: rice.scoreOf(projects.two), three: rice.scoreOf(projects.three) }))).toEqual([
      'three',
      'one',
      'two',
    ]));
  test('confidence is 100, 80 or 50 %, and anything under a person-month counts as half of one', () => {
    expect([0.2, 0.5, 0.7, 1, 1.01, 9].map(confidenceFor)).toEqual([1, 1, 0.8, 0.8, 0.5, 0.5]);
    expect([0.1, 0.9, 1, 2.6].map((effort) => personMonthsOf(effort, 1).counts)).toEqual([0.5, 0.5, 1, 2.6]);
    expect(personMonthsOf(3, 1 / 3).counts).toBe(1);
  });
});

describe('ICE: Itamar Gilad, “The tool that will help you choose better product ideas”, 2018', () => {
  test('his confidence meter: opinions .1, anecdotes 1, market data and user evidence 3, test results 5 of 10', () =>
    expect(Object.values(confidenceMeter).map(({ level }) => level)).toEqual([0.1, 1, 3, 3, 5]));
  // His two ideas differ in confidence alone: the chatbot everybody in the company likes has .1, the dashboard after a usability study 3.
  test('his chatbot needs thirty times the impact and ease of his dashboard to come first', () => {
    const chatbot = (impact: number) => ice.scoreOf({ impact, confidence: confidenceIn('opinion').level, ease: 10 });
    const dashboard = ice.scoreOf({ impact: 1, confidence: confidenceIn('interview').level, ease: 3.3 });
    expect(chatbot(9.8)).toBeLessThan(dashboard);
    expect(chatbot(10)).toBeGreaterThan(dashboard);
  });
  test('a source that nobody declared is no more than an opinion', () => expect(confidenceIn('rumour').level).toBe(0.1));
});

describe('WSJF: Donald Reinertsen, “The Principles of Product Development Flow”, 2009, principle F16, three projects', () => {
  // Durations 1, 3, 10 and costs of delay 10, 3, 1; his figure compares the two orders by what waiting costs: 7 and 160, 96 % less.
  const projects = { a: { duration: 1, costOfDelay: 10 }, b: { duration: 3, costOfDelay: 3 }, c: { duration: 10, costOfDelay: 1 } };
  const ids = ['a', 'b', 'c'] as const;
  const weight = (id: (typeof ids)[number]) => wsjf.scoreOf({ value: projects[id].costOfDelay, criticality: 0, risk: 0, size: projects[id].duration });
  const order = lensOrder(scored(Object.fromEntries(ids.map((id) => [id, weight(id)]))));
  const costOf = (first: readonly string[]) => {
    let cost = 0;
    let waited = 0;
    for (const id of first.flatMap((own) => ids.find((known) => known === own) ?? [])) {
      cost += waited * projects[id].costOfDelay;
      waited += projects[id].duration;
    }
    return cost;
  };
  test('the weights are 10, 1 and .1', () => expect(ids.map(weight)).toEqual([10, 1, 0.1]));
  test('the highest weight first costs 7, the lowest first 160: 96 % less', () => {
    expect([costOf(order), costOf([...order].reverse())]).toEqual([7, 160]);
    expect(Math.round(100 * (1 - 7 / 160))).toBe(96);
  });
  test('SAFe adds three estimates before it divides: 1, 3 and 5 make a cost of delay of 9 (Jason Yip on SAFe’s form, 2024)', () =>
    expect(wsjf.scoreOf({ value: 1, criticality: 3, risk: 5, size: 1 })).toBe(9));
});

describe('Ulwick: “Turn Customer Input into Innovation”, Harvard Business Review, January 2002', () => {
  test('restenosis, importance 9.5 and satisfaction 3.2, is an opportunity of 15.8: the highest of all', () =>
    expect(ulwick.scoreOf({ importance: 9.5, satisfaction: 3.2 })).toBeCloseTo(15.8, 9));
  // The article’s formula has no max and gives 2 here; from “What Customers Want”, 2005, on, the difference never goes below 0.
  test('what is satisfied better than it matters keeps its importance, as in his later texts', () =>
    expect(ulwick.scoreOf({ importance: 5, satisfaction: 8 })).toBe(5));
});
