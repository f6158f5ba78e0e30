import { describe, expect, test } from '@jest/globals';
import { factsOf, fieldsFor, issueShape } from '../../src/jira/issue-shape';

const fields = { effort: 'customfield_10016', effortOf: {}, organisations: 'customfield_10002' };
const end = (id: string, key: string, typeId: string, status = 'new') => ({
  id,
  key,
  self: 'x',
  fields: { summary: key, issuetype: { id: typeId }, status: { name: 'S', statusCategory: { key: status } } },
});

const answered = (own: object = {}, properties: object = {}) => ({
  id: '10102',
  key: 'LED-102',
  properties,
  fields: {
    summary: 'Background exports',
    status: { name: 'To Do', statusCategory: { key: 'new' } },
    created: '2026-03-02T09:15:00.000+0100',
    issuetype: { id: '10000', name: 'Epic', hierarchyLevel: 1 },
    project: { id: '10001' },
    ...own,
  },
});
const read = (own?: object, properties?: object) => factsOf(issueShape.parse(answered(own, properties)), fields);

describe('what Jira answers about an issue', () => {
  test('a date without a colon in its zone is read', () => expect(read().created).toBe(Date.UTC(2026, 2, 2, 8, 15) / 1000));

  test('reading A of "A solves B", the other end is called outward, and A is the end that shows the phrase', () => {
    const [link] = read({ issuelinks: [{ id: '7', type: { id: '3' }, outwardIssue: end('10203', 'DISC-3', '10105', 'done') }] }).links;
    expect(link).toEqual({ id: '7', typeId: '3', isFrom: true, other: { id: '10203', key: 'DISC-3', summary: 'DISC-3', typeId: '10105', isDone: true } });
  });

  test('reading B of "A solves B", B shows the inverse', () => {
    const [link] = read({ issuelinks: [{ id: '7', type: { id: '3' }, inwardIssue: end('10102', 'LED-102', '10000') }] }).links;
    expect(link).toMatchObject({ isFrom: false, other: { key: 'LED-102' } });
  });

  test.each([
    { name: 'stakeholder and job come from the property', value: { stakeholder: 'Analyst', job: 'Close the month' }, expected: ['Analyst', 'Close the month'] },
    { name: 'a property that somebody forged into another shape says nothing', value: { stakeholder: { name: 'x' } }, expected: [undefined, undefined] },
    { name: 'empty words say nothing', value: { stakeholder: '  ', job: '' }, expected: [undefined, undefined] },
  ])('$name', ({ value, expected }) => {
    const { stakeholder, job } = read({}, { 'groundwork.statement': value });
    expect([stakeholder, job]).toEqual(expected);
  });

  test.each([
    { name: 'effort is a number', value: 5, expected: 5 },
    { name: 'no effort is unknown, not zero', value: null, expected: undefined },
    { name: 'a negative effort is unknown', value: -1, expected: undefined },
  ])('$name', ({ value, expected }) => expect(read({ customfield_10016: value }).effort).toBe(expected));

  test('organisations of Jira Service Management are objects with names', () =>
    expect(read({ customfield_10002: [{ id: '1', name: 'Acme Logistics' }] }).organisations).toEqual(['Acme Logistics']));

  test('a sub-task is below the base even where Jira names no level', () =>
    expect(read({ issuetype: { id: '3', name: 'Sub-task', subtask: true } }).level).toBe(-1));

  test('an answer that is no issue is not taken for one', () => expect(() => issueShape.parse({ id: '1', key: 'A-1', fields: {} })).toThrow());
});

test('reading many leaves out people and words', () => {
  expect(fieldsFor('light', fields)).not.toEqual(expect.arrayContaining(['reporter']));
  expect(fieldsFor('light', fields)).not.toEqual(expect.arrayContaining(['description']));
});
