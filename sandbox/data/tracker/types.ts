import type { SiteIssueType, SiteLinkType } from '../../jira/site-data';
import type { Line } from './line';

/** Types that every site of this kind starts with; an export adds its own. */
const knownTypes = [
  { id: '10000', name: 'Epic', description: 'A big piece of work.', hierarchyLevel: 1, icon: 'epic' },
  { id: '10001', name: 'Story', description: 'Something a person wants.', hierarchyLevel: 0, icon: 'story' },
  { id: '10002', name: 'Task', description: 'A piece of work.', hierarchyLevel: 0, icon: 'task' },
  { id: '10003', name: 'Bug', description: 'Something that does not work.', hierarchyLevel: 0, icon: 'bug' },
  { id: '10004', name: 'New Feature', description: 'Something the product cannot do yet.', hierarchyLevel: 0, icon: 'story' },
  { id: '10005', name: 'Improvement', description: 'Something the product could do better.', hierarchyLevel: 0, icon: 'story' },
  { id: '10006', name: 'Sub-task', description: 'A part of another piece of work.', hierarchyLevel: -1, icon: 'subtask' },
] as const satisfies readonly SiteIssueType[];

/** Other names trackers have for a part of another piece of work. */
const subTaskNames: ReadonlySet<string> = new Set(['Subtask', 'Technical task', 'Sub-bug']);

/** The site's types by the export's names. */
export function typesOf(lines: readonly Line[]): ReadonlyMap<string, SiteIssueType> {
  const types = new Map<string, SiteIssueType>(knownTypes.map((type) => [type.name, type]));
  const subTask = types.get('Sub-task');
  for (const name of subTaskNames) if (subTask !== undefined) types.set(name, subTask);
  for (const { type } of lines)
    if (!types.has(type)) types.set(type, { id: String(10_000 + types.size), name: type, description: '', hierarchyLevel: 0, icon: 'task' });
  return types;
}

const knownPhrases: Readonly<Record<string, readonly [inward: string, outward: string]>> = {
  Blocks: ['is blocked by', 'blocks'],
  Cloners: ['is cloned by', 'clones'],
  Depends: ['is depended on by', 'depends on'],
  Duplicate: ['is duplicated by', 'duplicates'],
  Includes: ['is included in', 'includes'],
  Relates: ['relates to', 'relates to'],
};

/** A type that nobody knows reads the same from both sides: by its name. */
export function linkTypesOf(lines: readonly Line[]): readonly SiteLinkType[] {
  const names = new Set([...Object.keys(knownPhrases), ...lines.flatMap(({ links }) => links.map(([name]) => name))]);
  return [...names].map((name, at) => {
    const [inward, outward] = knownPhrases[name] ?? [name.toLowerCase(), name.toLowerCase()];
    return { id: String(10_000 + at), name, inward, outward };
  });
}
