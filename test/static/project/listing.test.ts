import { describe, expect, test } from '@jest/globals';
import { noFilter, filterOrder, type Filter } from '../../../static/pages/project/rank/filter';
import { choicesOf } from '../../../static/pages/project/rank/choices';
import { firstListing, openedFrom, sameListing } from '../../../static/pages/project/rank/listing';
import { listCsv } from '../../../static/pages/project/rank/list-file';
import { orderOf } from '../../../static/pages/project/rank/order';
import { firstItems } from '../../../static/pages/project/rank/print-rows';
import { rowAct, stopAt } from '../../../static/pages/project/rank/row-keys';
import { openRows, rowsOf, type Row } from '../../../static/pages/project/rank/rows';
import { exported, exportedExtra } from '../../../static/pages/project/rank/exported';
import { summaryOf } from '../../../static/pages/project/rank/summary';
import { withoutOrder } from '../../../static/pages/project/rank/jql';
import { csvOf } from '../../../static/parts/csv';
import { issueId } from '../../../src/domain/ids';
import { item, problem, view } from './ranking-view';

const epic = issueId('9') ?? null;
const page = view(
  [problem(101, 8, { stakeholder: 'Auditor', segments: ['enterprise'] }), problem(102, 4, { segments: ['small'], newest: null })],
  [
    item(1, { covers: [[0, 0.9]], labels: ['q3'], parent: epic }),
    item(2, { covers: [[1, 0.9]], components: ['exports'] }),
    item(3),
    item(9, { summary: 'An epic' }),
  ],
);
const order = orderOf(page, 'all');
const keysShown = (filter: Partial<Filter>, found?: ReadonlySet<string>): readonly string[] => {
  const { placed, unstated } = filterOrder(order, { ...noFilter, ...filter }, page, found);
  return [...placed.map(({ item: { key } }) => key), ...unstated.map(({ key }) => key)].sort();
};

describe('a filter', () => {
  test.each<[string, Partial<Filter>, readonly string[]]>([
    ['a segment finds what customers of it speak for', { segment: 'enterprise' }, ['LED-1', 'LED-9']],
    ['a stakeholder', { stakeholder: 'Auditor' }, ['LED-1', 'LED-9']],
    ['a label', { label: 'q3' }, ['LED-1']],
    ['a component', { component: 'exports' }, ['LED-2']],
    ['an epic finds itself and the items below', { epic }, ['LED-1', 'LED-9']],
    ['a type that nothing has', { typeId: '77' }, []],
    ['two at once: both have to fit', { segment: 'enterprise', label: 'q3' }, ['LED-1']],
  ])('%s', (_, filter, shown) => {
    expect(keysShown(filter)).toEqual(shown);
  });

  test('JQL hides what Jira did not find, and nothing while Jira was not heard', () => {
    expect(keysShown({ jql: 'assignee is EMPTY' }, new Set(['3', '4711']))).toEqual(['LED-3']);
    expect(keysShown({ jql: 'assignee is EMPTY' })).toHaveLength(4);
  });

  test('JQL’s own order is dropped, but not words in quotes', () => {
    expect(withoutOrder('project = LED order  by created DESC')).toBe('project = LED');
    expect(withoutOrder('summary ~ "order by mail" ORDER BY key')).toBe('summary ~ "order by mail"');
    expect(withoutOrder("text ~ 'it\\'s order by'")).toBe("text ~ 'it\\'s order by'");
  });
});

describe('a saved view', () => {
  const listing = {
    ...firstListing,
    filter: { ...noFilter, label: 'gone', segment: 'enterprise', jql: 'x = y' },
    columns: ['sources', 'rice'],
    orderBy: 'rice',
  };

  test('opens with what still works and says what it left out', () => {
    const { listing: opened, leftOut } = openedFrom({ listing }, choicesOf(page), [{ id: 'sources' }]);
    expect(leftOut).toEqual(['Label “gone”', 'a column', 'its order']);
    expect(opened).toEqual({ ...listing, filter: { ...listing.filter, label: null }, columns: ['sources'], orderBy: null });
  });

  test('is unchanged where only the order of its columns differs', () => {
    expect(sameListing({ ...listing, columns: ['rice', 'sources'] }, listing)).toBe(true);
    expect(sameListing({ ...listing, level: 'leaf' }, listing)).toBe(false);
  });
});

