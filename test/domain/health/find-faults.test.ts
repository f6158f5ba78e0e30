import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findFaults } from '../../../src/domain/health/find-faults';
import { healthRules, ruleNames } from '../../../src/domain/health/rules';
import { issue } from '../../store/builders';
import { runs } from '../../runs';
import { Graph, linkTypes, relates } from './graphs';
import { sites } from './planting';

const idsBy = (facts: Parameters<typeof findFaults>[0], rule: string): readonly string[] =>
  findFaults(facts)
    .filter((fault) => fault.rule === rule)
    .map(({ id }) => id);

describe.each(ruleNames())('%s', (rule) => {
  test('finds every fault that was planted and nothing else, in 200 random sites', () => {
    fc.assert(
      fc.property(sites(3), ({ facts, planted }) => {
        expect(idsBy(facts, rule)).toEqual((planted.get(rule) ?? []).toSorted());
      }),
      runs(200),
    );
  });

  test('says why it matters and what mending does', () => {
    const { name, why, mends } = healthRules[rule];
    expect([name, why, mends].every((words) => words.length > 10)).toBe(true);
  });
});

test('a site in which nothing is wrong has no fault', () => {
  fc.assert(
    fc.property(sites(0), ({ facts }) => {
      expect(findFaults(facts)).toEqual([]);
    }),
    runs(200),
  );
});

describe('what a repair draws', () => {
  const typeId = (name: string): string => linkTypes.find((type) => type.name === name)?.id ?? '';

  test.each([
    { name: 'a problem that solves an epic is turned round', drawn: 'Solves', from: 'problem', to: 'epic', becomes: ['Solves', 'epic', 'problem'] },
    {
      name: 'a story that solves an opportunity realises it',
      drawn: 'Solves',
      from: 'story',
      to: 'opportunity',
      becomes: ['Realises', 'story', 'opportunity'],
    },
    { name: 'an epic that realises a problem solves it', drawn: 'Realises', from: 'epic', to: 'problem', becomes: ['Solves', 'epic', 'problem'] },
    { name: 'an epic that relates to a problem solves it', drawn: 'Relates', from: 'problem', to: 'epic', becomes: ['Solves', 'epic', 'problem'] },
    {
      name: 'an opportunity related to a problem is opened by it',
      drawn: 'Relates',
      from: 'opportunity',
      to: 'problem',
      becomes: ['Opens', 'problem', 'opportunity'],
    },
    { name: 'an imported "solves" becomes ours', drawn: 'Solves (migrated)', from: 'story', to: 'problem', becomes: ['Solves', 'story', 'problem'] },
  ])('$name', ({ drawn, from, to, becomes }) => {
    const graph = new Graph();
    const ends = {
      problem: graph.add('problem'),
      opportunity: graph.add('opportunity'),
      epic: graph.epic({ isClosed: true }),
      story: graph.add('work'),
    };
    const end = (name: string) => ends[name as keyof typeof ends];
    graph.draw(typeId(drawn), end(from), end(to));
    const [fault, ...others] = findFaults(graph.facts());
    expect(others).toEqual([]);
    expect(fault?.isOneClick).toBe(true);
    const [kind = '', first = '', second = ''] = becomes;
    expect(fault?.repairs).toEqual([
      {
        removes: [{ id: '1', typeId: typeId(drawn), from: end(from).id, to: end(to).id }],
        adds: [{ typeId: typeId(kind), from: end(first).id, to: end(second).id }],
      },
    ]);
  });

  test('a person picks where more than one thing can be meant', () => {
    const graph = new Graph();
    const [a, b] = [graph.add('problem'), graph.add('problem')];
    graph.draw(relates, a, b);
    const [fault] = findFaults(graph.facts());
    expect(fault?.isOneClick).toBe(false);
    expect(fault?.repairs.map(({ adds: [add] }) => [add?.from, add?.to])).toEqual([
      [a.id, b.id],
      [b.id, a.id],
    ]);
  });

  test('a link between two tickets that may be the site’s own use of the word is left to a person', () => {
    const graph = new Graph();
    graph.say('solves', graph.add('work'), graph.add('work'));
    const [fault] = findFaults(graph.facts());
    expect(fault).toMatchObject({ rule: 'wrongEnds', repairs: [], isOneClick: false });
  });
});

test.each([
  { sentence: 'Admins can’t add a second bank account', isDisguise: false },
  { sentence: 'Bookkeepers have to manually create every statement of account', isDisguise: false },
  { sentence: 'Add a second bank account', isDisguise: true },
  { sentence: 'There is no support for split invoices', isDisguise: true },
])('as a problem, “$sentence”: solution in disguise? $isDisguise', ({ sentence, isDisguise }) => {
  const graph = new Graph();
  graph.add('problem', { sentence });
  expect(idsBy(graph.facts(), 'solutionInDisguise')).toHaveLength(isDisguise ? 1 : 0);
});

test('an epic below something that nobody has read is not accused', () => {
  const graph = new Graph();
  graph.epic({ parent: issue(99_999) });
  expect(findFaults(graph.facts())).toEqual([]);
});

test('a chain of ten thousand problems is no circle, and closing it makes one', () => {
  const graph = new Graph();
  const chain = Array.from({ length: 10_000 }, () => graph.add('problem'));
  for (const [at, problem] of chain.entries()) if (at > 0) graph.say('partOf', chain[at - 1] ?? problem, problem);
  expect(findFaults(graph.facts())).toEqual([]);
  const [first, last] = [chain[0], chain.at(-1)];
  if (first && last) graph.say('partOf', last, first);
  expect(idsBy(graph.facts(), 'cycle')).toEqual([`cycle.partOf.${first?.id ?? ''}`]);
});
