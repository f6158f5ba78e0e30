import { describe, expect, test } from '@jest/globals';
import { rankScenario, type Item, type Level } from '../../../src/domain/score';
import { emptyScenario, frozen, item, today } from './scenarios';

const problem = 'slow-export';

function rank(items: readonly Item[], level: Level = 'all', effortRef: number | null = 5) {
  return rankScenario({ ...emptyScenario, problems: [{ id: problem }], items, params: { ...frozen, effortRef, level } });
}

const story = (id: string, effort: number | null, w?: number): Item => ({ id, effort, parent: 'epic', serves: w === undefined ? [] : [{ to: problem, w }] });
const epic = (effort: number | null, w?: number): Item => ({ id: 'epic', effort, serves: w === undefined ? [] : [{ to: problem, w }] });

describe('effort', () => {
  test.each([
    { name: 'is the sum of the stories for an epic without one', items: [epic(null), story('a', 2), story('b', 4)], effort: 6 / 5, effortMissing: false },
    {
      name: 'takes unknown stories at the mean of the known',
      items: [epic(null), story('a', 2), story('b', 4), story('c', null)],
      effort: 9 / 5,
      effortMissing: false,
    },
    { name: 'stays missing where no story has one', items: [epic(null), story('a', null)], effort: 1, effortMissing: true },
    { name: 'leaves finished stories out', items: [epic(null), story('a', 2), { ...story('b', 40), doneDay: today }], effort: 2 / 5, effortMissing: false },
    { name: 'is what was typed, whatever the stories say', items: [epic(10), story('a', 2)], effort: 2, effortMissing: false },
    { name: 'never goes below the floor', items: [epic(0)], effort: 0.25, effortMissing: false },
  ])('$name', ({ items, effort, effortMissing }) => {
    expect(rank(items).items['epic']?.effort).toBeCloseTo(effort, 12);
    expect(rank(items).items['epic']?.effortMissing).toBe(effortMissing);
  });

  test('is measured in medians of what was typed on unfinished items, linked or not', () => {
    const items = [
      item('a', problem, { effort: 2 }),
      item('b', null, { effort: 4 }),
      item('c', null, { effort: 6 }),
      item('d', null, { effort: 8 }),
      item('old', null, { effort: 100, doneDay: today }),
      epic(null),
      story('s', null),
    ];
    expect(rank(items, 'all', null).items['a']?.effort).toBeCloseTo(2 / 5, 12);
  });
});

describe('cover', () => {
  test.each([
    {
      name: 'of an epic without links is what its stories solve together',
      items: [epic(5), story('a', 1, 0.6), story('b', 1, 0.5)],
      id: 'epic',
      cover: { [problem]: 0.8 },
    },
    { name: 'of an epic with links is its own', items: [epic(5, 0.3), story('a', 1, 0.6)], id: 'epic', cover: { [problem]: 0.3 } },
    {
      name: 'of a story without links is its share of the epic’s, linked stories counted',
      items: [epic(5, 0.8), story('a', 1), story('b', 3, 0.6)],
      id: 'a',
      cover: { [problem]: 0.2 },
    },
    {
      name: 'of a story of unknown effort is the share of a mean story',
      items: [epic(5, 0.8), story('a', null), story('b', 3, 0.6)],
      id: 'a',
      cover: { [problem]: 0.4 },
    },
    { name: 'is shared alike where no effort is known', items: [epic(5, 0.8), story('a', null), story('b', null)], id: 'a', cover: { [problem]: 0.4 } },
    { name: 'does not come back from an epic that has it from its stories', items: [epic(5), story('a', 1, 0.6), story('b', 1)], id: 'b', cover: {} },
    { name: 'without a stated weight is "largely"', items: [{ id: 'x', effort: 1, serves: [{ to: problem }] }], id: 'x', cover: { [problem]: 0.6 } },
  ])('$name', ({ items, id, cover }) => {
    const output = rank(items).items[id]?.cover ?? {};
    expect(Object.keys(output)).toEqual(Object.keys(cover));
    for (const [name, share] of Object.entries(cover)) expect(output[name]).toBeCloseTo(share, 12);
  });

  test('does not come from a finished epic, nor from finished stories', () => {
    expect(rank([{ ...epic(5, 0.8), doneDay: today }, story('a', 1)]).items['a']?.cover).toEqual({});
    expect(rank([epic(5), { ...story('a', 1, 0.6), doneDay: today }]).items['epic']?.cover).toEqual({});
  });
});

describe('a level', () => {
  const backlog = [
    epic(5),
    story('a', 1, 0.6),
    item('alone', problem),
    { id: 'old-epic', effort: 1, serves: [] },
    { ...item('done', problem), parent: 'old-epic', doneDay: today },
  ];

  test.each([
    { level: 'all' as const, ids: ['a', 'alone', 'epic', 'old-epic'] },
    { level: 'top' as const, ids: ['alone', 'epic', 'old-epic'] },
    { level: 'leaf' as const, ids: ['a', 'alone', 'old-epic'] },
  ])('"$level" ranks $ids, and the others leave the whole output', ({ level, ids }) => {
    const output = rank(backlog, level);
    expect([...output.rank].sort()).toEqual(ids);
    expect(Object.keys(output.items)).toEqual(ids);
    expect(output.order.map(({ id }) => id).sort()).toEqual(ids);
  });
});
