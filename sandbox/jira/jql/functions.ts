import { refuse } from '../refusal';
import { accountOf } from '../viewer';
import type { Asker, Topic } from './column';
import { linkedIssues } from './linked';

interface JqlFunction {
  readonly topic: Topic;
  readonly isList: boolean;
  readonly arguments: readonly [least: number, most: number];
  /** Ids, as the fields of its topic hold them. */
  readonly values: (asker: Asker, words: readonly string[]) => readonly string[];
}

const sprints = (state: string): JqlFunction => ({
  topic: 'sprint',
  isList: true,
  arguments: [0, 0],
  values: ({ site }) => [...site.sprints.values()].filter((sprint) => sprint.state === state).map(({ id }) => String(id)),
});
const types = (fits: (level: number) => boolean): JqlFunction => ({
  topic: 'type',
  isList: true,
  arguments: [0, 0],
  values: ({ site }) => [...site.issueTypes.values()].filter(({ level }) => fits(level)).map(({ id }) => id),
});
const linked: JqlFunction = { topic: 'issue', isList: true, arguments: [1, 20], values: linkedIssues };
const standard = types((level) => level >= 0);
const subtask = types((level) => level < 0);

const functions: Readonly<Record<string, JqlFunction>> = {
  currentuser: { topic: 'person', isList: false, arguments: [0, 0], values: ({ viewer }) => [accountOf(viewer) ?? []].flat() },
  linkedissues: linked,
  linkedworkitems: linked,
  opensprints: sprints('active'),
  closedsprints: sprints('closed'),
  futuresprints: sprints('future'),
  standardissuetypes: standard,
  standardworktypes: standard,
  subtaskissuetypes: subtask,
  subtaskworktypes: subtask,
};

const unserved =
  /^(membersOf|updatedBy|issueHistory|(voted|watched)(Issues|WorkItems)|(un)?releasedVersions|(latest|earliest)(Un)?releasedVersion|componentsLeadByUser|(projects|spaces)(LeadByUser|WhereUserHas(Permission|Role))|cascadeOption|choiceOption|organizationMembers|(current|last)Login|parentEpic|issuesWithRemoteLinksByGlobalId|approved|approver|pending|pendingBy|myPending|myApproval|breached|remaining)$/i;

export const functionNamed = (name: string): JqlFunction | undefined =>
  Object.hasOwn(functions, name.toLowerCase()) ? functions[name.toLowerCase()] : undefined;

/** What Jira has and the stand-in has not is told apart from what nobody has. */
export const noFunction = (name: string, words: readonly string[]) =>
  unserved.test(name)
    ? refuse(501, `The local stand-in does not serve the JQL function '${name}'.`)
    : refuse(400, `Unable to find JQL function '${name}(${words.join(', ')})'.`);

export function checkCount(name: string, words: readonly string[], [least, most]: readonly [number, number]): void {
  if (words.length >= least && words.length <= most) return;
  throw refuse(400, `Function '${name}' expected '${String(words.length < least ? least : most)}' arguments but received '${String(words.length)}'.`);
}
