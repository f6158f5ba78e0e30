import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { drawnFor } from '../../../static/pages/project/rank/drawn';
import { filterOrder, noFilter } from '../../../static/pages/project/rank/filter';
import { movesOf } from '../../../static/pages/project/rank/moves';
import { orderOf } from '../../../static/pages/project/rank/order';
import { roundedToSum } from '../../../static/pages/project/rank/parts-of-score';
import { rowsBy, rowsOf } from '../../../static/pages/project/rank/rows';
import { item, problem, view } from './ranking-view';

const keysOf = (rows: ReturnType<typeof rowsOf>): readonly string[] =>
  rows.map((row) => (row.kind === 'group' ? row.title : row.kind === 'placed' ? row.placed.item.key : row.item.key));

describe('the list', () => {
  test('puts the most value per effort first', () => {
    const order = orderOf(
      view([problem(101, 8), problem(102, 8)], [item(1, { covers: [[0, 0.9]], effort: 8 }), item(2, { covers: [[1, 0.9]], effort: 3 })]),
      'top',
    );
    expect(order.placed.map(({ item: { key }, place }) => [place, key])).toEqual([
      [1, 'LED-2'],
      [2, 'LED-1'],
    ]);
  });

  test('keeps what states no problem, in Jira’s own order, under a heading of its own', () => {
    const order = orderOf(view([problem(101, 8)], [item(1, { covers: [[0, 0.9]] }), item(2), item(3)]), 'top');
    const rows = rowsOf(
      order,
      drawnFor(order),
      new Map([
        ['3', 0],
        ['2', 1],
        ['1', 2],
      ]),
    );
    expect(keysOf(rows)).toEqual(['Tie band 1', 'LED-1', 'No problem stated', 'LED-3', 'LED-2']);
  });

  test('puts an item whose problem is mostly solved above into no band', () => {
    const order = orderOf(
      view([problem(101, 8), problem(102, 0.6)], [item(1, { covers: [[0, 0.9]] }), item(2, { covers: [[0, 0.6]] }), item(3, { covers: [[1, 0.9]] })]),
      'top',
    );
    const rows = rowsOf(order, drawnFor(order), undefined);
    expect(keysOf(rows).slice(-2)).toEqual(['Mostly solved by items above', 'LED-2']);
  });

  test('claims no place for a band that stands elsewhere, and a last item alone is behind, not ahead', () => {
    const order = orderOf(
      view(
        [problem(101, 8), problem(102, 7.9), problem(103, 7.8), problem(104, 0.01, { deviation: 0.001 })],
        [
          item(1, { covers: [[0, 0.9]] }),
          item(2, { covers: [[0, 0.85]] }),
          item(3, { covers: [[1, 0.09]] }),
          item(4, { covers: [[2, 0.083]] }),
          item(5, { covers: [[3, 0.9]] }),
        ],
      ),
      'top',
    );
    expect(rowsOf(order, drawnFor(order), undefined).flatMap((row) => (row.kind === 'group' ? [row.detail] : []))).toEqual([
      'place 1: clearly ahead of the next',
      'places 2 and 4: these two can’t be told apart yet',
      'place 5: clearly behind all above',
      'place 3',
    ]);
  });

  test('stands by another number when asked, keeps the places of the evidence, and says which order this is', () => {
    const order = orderOf(view([problem(101, 8)], [item(1, { covers: [[0, 0.9]] }), item(2, { covers: [[0, 0.3]] }), item(3)]), 'top');
    const numbers: Readonly<Record<string, number>> = { '2': 9, '3': 4 };
    const rice = { id: 'rice', title: 'RICE', textOf: String, numberOf: (id: string) => numbers[id], howOf: () => undefined };
    const rows = rowsBy(rice, order);
    expect(keysOf(rows)).toEqual(['Order by RICE', 'LED-2', 'LED-3', 'RICE not known', 'LED-1']);
    expect(rows.flatMap((row) => (row.kind === 'placed' ? [row.placed.place] : []))).toEqual([2, 1]);
  });

  test('leaves out finished items', () => {
    expect(orderOf(view([problem(101, 8)], [item(1, { covers: [[0, 0.9]], done: 1_770_000_000 })]), 'top').placed).toEqual([]);
  });

  test('a filter hides rows and changes no place', () => {
    const page = view([problem(101, 8)], [item(1, { covers: [[0, 0.9]] }), item(2, { covers: [[0, 0.3]], summary: 'Split exports' })]);
    expect(filterOrder(orderOf(page, 'top'), { ...noFilter, text: 'split EXPORTS' }, page).placed.map(({ place }) => place)).toEqual([2]);
  });

  test('a search also finds the problem an item solves', () => {
    const page = view([problem(101, 8)], [item(1, { covers: [[0, 0.9]] }), item(2)]);
    const found = filterOrder(orderOf(page, 'top'), { ...noFilter, text: 'close' }, page);
    expect([found.placed.length, found.unstated.length]).toEqual([1, 0]);
  });

  test('says how far an item moves against Jira’s own order', () => {
    const order = orderOf(view([problem(101, 8), problem(102, 1)], [item(1, { covers: [[1, 0.9]] }), item(2), item(3, { covers: [[0, 0.9]] })]), 'top');
    const moves = movesOf(
      order,
      new Map([
        ['1', 0],
        ['2', 1],
        ['3', 2],
      ]),
    );
    expect(Object.fromEntries(moves)).toEqual({ '3': 2, '1': -1 });
  });
});

describe('what Why shows', () => {
  test('adds up to what is shown, to the cent', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 }), (amounts) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const shown = roundedToSum(amounts, total);
        expect(shown.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(Math.round(total * 100) / 100, 6);
        shown.forEach((amount, index) => expect(Math.abs(amount - (amounts[index] ?? 0))).toBeLessThan(0.0101));
      }),
    );
  });
});