describe('a file for spreadsheets', () => {
  test.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', '-1+1'])('%j is no formula', (cell) => {
    expect(csvOf(['Title'], [[cell]])).toContain(`"'${cell}"`);
  });

  test('a plain number stays one, and titles are no formulas either', () => {
    expect(csvOf(['=Title'], [['-12.5'], [-3]])).toBe('"\'=Title"\r\n-12.5\r\n-3');
  });

  test('holds all rows with their group and the columns that are shown', () => {
    const known = { view: page, drawn: undefined, jiraOrder: undefined, moveOf: () => 3 };
    const lines = listCsv(
      rowsOf(order, undefined, undefined),
      [{ exported: exported.place }, { exported: exported.move }, { exported: exported.item }, { exported: exported.sources }],
      known,
    ).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('Sources');
    expect(lines[0]).not.toContain('Status');
    expect(lines[1]).toMatch(/^,1,3,LED-/);
    expect(lines.at(-1)).toMatch(/^No problem stated,/);
  });

  test('has further columns as numbers, with how they came about', () => {
    const rice = { id: 'rice', title: 'RICE', textOf: () => 'twelve', numberOf: () => 12, howOf: () => 'R × I × C ÷ E' };
    const known = { view: page, drawn: undefined, jiraOrder: undefined, moveOf: () => 0 };
    const lines = listCsv(rowsOf(order, undefined, undefined), [{ exported: exported.item }, { exported: exportedExtra(rice) }], known).split('\r\n');
    expect([lines[0]?.endsWith('RICE,RICE: how'), lines[1]?.endsWith('12,R × I × C ÷ E')]).toEqual([true, true]);
  });
});

describe('rows by keyboard', () => {
  const group = (id: string): Row => ({ kind: 'group', id, title: id, detail: '' });
  const row = (id: number): Row => ({ kind: 'unstated', id: String(id), item: item(id) });
  const rows = [group('a'), row(1), row(2), group('b'), row(3)];

  test('the rows of a closed group are out of sight, its line stays', () => {
    expect(openRows(rows, new Set(['a'])).map(({ id }) => id)).toEqual(['a', 'b', '3']);
  });

  test('arrows pass an open group and stop at a closed one', () => {
    expect(stopAt(rows, 3, 1, new Set())?.id).toBe('3');
    expect(stopAt(openRows(rows, new Set(['a'])), 0, -1, new Set(['a']))?.id).toBe('a');
  });

  test('left closes the group of a row, right opens it again', () => {
    expect(rowAct('ArrowLeft', rows, 2, new Set())).toEqual({ kind: 'toggle-group', id: 'a' });
    expect(rowAct('ArrowRight', openRows(rows, new Set(['a'])), 0, new Set(['a']))).toEqual({ kind: 'toggle-group', id: 'a' });
    expect(rowAct('ArrowRight', rows, 1, new Set())).toBeUndefined();
  });

  test('the print view ends after so many items and keeps their groups', () => {
    expect(firstItems(rows, 3)).toEqual(rows);
    expect(firstItems(rows, 2).map(({ id }) => id)).toEqual(['a', '1', '2', 'b']);
    expect(firstItems(rows, 1).map(({ id }) => id)).toEqual(['a', '1']);
  });
});

test('one line says how many items there are and how many rest on evidence', () => {
  expect(summaryOf(order, page, 'en')).toBe('4 items · 2 solve an evidenced problem · order not applied yet · up to date just now');
});
