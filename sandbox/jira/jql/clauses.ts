import type { Operand } from '@atlaskit/jql-ast';
import { refuse } from '../refusal';
import { appFunctionNamed } from './app-functions';
import type { Asker, Choice, Column, Held } from './column';
import type { Test } from './compile';
import { dayOf, isMoment, momentCalled, timeOf } from './dates';
import { checkCount, functionNamed, noFunction } from './functions';
import { matcherOf } from './words';

type Quantity = Extract<Column, { kind: 'time' | 'day' | 'number' }>;
type FunctionOperand = Extract<Operand, { operandType: 'function' }>;
type Text = Extract<Column, { kind: 'text' }>;

export const unfit = (name: string, sign: string) => refuse(400, `The operator '${sign}' is not supported by the '${name}' field.`);

const isNone = (held: Held | number): boolean => held === undefined || held === '' || (typeof held === 'object' && held.length === 0);
const holds = (held: Held, wanted: ReadonlySet<string>): boolean =>
  typeof held === 'string' ? wanted.has(held) : held !== undefined && held.some((id) => wanted.has(id));

export function emptiness(column: Column, name: string, sign: string): Test {
  if (column.kind === 'rank' || (column.kind === 'text' && column.isSearchedOnly)) throw unfit(name, sign);
  const isWanted = sign === '=' || sign === 'is' || sign === '~';
  if (!isWanted && sign !== '!=' && sign !== 'is not' && sign !== '!~') throw unfit(name, sign);
  return (issue) => isNone(column.of(issue)) === isWanted;
}

/** =, !=, in, not in of something chosen from a list. */
export function among(column: Choice, name: string, sign: string, operand: Operand, asker: Asker): Test {
  if (!['=', '!=', 'in', 'not in'].includes(sign)) throw unfit(name, sign);
  const parts = operand.operandType === 'list' ? operand.values : [operand];
  const wanted = new Set(parts.flatMap((one) => idsOf(column, name, one, asker)));
  const takesNone = parts.some(({ operandType }) => operandType === 'keyword');
  // Jira leaves out what has no value at all, also where something is not asked for.
  if (sign === '!=' || sign === 'not in') return (issue) => !isNone(column.of(issue)) && !holds(column.of(issue), wanted);
  return (issue) => holds(column.of(issue), wanted) || (takesNone && isNone(column.of(issue)));
}

function idsOf(column: Choice, name: string, operand: Operand, asker: Asker): readonly string[] {
  if (operand.operandType === 'keyword') return [];
  if (operand.operandType === 'function') return called(column, name, operand, asker);
  const asked = operand.operandType === 'value' ? operand.value : '';
  const ids = column.meant(asked);
  if (ids.length > 0) return ids;
  if (/^\d+$/.test(asked)) throw refuse(400, `A value with ID '${asked}' does not exist for the field '${name}'.`);
  if (column.topic === 'issue' && column.relativeTo !== undefined) throw refuse(400, `An issue with key '${asked}' does not exist for field '${name}'.`);
  throw refuse(400, `The value '${asked}' does not exist for the field '${name}'.`);
}

function called(column: Choice, field: string, operand: FunctionOperand, asker: Asker): readonly string[] {
  const name = operand.function.value;
  const words = operand.arguments.map(({ value }) => value);
  const known = functionNamed(name);
  if (known === undefined && appFunctionNamed(asker.site, name) !== undefined)
    throw refuse(501, `The local stand-in takes the function '${name}' of an app alone, not in a list.`);
  if (known === undefined && !isMoment(name)) throw noFunction(name, words);
  if (known === undefined || known.topic !== column.topic) throw misplaced(name, field);
  checkCount(name, words, known.arguments);
  return known.values(asker, words);
}

const misplaced = (name: string, field: string) => refuse(400, `A value provided by the function '${name}' is invalid for the field '${field}'.`);

type Compare = (a: number, b: number) => boolean;
const comparisons: Readonly<Record<string, Compare>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  in: (a, b) => a === b,
  'not in': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const comparison = (name: string, sign: string): Compare => {
  const compare = Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined;
  if (compare === undefined) throw unfit(name, sign);
  return compare;
};

/** < and > of things that have an order: keys of a project, priorities. */
export function ranged(column: Choice, name: string, sign: string, operand: Operand): Test {
  const compare = comparison(name, sign);
  if (column.relativeTo === undefined || operand.operandType !== 'value') throw unfit(name, sign);
  if (column.meant(operand.value).length === 0) throw refuse(400, `The value '${operand.value}' does not exist for the field '${name}'.`);
  const distance = column.relativeTo(operand.value);
  return (issue) => {
    const by = distance(issue);
    return by !== undefined && compare(by, 0);
  };
}

export function found(column: Text, name: string, sign: string, operand: Operand): Test {
  const isWanted = sign === '~';
  if ((!isWanted && sign !== '!~') || operand.operandType !== 'value') throw unfit(name, sign);
  if (operand.value.trim() === '') throw refuse(400, `The field '${name}' does not support searching for an empty string.`);
  const finds = matcherOf(operand.value);
  if (finds === undefined) throw refuse(400, `Unable to parse the text '${operand.value}' for field '${name}'.`);
  return (issue) => (isWanted ? finds(column.words(issue)) : column.of(issue) !== '' && !finds(column.words(issue)));
}

/** All comparisons of numbers, times and days. */
export function compared(column: Quantity, name: string, sign: string, operand: Operand, asker: Asker): Test {
  const compare = comparison(name, sign);
  const parts = operand.operandType === 'list' ? operand.values : [operand];
  const wanted = parts.filter(({ operandType }) => operandType !== 'keyword').map((one) => amountOf(column, one, name, asker));
  const takesNone = sign === 'in' && wanted.length < parts.length;
  const isEvery = sign === '!=' || sign === 'not in';
  return (issue) => {
    const value = column.of(issue);
    if (value === undefined) return takesNone;
    return isEvery ? wanted.every((one) => compare(value, one)) : wanted.some((one) => compare(value, one));
  };
}

function amountOf(column: Quantity, operand: Operand, name: string, { site, zone }: Asker): number {
  const here = { now: site.now(), zone };
  if (operand.operandType === 'function') {
    const [called, words] = [operand.function.value, operand.arguments.map(({ value }) => value)];
    const moment = momentCalled(called, words, here);
    if (moment === undefined && functionNamed(called) === undefined) throw noFunction(called, words);
    if (moment === undefined || column.kind === 'number') throw misplaced(called, name);
    return column.kind === 'day' ? dayOf(moment, zone) : moment;
  }
  const written = operand.operandType === 'value' ? operand.value : '';
  if (column.kind === 'time') return timeOf(written, name, here);
  if (column.kind === 'day') return dayOf(timeOf(written, name, here), zone);
  const amount = Number(written);
  if (written.trim() === '' || Number.isNaN(amount)) throw refuse(400, `Expecting a number value for field '${name}' but got '${written}'.`);
  return amount;
}
