import { z } from 'zod';
import { amend } from './amend';
import { addComment } from './comments';
import { linkChanged } from './events';
import type { ChangeItem, Issue, Link } from './issue';
import { requireLinking } from './link-types';
import { issueMissing, refuse } from './refusal';
import { issueFor, mayOn } from './rights';
import { done, ok, routes, type Ask } from './route';
import { linkTypeBean, neighbourBean, rest } from './self';
import { known, type LinkType, type Site } from './site';

const mostLinks = 2_000;

const endSchema = z.looseObject({ id: z.union([z.string(), z.number()]).optional(), key: z.string().optional() });
const bodySchema = z.object({
  type: z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: endSchema,
  outwardIssue: endSchema,
  comment: z.looseObject({ body: z.unknown() }).optional(),
});

export const linkRoutes = routes('platform', [
  [
    'POST /rest/api/3/issueLink',
    'linkIssues',
    'write',
    (ask) => {
      requireLinking(ask);
      const { type, inwardIssue, outwardIssue, comment } = ask.parse(bodySchema);
      const linkType = typeOf(ask.site, type);
      // The names run against the reading: what is given as inward is the one that shows the outward phrase.
      const [from, to] = [endOf(ask, inwardIssue), endOf(ask, outwardIssue)];
      drawLink(ask, linkType, from, to);
      if (comment !== undefined) addComment(ask, from, comment.body);
      return { status: 201, objects: 1 };
    },
  ],
  [
    'GET /rest/api/3/issueLink/{linkId}',
    'getIssueLink',
    'read',
    (ask) => {
      const { site } = ask;
      const { link, from, to } = linkOf(ask);
      const type = known(site.linkTypes, link.typeId, 'link type');
      return ok({
        id: String(link.id),
        self: rest(site, `issueLink/${String(link.id)}`),
        type: linkTypeBean(site, type),
        inwardIssue: neighbourBean(site, from),
        outwardIssue: neighbourBean(site, to),
      });
    },
  ],
  [
    'DELETE /rest/api/3/issueLink/{linkId}',
    'deleteIssueLink',
    'write',
    (ask) => {
      const { link, from, to } = linkOf(ask);
      if (!mayOn(ask.site, ask.viewer, 'LINK_ISSUES', from) && !mayOn(ask.site, ask.viewer, 'LINK_ISSUES', to))
        throw refuse(404, 'No Link Issue Permission for issue.');
      removeLink(ask, link);
      return done();
    },
  ],
]);

/** Makes the link with its history and event, or says why not; one that is there already stays as it is. */
export function drawLink(ask: Ask, type: LinkType, from: Issue, to: Issue): void {
  const { site } = ask;
  if (!mayOn(site, ask.viewer, 'LINK_ISSUES', from)) throw refuse(404, `No Link Issue Permission for issue '${from.key}'`);
  if (from.id === to.id) throw refuse(400, 'You cannot link an issue to itself.');
  if (from.linkIds.some((id) => isSame(site.links.get(id), type, from, to))) return;
  for (const end of [from, to])
    if (end.linkIds.length >= mostLinks) throw refuse(413, `The issue ${end.key} has reached the limit of ${String(mostLinks)} issue links.`);
  const link = { id: site.nextId('link'), typeId: type.id, from: from.id, to: to.id };
  site.links.set(link.id, link);
  amend(ask, from.id, { linkIds: [...from.linkIds, link.id] }, { items: [linkItem('drawn', type.outward, to.key)], tells: false });
  amend(ask, to.id, { linkIds: [...to.linkIds, link.id] }, { items: [linkItem('drawn', type.inward, from.key)], tells: false });
  linkChanged(ask, 'created', link, from, to);
}

function removeLink(ask: Ask, link: Link): void {
  const { site } = ask;
  const type = known(site.linkTypes, link.typeId, 'link type');
  const [from, to] = [issueOf(site, link.from), issueOf(site, link.to)];
  site.links.delete(link.id);
  amend(ask, from.id, { linkIds: from.linkIds.filter((id) => id !== link.id) }, { items: [linkItem('removed', type.outward, to.key)], tells: false });
  amend(ask, to.id, { linkIds: to.linkIds.filter((id) => id !== link.id) }, { items: [linkItem('removed', type.inward, from.key)], tells: false });
  linkChanged(ask, 'deleted', link, from, to);
}

const isSame = (link: Link | undefined, type: LinkType, from: Issue, to: Issue): boolean =>
  link !== undefined && link.typeId === type.id && link.from === from.id && link.to === to.id;

function linkItem(what: 'drawn' | 'removed', phrase: string, key: string): ChangeItem {
  const text = `This issue ${phrase} ${key}`;
  return what === 'drawn'
    ? { field: 'Link', from: null, fromString: null, to: key, toString: text }
    : { field: 'Link', from: key, fromString: text, to: null, toString: null };
}

export function typeOf(site: Site, { id, name }: { readonly id?: string | undefined; readonly name?: string | undefined }): LinkType {
  const byId = id === undefined ? undefined : site.linkTypes.get(id);
  const type = byId ?? [...site.linkTypes.values()].find((candidate) => name !== undefined && candidate.name.toLowerCase() === name.toLowerCase());
  if (type === undefined)
    throw refuse(404, id === undefined ? `No issue link type with name '${name ?? ''}' found.` : `No issue link type with id '${id}' found.`);
  return type;
}

function endOf({ site, viewer }: Ask, { id, key }: z.output<typeof endSchema>): Issue {
  const idOrKey = id === undefined ? key : String(id);
  if (idOrKey === undefined) throw refuse(400, 'An issue link needs the id or the key of both issues.');
  return issueFor(site, viewer, idOrKey);
}

function linkOf(ask: Ask) {
  requireLinking(ask);
  const { site, viewer } = ask;
  const id = ask.param('linkId');
  const link = site.links.get(Number(id));
  const [from, to] = [link && site.issues.get(link.from), link && site.issues.get(link.to)];
  const hidden =
    link === undefined ||
    from === undefined ||
    to === undefined ||
    !mayOn(site, viewer, 'BROWSE_PROJECTS', from) ||
    !mayOn(site, viewer, 'BROWSE_PROJECTS', to);
  if (hidden) throw refuse(404, `No issue link with id '${id}' exists.`);
  return { link, from, to };
}

function issueOf(site: Site, id: number): Issue {
  const issue = site.issues.get(id);
  if (issue === undefined) throw issueMissing();
  return issue;
}
