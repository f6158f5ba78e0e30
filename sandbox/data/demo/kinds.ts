import { linkKinds } from '../../../src/domain/link-kinds';
import { statementWords } from '../../../src/domain/statements';
import type { SiteData, SiteIssueType, SiteLinkType } from '../../jira/site-data';

/** Ids of the site's own types; a gate rule names some of them, so that they are fixed. */
export const typeIds = {
  epic: '10000',
  story: '10001',
  task: '10002',
  bug: '10003',
  subtask: '10004',
  request: '10005',
  insight: '10010',
  problem: '10011',
  opportunity: '10012',
} as const;
export type TypeName = keyof typeof typeIds;

/** A team-managed project has types of its own, by the same names. */
export const mobileTypeIds = { epic: '10100', story: '10101', task: '10102', bug: '10103', subtask: '10104' } as const;

const base = { epic: 'A big piece of work.', story: 'Something a person wants.', task: 'A piece of work.', bug: 'Something that does not work.' };
const subTask = 'A part of another piece of work.';
const levelOf = (name: string): number => (name === 'epic' ? 1 : 0);
const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

export const issueTypes: readonly SiteIssueType[] = [
  ...(['epic', 'story', 'task', 'bug'] as const).flatMap((name) => [
    { id: typeIds[name], name: titled(name), description: base[name], hierarchyLevel: levelOf(name), icon: name },
    { id: mobileTypeIds[name], name: titled(name), description: base[name], hierarchyLevel: levelOf(name), icon: name, projectKey: 'APP' },
  ]),
  { id: typeIds.subtask, name: 'Sub-task', description: subTask, hierarchyLevel: -1, icon: 'subtask' },
  { id: mobileTypeIds.subtask, name: 'Subtask', description: subTask, hierarchyLevel: -1, icon: 'subtask', projectKey: 'APP' },
  { id: typeIds.request, name: 'Support request', description: 'What a customer wrote to the help desk.', hierarchyLevel: 0, icon: 'request' },
  // Names, phrases and level are those that setup looks for, so that it takes these instead of making its own.
  ...(['insight', 'problem', 'opportunity'] as const).map((kind) => ({ id: typeIds[kind], ...statementWords[kind], hierarchyLevel: 0, icon: kind })),
];

export const schemes: SiteData['issueTypeSchemes'] = [
  { id: '10000', name: 'Default Issue Type Scheme', issueTypeIds: [typeIds.epic, typeIds.story, typeIds.task, typeIds.bug, typeIds.subtask] },
  { id: '10001', name: 'Ledgerly: software', issueTypeIds: [typeIds.epic, typeIds.story, typeIds.task, typeIds.bug, typeIds.subtask] },
  { id: '10002', name: 'Discovery', issueTypeIds: [typeIds.insight, typeIds.problem, typeIds.opportunity] },
  { id: '10003', name: 'Support', issueTypeIds: [typeIds.request] },
];

export const solvesId = '10023';

const jiraLinks: readonly SiteLinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];
const ids = { evidences: '10020', refutes: '10021', opens: '10022', solves: solvesId, realises: '10024', partOf: '10025' } as const;

export const linkTypes: readonly SiteLinkType[] = [
  ...jiraLinks,
  ...(['evidences', 'refutes', 'opens', 'solves', 'realises', 'partOf'] as const).map((kind) => {
    const { name, phrase, inverse } = linkKinds[kind];
    return { id: ids[kind], name, inward: inverse, outward: phrase };
  }),
];
