/** What a condition can ask of the place a module would stand in. */
export interface Place {
  readonly issue?: { readonly key: string; readonly typeName: string; readonly hierarchyLevel: number } | undefined;
  readonly project?: { readonly key: string; readonly style: string } | undefined;
  readonly isJiraAdmin: boolean;
}

/** A display condition the sandbox cannot judge; guessing would show or hide what Jira would not. */
class ConditionUnknown extends Error {
  override readonly name = 'ConditionUnknown';
}

const all = (conditions: unknown, place: Place): boolean => parts(conditions).every(([name, value]) => holds(name, value, place));
const any = (conditions: unknown, place: Place): boolean => parts(conditions).some(([name, value]) => holds(name, value, place));
const parts = (conditions: unknown): [string, unknown][] =>
  Array.isArray(conditions) ? conditions.flatMap(parts) : typeof conditions === 'object' && conditions !== null ? Object.entries(conditions) : [];
const oneOf = (wanted: unknown, is: string | undefined): boolean => is !== undefined && (Array.isArray(wanted) ? wanted : [wanted]).includes(is);

const conditions: Readonly<Record<string, (value: unknown, place: Place) => boolean>> = {
  and: all,
  or: any,
  not: (inner, place) => !all(inner, place),
  issueType: (value, { issue }) => oneOf(value, issue?.typeName),
  issueKey: (value, { issue }) => oneOf(value, issue?.key),
  projectKey: (value, { project }) => oneOf(value, project?.key),
  isAdmin: (value, { isJiraAdmin }) => isJiraAdmin === value,
  canAdministerJira: (value, { isJiraAdmin }) => isJiraAdmin === value,
  isLoggedIn: (value) => value === true,
  jiraExpression: (value, place) => expressionHolds(String(value), place),
};

const holds = (name: string, value: unknown, place: Place): boolean => {
  const condition = conditions[name];
  if (condition === undefined) throw new ConditionUnknown(`The sandbox cannot judge the display condition "${name}".`);
  return condition(value, place);
};

/** `displayConditions` of a module: everything in it must hold. */
export const isShown = (displayConditions: unknown, place: Place): boolean => all(displayConditions, place);

/** Throws where there is something in it that cannot be judged, so that it is heard of at start and not on some page. */
export function checkConditions(displayConditions: unknown): void {
  for (const [name, value] of parts(displayConditions)) {
    if (name === 'and' || name === 'or' || name === 'not') checkConditions(value);
    else holds(name, value, { isJiraAdmin: false, issue: { key: '', typeName: '', hierarchyLevel: 0 } });
  }
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
};

/** The one question of a Jira expression that pages of an app need: where in the hierarchy the issue's type stands. */
function expressionHolds(expression: string, { issue }: Place): boolean {
  const [, operator = '', level] = /^\s*issue\.issueType\.hierarchyLevel\s*(==|!=|>=|<=|>|<)\s*(-?\d+)\s*$/.exec(expression) ?? [];
  const compare = comparisons[operator];
  if (compare === undefined) throw new ConditionUnknown(`The sandbox cannot judge the Jira expression "${expression}".`);
  return issue !== undefined && compare(issue.hierarchyLevel, Number(level));
}
