import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import type { Issue } from '../issue';
import { refuse } from '../refusal';
import { appCallIn, checkCall, fragmentFor, type AppCall } from './app-functions';
import { among, compared, emptiness, found, ranged, unfit } from './clauses';
import type { Asker, Column } from './column';
import { columnNamed, noField } from './columns';
import { isMoment } from './dates';
import { functionNamed } from './functions';
import { nameOf } from './read';

export type Test = (issue: Issue) => boolean;

/** A query as one test of an issue. Everything it names is looked up once; what Jira does not know is refused, never passed over. */
export function compile(clause: Clause, asker: Asker, isNegated = false): Test {
  if (clause.clauseType === 'not') return compile(clause.clause, asker, !isNegated);
  if (clause.clauseType === 'compound') {
    const tests = clause.clauses.map((one) => compile(one, asker, isNegated));
    const isAll = (clause.operator.value === 'and') !== isNegated;
    return isAll ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
  }
  return terminal(clause, asker, isNegated);
}

// Jira turns operators round instead of the result: what has no value is neither `= x` nor `NOT = x`.
const opposite: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

function terminal(clause: TerminalClause, asker: Asker, isNegated: boolean): Test {
  const { field, operator, operand } = clause;
  const name = nameOf(field);
  const column = columnNamed(asker, name);
  if (column === undefined) throw noField(name);
  const written = operator?.value ?? '';
  if (/^(was|changed)/.test(written)) throw refuse(501, `The local stand-in does not search histories: '${name} ${written}'.`);
  if (operand === undefined) throw refuse(400, `The operator '${written}' of the field '${name}' needs a value.`);
  const call = appCallIn(asker.site, clause);
  if (call !== undefined) return replaced(call, column, asker, isNegated);
  checkShape(name, written, operand);
  const sign = isNegated ? (opposite[written] ?? written) : written;
  if (operand.operandType === 'keyword' || isUnresolved(name, operand)) return emptiness(column, name, sign);
  switch (column.kind) {
    case 'choice':
      return /^[<>]/.test(sign) ? ranged(column, name, sign, operand) : among(column, name, sign, operand, asker);
    case 'text':
      return found(column, name, sign, operand);
    case 'time':
    case 'day':
    case 'number':
      return compared(column, name, sign, operand, asker);
    case 'rank':
      throw unfit(name, sign);
  }
}

/** An app's function stands for a clause of its own, which is read in the eyes of who searches. */
function replaced(call: AppCall, column: Column, asker: Asker, isNegated: boolean): Test {
  checkCall(call, column, nameOf(call.field));
  const fragment = fragmentFor(asker, call);
  if (fragment !== undefined) return compile(fragment, asker, isNegated);
  return () => {
    throw new Error(`The app was not asked what ${call.called.name}() stands for`);
  };
}

// `resolution = Unresolved` is how people say that there is none.
const isUnresolved = (name: string, operand: Operand): boolean =>
  name.toLowerCase() === 'resolution' && operand.operandType === 'value' && operand.value.toLowerCase() === 'unresolved';

// The grammar keeps lists where they belong; what a function gives it cannot know.
function checkShape(name: string, sign: string, operand: Operand): void {
  if (operand.operandType !== 'function') return;
  const called = operand.function.value;
  const isList = functionNamed(called)?.isList ?? (isMoment(called) ? false : undefined);
  if (isList === undefined || isList === (sign === 'in' || sign === 'not in')) return;
  throw refuse(400, `Operator '${sign}' does not support the ${isList ? 'list' : 'non-list'} value '${called}()' for field '${name}'.`);
}
