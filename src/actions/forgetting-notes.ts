import type { IndexedStatement } from '../domain/index/graph';
import type { Solver } from '../domain/index/items';
import { linkKey, type TypedLink } from '../domain/links';
import { notedLinks } from './indexing-issues';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';

/** Links that the index knew of these issues and that they no longer have. */
export function linksGone(
  settings: SiteSettings,
  issues: readonly IssueFacts[],
  statements: ReadonlyMap<string, IndexedStatement>,
  solvers: ReadonlyMap<string, Solver>,
): readonly TypedLink[] {
  return issues.flatMap((issue) => {
    const drawn = new Set(notedLinks(settings, issue).map(({ link }) => linkKey(link)));
    const known = [...(statements.get(issue.id)?.links ?? []), ...(solvers.get(issue.id)?.serves ?? [])];
    return known.map(({ kind, to }): TypedLink => ({ kind, from: issue.id, to })).filter((link) => !drawn.has(linkKey(link)));
  });
}

/** A link's weight or cover goes with the link. A note that was saved since the issue was read belongs to a link that was drawn again. */
export async function forgetNotes(ports: Pick<Ports, 'linkNotes'>, gone: readonly TypedLink[], readAt: number): Promise<void> {
  if (gone.length === 0) return;
  for (const { link, at } of (await ports.linkNotes.read(gone)).values()) if (at < readAt) await ports.linkNotes.remove(link);
}
