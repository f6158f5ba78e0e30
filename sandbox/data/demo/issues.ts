import type { SiteChange, SiteIssue, SiteStatus } from '../../jira/site-data';
import { today, workingMoment } from './calendar';
import type { Drawing } from './drawing';
import { words } from './words';

/** Ids are keys in another dress: the same issue has the same id at every start. */
const firstIds = { DISC: 11_000, LED: 12_000, APP: 13_000, SUP: 14_000 } as const;
type ProjectKey = keyof typeof firstIds;

export interface Draft {
  readonly project: ProjectKey;
  readonly number: number;
  readonly typeId: string;
  readonly title: string;
  readonly created: number;
  /** The statuses it went through, the present one last; with the day of each move. */
  readonly path: readonly [SiteStatus, ...(readonly [SiteStatus, day: number])[]];
  readonly more?: Partial<SiteIssue>;
}

/** An issue with its past, and with what the story says on it. */
export function issueOf(drawing: Drawing, { project, number, typeId, title, created, path, more = {} }: Draft): SiteIssue {
  const key = `${project}-${String(number)}`;
  const own = words[key];
  const changes = changesOf(drawing, key, path);
  const comments = (own?.comments ?? []).map(([day, author, text], at) => ({
    author,
    created: workingMoment(drawing, day, `${key} comment ${String(at)}`),
    text,
  }));
  const createdAt = workingMoment(drawing, created, `${key} created`);
  const [first, ...moves] = path;
  const status = moves.at(-1)?.[0] ?? first;
  const finished = status.category === 'done' ? changes.at(-1)?.at : undefined;
  const all = [...changes, ...(more.changes ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    reporter: 'user-pm',
    priority: 'Medium',
    ...more,
    id: String(firstIds[project] + number),
    key,
    typeId,
    summary: title,
    statusId: status.id,
    created: createdAt,
    updated: [createdAt, ...comments.map((comment) => comment.created), ...all.map(({ at }) => at)].reduce((latest, at) => (at > latest ? at : latest)),
    ...(finished !== undefined && { resolved: finished, resolution: 'Done' }),
    ...(own?.description !== undefined && { description: own.description }),
    ...(own?.labels && { labels: own.labels }),
    ...(own?.component !== undefined && { components: [own.component] }),
    ...(own?.dueDate !== undefined && { dueDate: own.dueDate }),
    ...(comments.length > 0 && { comments }),
    ...(all.length > 0 && { changes: all }),
  };
}

function changesOf(drawing: Drawing, key: string, [first, ...moves]: Draft['path']): readonly SiteChange[] {
  return moves.map(([status, day], at) => {
    const before = moves[at - 1]?.[0] ?? first;
    return {
      at: workingMoment(drawing, Math.min(day, today), `${key} move ${String(at)}`),
      author: 'user-engineer',
      field: 'status',
      from: { id: before.id, name: before.name },
      to: { id: status.id, name: status.name },
    };
  });
}
