import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import type { Issue } from '../issue';
import { refuse } from '../refusal';
import type { Site } from '../site';
import type { Viewer } from '../viewer';
import { columnNamed, meIn, type Column } from './columns';
import { boundary, timeOf } from './dates';
import { linkedIssues } from './linked';
import { nameOf } from './read';
import { matcherOf } from './words';

export type Test = (issue: Issue) => boolean;

export interface Asker {
  readonly site: Site;
  readonly viewer: Viewer;
  /** Whose days these are. */
  readonly zone: string;
}

/** A query as one test of an issue. Everything it names is looked up once; what Jira does not know is refused, never passed over. */
export function compile(clause: Clause, asker: Asker): Test {
  if (clause.clauseType === 'not') {
    const inner = compile(clause.clause, asker);
    return (issue) => !inner(issue);
  }
  if (clause.clauseType === 'compound') {
    const tests = clause.clauses.map((one) => compile(one, asker));
    return clause.operator.value === 'and' ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
  }
  return terminal(clause, asker);
}

function terminal({ field, operator, operand }: TerminalClause, asker: Asker): Test {
  const name = nameOf(field);
  const column = columnNamed(asker.site, asker.viewer, name);
  if (column === undefined) throw refuse(400, `Field '${name}' does not exist or you do not have permission to view it.`);
  const sign = operator?.value ?? '';
  if (operand === undefined) throw refuse(400, `The operator '${sign}' of the field '${name}' needs a value.`);
  if (/^(was|changed)/.test(sign)) throw refuse(501, `The local stand-in does not search histories: '${name} ${sign}'.`);
  if (isEmpty(operand) || isUnresolved(name, operand)) return emptiness(column, name, sign);
  switch (column.kind) {
    case 'choice':
      return among(column, name, sign, operand, asker);
    case 'text':
      return wordy(column, name, sign, operand);
    case 'time':
    case 'number':
      return compared(column, name, sign, operand, asker);
    case 'rank':
      throw refuse(400, `Field '${name}' can be ordered by, not searched for.`);
  }
}

const isEmpty = (operand: Operand): boolean => operand.operandType === 'keyword';
// `resolution = Unresolved` is how people say that there is none.
const isUnresolved = (name: string, operand: Operand): boolean =>
  name.toLowerCase() === 'resolution' && operand.operandType === 'value' && operand.value.toLowerCase() === 'unresolved';
const unfit = (name: string, sign: string) => refuse(400, `The operator '${sign}' is not supported by the '${name}' field.`);
const negative = new Set(['!=', 'not in', 'is not', '!~']);

function emptiness(column: Column, name: string, sign: string): Test {
  if (!['=', '!=', 'is', 'is not'].includes(sign)) throw unfit(name, sign);
  const has: Test = column.kind === 'choice' ? (issue) => column.of(issue).length > 0 : (issue) => column.of(issue) !== undefined && column.of(issue) !== '';
  return negative.has(sign) ? has : (issue) => !has(issue);
}

function among(column: Extract<Column, { kind: 'choice' }>, name: string, sign: string, operand: Operand, asker: Asker): Test {
  if (!['=', '!=', 'in', 'not in'].includes(sign)) throw unfit(name, sign);
  const wanted = new Set(single(operand).flatMap((one) => idsOf(column, name, one, asker)));
  // Jira leaves out what has no value at all, also where something is not asked for.
  if (negative.has(sign)) return (issue) => column.of(issue).length > 0 && !column.of(issue).some((id) => wanted.has(id));
  return (issue) => column.of(issue).some((id) => wanted.has(id));
}

const single = (operand: Operand): readonly Operand[] => (operand.operandType === 'list' ? operand.values : [operand]);

function idsOf(column: Extract<Column, { kind: 'choice' }>, name: string, operand: Operand, { site, viewer }: Asker): readonly string[] {
  if (operand.operandType === 'function') {
    const called = operand.function.value;
    const words = operand.arguments.map(({ value }) => value);
    if (/^currentUser$/i.test(called)) return [meIn(viewer)];
    if (/^linked(Issues|WorkItems)$/i.test(called)) return linkedIssues(site, viewer, words);
    const state = /^(open|closed|future)Sprints$/i.exec(called)?.[1]?.toLowerCase();
    if (state !== undefined)
      return [...site.sprints.values()].filter((sprint) => sprint.state === (state === 'open' ? 'active' : state)).map(({ id }) => String(id));
    throw refuse(400, `Unable to find JQL function '${called}(${words.join(', ')})'.`);
  }
  if (operand.operandType !== 'value') throw refuse(400, `The field '${name}' does not take this value.`);
  const ids = column.meant(operand.value);
  if (ids.length > 0) return ids;
  if (/^(issue)?key$|^issue$|^id$/i.test(name)) throw refuse(400, `An issue with key '${operand.value}' does not exist for field '${name}'.`);
  throw refuse(400, `The value '${operand.value}' does not exist for the field '${name}'.`);
}

function wordy(column: Extract<Column, { kind: 'text' }>, name: string, sign: string, operand: Operand): Test {
  if (!['~', '!~'].includes(sign) || operand.operandType !== 'value') throw unfit(name, sign);
  const matches = matcherOf(operand.value);
  return sign === '~' ? (issue) => matches(column.of(issue)) : (issue) => column.of(issue) !== '' && !matches(column.of(issue));
}

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

function compared(column: Extract<Column, { kind: 'time' | 'number' }>, name: string, sign: string, operand: Operand, asker: Asker): Test {
  const compare = Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined;
  if (compare === undefined) throw unfit(name, sign);
  const wanted = single(operand).map((one) => (column.kind === 'time' ? momentOf(one, asker) : amountOf(one, name)));
  const holds =
    sign === 'not in' ? (value: number) => wanted.every((one) => compare(value, one)) : (value: number) => wanted.some((one) => compare(value, one));
  return (issue) => {
    const value = column.of(issue);
    return value !== undefined && holds(value);
  };
}

function momentOf(operand: Operand, { site, zone }: Asker): number {
  if (operand.operandType === 'value') return timeOf(operand.value, site.now(), zone);
  if (operand.operandType !== 'function') throw refuse(400, 'A date is needed here.');
  const called = operand.function.value;
  if (/^now$/i.test(called)) return site.now();
  const at = boundary(called, operand.arguments[0]?.value, site.now(), zone);
  if (at === undefined) throw refuse(400, `Unable to find JQL function '${called}()'.`);
  return at;
}

function amountOf(operand: Operand, name: string): number {
  const value = operand.operandType === 'value' ? Number(operand.value) : Number.NaN;
  if (Number.isNaN(value)) throw refuse(400, `The value for the field '${name}' is not a number.`);
  return value;
}
