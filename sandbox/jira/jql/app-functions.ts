import type { Clause, Field, FunctionOperand, TerminalClause } from '@atlaskit/jql-ast';
import { refuse } from '../refusal';
import type { JqlFunctionAnswer, Site } from '../site';
import type { Asker, Column } from './column';
import { functionNamed } from './functions';
import { unusedMs, type Precomputation } from './precomputations';
import { nameOf, readJql } from './read';

type AppFunction = Site['options']['app']['jqlFunctions'][number];

/** A function of the app in a query. */
export interface AppCall {
  readonly called: AppFunction;
  readonly field: Field;
  readonly operator: string;
  readonly words: readonly string[];
}

const mostValues = 1_000;

/** Jira's own functions win over an app's of the same name. */
export const appFunctionNamed = ({ options }: Site, name: string): AppFunction | undefined =>
  functionNamed(name) === undefined ? options.app.jqlFunctions.find((one) => one.name.toLowerCase() === name.toLowerCase()) : undefined;

export function appCallIn(site: Site, { field, operator, operand }: TerminalClause): AppCall | undefined {
  const called = operand?.operandType === 'function' ? appFunctionNamed(site, operand.function.value) : undefined;
  return called && { called, field, operator: operator?.value ?? '', words: wordsOf(operand) };
}

const wordsOf = (operand: TerminalClause['operand']): string[] =>
  operand?.operandType === 'function' ? operand.arguments.map(({ value }: FunctionOperand['arguments'][number]) => value) : [];

function callsIn(site: Site, clause: Clause | undefined): AppCall[] {
  if (clause === undefined) return [];
  if (clause.clauseType === 'not') return callsIn(site, clause.clause);
  if (clause.clauseType === 'compound') return clause.clauses.flatMap((one) => callsIn(site, one));
  return [appCallIn(site, clause) ?? []].flat();
}

const keyOf = ({ called, field, operator, words }: AppCall): string => JSON.stringify([called.key, nameOf(field).toLowerCase(), operator, words]);

/** Forge's names for what fields hold, where neither the kind of the column nor its topic says it. */
const fieldTypes: Readonly<Record<string, string>> = {
  status: 'status',
  statuscategory: 'status_category',
  priority: 'priority',
  resolution: 'resolution',
  component: 'component',
  components: 'component',
  fixversion: 'version',
  affectedversion: 'version',
  labels: 'label',
  level: 'issue_security_level',
  issuelinktype: 'issue_link_type',
  workitemlinktype: 'issue_link_type',
  attachments: 'attachment',
  hierarchylevel: 'hierarchy_level',
};
const topics = { person: 'user', issue: 'issue', sprint: 'sprint', type: 'issue_type', project: 'project' } as const;
const kinds = { text: 'text', time: 'date', day: 'date', number: 'number', rank: 'rank', choice: 'option' } as const;

function typeOf(column: Column, field: string): string {
  const topic = column.kind === 'choice' ? column.topic : undefined;
  return fieldTypes[field.toLowerCase()] ?? (topic === undefined ? kinds[column.kind] : topics[topic]);
}

/** Says no as Jira does before it asks the app. */
export function checkCall({ called, operator, words }: AppCall, column: Column, field: string): void {
  const { name } = called;
  if (!called.types.includes(typeOf(column, field))) throw refuse(400, `The function '${name}' cannot be used with the field '${field}'.`);
  if (!called.operators.includes(operator)) throw refuse(400, `The operator '${operator}' is not supported by the function '${name}'.`);
  const least = called.arguments.filter(({ required }) => required).length;
  if (words.length < least || words.length > called.arguments.length)
    throw refuse(400, `Function '${name}' expected '${String(least)}' arguments but received '${String(words.length)}'.`);
}

/** What stands in a call's place. Undefined: nobody has asked the app yet. */
export function fragmentFor({ site }: Asker, call: AppCall): Clause | undefined {
  const known = site.precomputations.get(keyOf(call));
  if (known?.error !== undefined) throw refuse(400, known.error);
  return known?.jql === undefined ? undefined : fragmentIn(site, call.called.name, known.jql);
}

function fragmentIn(site: Site, name: string, jql: string): Clause {
  const { where, orderBy } = readJql(jql);
  if (where === undefined || orderBy !== undefined) throw refuse(400, `The function '${name}' returned no JQL clause.`);
  if (callsIn(site, where).length > 0) throw refuse(400, `The function '${name}' returned JQL with functions of apps in it.`);
  if (valuesIn(where) > mostValues) throw refuse(400, `The function '${name}' returned more than ${String(mostValues)} values.`);
  return where;
}

/** What an app may put in a call's place; refuses what Jira could not search by. */
export function checkFragment(site: Site, name: string, jql: string): void {
  fragmentIn(site, name, jql);
}

function valuesIn(clause: Clause): number {
  if (clause.clauseType === 'not') return valuesIn(clause.clause);
  if (clause.clauseType === 'compound') return clause.clauses.reduce((sum, one) => sum + valuesIn(one), 0);
  return clause.operand?.operandType === 'list' ? clause.operand.values.length : 1;
}

export function dropUnused(site: Site): void {
  for (const [key, { used }] of site.precomputations) if (used + unusedMs <= site.now()) site.precomputations.delete(key);
}

/** Asks the app what its functions in a query stand for, each once for everybody, until nobody has searched by it for a week. */
export async function askApp(asker: Asker, jql: string, columnOf: (name: string) => Column | undefined): Promise<void> {
  const { site } = asker;
  dropUnused(site);
  for (const call of callsIn(site, readJql(jql).where)) {
    const name = nameOf(call.field);
    const column = columnOf(name);
    // Whoever compiles the query says what is wrong with it.
    if (column === undefined) continue;
    checkCall(call, column, name);
    const key = keyOf(call);
    const known = site.precomputations.get(key);
    if (known !== undefined) {
      site.precomputations.set(key, { ...known, used: site.now() });
      continue;
    }
    const asked = site.computing.get(key) ?? compute(site, key, call, typeOf(column, name)).finally(() => site.computing.delete(key));
    site.computing.set(key, asked);
    await asked;
  }
}

async function compute(site: Site, key: string, { called, field, operator, words }: AppCall, type: string): Promise<void> {
  const id = `7c0a1e00-0000-4000-8000-${String(site.nextId('precomputation')).padStart(12, '0')}`;
  const clause = { field: nameOf(field), type: [type], operator, functionName: called.name, arguments: words };
  const answer = await answerOf(site, { moduleKey: called.key, precomputationId: id, clause });
  const { jql, error, storeErrorAsPrecomputation = false } = answer;
  if (error === undefined && jql === undefined) throw refuse(400, `The function '${called.name}' could not be evaluated.`);
  if (error !== undefined && !storeErrorAsPrecomputation) throw refuse(400, error);
  if (error === undefined) checkFragment(site, called.name, jql ?? '');
  const now = site.now();
  const { functionName, field: name } = clause;
  const made: Precomputation = {
    ...{ id, moduleKey: called.key, functionName, field: name, operator, arguments: words },
    ...{ jql: error === undefined ? jql : undefined, error, created: now, updated: now, used: now },
  };
  site.precomputations.set(key, made);
}

type Call = Parameters<NonNullable<Site['options']['hooks']['jqlFunction']>>[0];

// An app that breaks or takes too long is told like one that says nothing.
async function answerOf({ options }: Site, call: Call): Promise<JqlFunctionAnswer> {
  try {
    return (await options.hooks.jqlFunction?.(call)) ?? {};
  } catch {
    return {};
  }
}
