import { JastBuilder } from '@atlaskit/jql-ast';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedWithin, equals, every, isOneOf, quote } from '../../src/jira/jql';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('" OR project = HID OR summary ~ "', '\\', '\\" OR 1 = 1', "x' OR 'a'='a", 'a") ORDER BY created', 'currentUser()', '-- ', '', ' '),
);

const sayable = nasty.filter((text) => !/[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/.test(text));

const whereOf = (jql: string) => {
  const { query, errors } = new JastBuilder().build(jql);
  return { where: query?.where, errors };
};

describe('a value in a query', () => {
  test('is one operand of one clause, whatever it says', () =>
    fc.assert(
      fc.property(sayable, (text) => {
        const { where, errors } = whereOf(`summary ~ ${quote(text)}`);
        expect(errors).toEqual([]);
        expect(where).toMatchObject({ clauseType: 'terminal', field: { value: 'summary' }, operand: { operandType: 'value', value: text } });
      }),
    ));

  test('stays one of a list', () => {
    const { where, errors } = whereOf(every([isOneOf('issuetype', ['1', '2) OR (project = 3'])]));
    expect(errors).toEqual([]);
    expect(where).toMatchObject({ clauseType: 'terminal', operand: { operandType: 'list', values: [{ value: '1' }, { value: '2) OR (project = 3' }] } });
  });
});

test.each(['\n', '\r\n" OR x = "', '\u0000', '\uffff'])('a control character is refused, not sent: %j', (text) => {
  expect(() => quote(text)).toThrow('control character');
});

test('a query for no value at all is refused: Jira would take it for every issue or for an error', () => {
  expect(() => isOneOf('issuetype', [])).toThrow('names no value');
});

test('a field name is never made from what somebody typed', () => {
  expect(() => equals('summary ~ x OR project', '1')).toThrow('is no field name');
});

test('changes are asked for in minutes back from now: a written date depends on who asks', () => {
  expect(changedWithin('updated', 61.2).text).toBe('updated >= -62m');
  expect(changedWithin('updated', -5).text).toBe('updated >= -1m');
});
