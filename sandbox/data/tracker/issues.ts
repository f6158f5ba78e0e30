import type { SiteBoard, SiteIssue, SiteIssueType, SiteLink, SiteStatus } from '../../jira/site-data';
import { projectKeyOf } from './keys';
import type { Line } from './line';

interface Around {
  readonly types: ReadonlyMap<string, SiteIssueType>;
  readonly statuses: readonly SiteStatus[];
  readonly boards: readonly SiteBoard[];
}

/** In the order they came into being: so new issues join the end of a backlog. */
export function issuesOf(lines: readonly Line[], { types, statuses, boards }: Around): readonly SiteIssue[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const levelOf = ({ type }: Line) => types.get(type)?.hierarchyLevel ?? 0;
  const statusIds = new Map(statuses.map(({ id, name }) => [name, id]));
  const sprintIds = new Map(boards.flatMap(({ sprints }) => sprints.map(({ id, name }) => [name, id] as const)));

  // Exports name parents that moved away or were left out; nor does Jira know a parent of the same level.
  const parentOf = (line: Line): string | undefined => {
    const isPart = levelOf(line) < 0;
    const parent = byKey.get((isPart ? line.parent : (line.epic ?? line.parent)) ?? '');
    if (parent === undefined || levelOf(parent) <= levelOf(line)) return undefined;
    return isPart && projectKeyOf(parent.key) !== projectKeyOf(line.key) ? undefined : parent.key;
  };

  return [...lines]
    .sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : Number(a.id) - Number(b.id)))
    .map((line): SiteIssue => {
      const { id, key, summary, created, updated, labels, resolution, priority, resolved, reporter, storyPoints } = line;
      const parentKey = parentOf(line);
      // A part without its whole is a piece of work of its own.
      const type = types.get(levelOf(line) < 0 && parentKey === undefined ? 'Task' : line.type);
      const description = descriptionOf(line);
      return {
        id,
        key,
        typeId: type?.id ?? '',
        summary,
        statusId: statusIds.get(line.status) ?? '',
        created,
        updated,
        labels,
        components: line.components,
        sprintIds: line.sprints.flatMap((name) => sprintIds.get(name) ?? []),
        ...(description !== undefined && { description }),
        ...(resolution !== undefined && { resolution }),
        ...(priority !== undefined && { priority }),
        ...(resolved !== undefined && { resolved }),
        ...(reporter !== undefined && { reporterName: reporter }),
        ...(parentKey !== undefined && { parentKey }),
        ...(storyPoints !== undefined && { storyPoints }),
      };
    });
}

function descriptionOf({ description, descriptionCut }: Line): string | undefined {
  const text = description?.replaceAll('\r\n', '\n').trim();
  return text === undefined || text === '' ? undefined : `${text}${descriptionCut ? '…' : ''}`;
}

/** Each link once, though both of its ends tell of it; links to issues that are not here are left out. */
export function linksOf(lines: readonly Line[]): readonly SiteLink[] {
  const keys = new Set(lines.map(({ key }) => key));
  const links = new Map<string, SiteLink>();
  for (const { key, links: own } of lines)
    for (const [typeName, direction, other] of own) {
      if (!keys.has(other)) continue;
      const link = direction === 'outward' ? { typeName, from: key, to: other } : { typeName, from: other, to: key };
      links.set([typeName, link.from, link.to].join('\n'), link);
    }
  return [...links.values()];
}
