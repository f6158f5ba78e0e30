import { z } from 'zod';
import { refuse } from './refusal';
import { requireJiraAdmin } from './rights';
import { created, done, ok, routes, type Ask } from './route';
import { linkTypeBean } from './self';
import type { LinkType } from './site';
import { signedIn } from './viewer';

const bodySchema = z.object({ name: z.string(), inward: z.string(), outward: z.string() });
const changeSchema = bodySchema.partial();

export const linkTypeRoutes = routes('platform', [
  [
    'GET /rest/api/3/issueLinkType',
    'getIssueLinkTypes',
    'read',
    (ask) => {
      requireLinking(ask);
      const types = [...ask.site.linkTypes.values()].sort((a, b) => a.name.localeCompare(b.name));
      return ok({ issueLinkTypes: types.map((type) => linkTypeBean(ask.site, type)) }, types.length);
    },
  ],
  [
    'POST /rest/api/3/issueLinkType',
    'createIssueLinkType',
    'write',
    (ask) => {
      mayAdminister(ask);
      const body = ask.parse(bodySchema);
      checkName(ask, body.name, undefined);
      const type = { id: String(ask.site.nextId('linkType')), ...body };
      ask.site.linkTypes.set(type.id, type);
      return created(linkTypeBean(ask.site, type));
    },
  ],
  ['GET /rest/api/3/issueLinkType/{issueLinkTypeId}', 'getIssueLinkType', 'read', (ask) => ok(linkTypeBean(ask.site, typeOf(ask)))],
  [
    'PUT /rest/api/3/issueLinkType/{issueLinkTypeId}',
    'updateIssueLinkType',
    'write',
    (ask) => {
      mayAdminister(ask);
      const type = typeOf(ask);
      const { name = type.name, inward = type.inward, outward = type.outward } = ask.parse(changeSchema);
      checkName(ask, name, type.id);
      const changed = { id: type.id, name, inward, outward };
      ask.site.linkTypes.set(type.id, changed);
      return ok(linkTypeBean(ask.site, changed));
    },
  ],
  [
    'DELETE /rest/api/3/issueLinkType/{issueLinkTypeId}',
    'deleteIssueLinkType',
    'write',
    (ask) => {
      mayAdminister(ask);
      const { site } = ask;
      const type = typeOf(ask);
      for (const link of site.links.values()) {
        if (link.typeId !== type.id) continue;
        site.links.delete(link.id);
        for (const end of [link.from, link.to]) {
          const issue = site.issues.get(end);
          if (issue !== undefined) site.issues.replace({ ...issue, linkIds: issue.linkIds.filter((id) => id !== link.id) });
        }
      }
      site.linkTypes.delete(type.id);
      return done();
    },
  ],
]);

export function requireLinking({ site, viewer }: Ask): void {
  signedIn(viewer);
  if (!site.isLinkingOn) throw refuse(404, 'Issue linking is currently disabled.');
}

function mayAdminister(ask: Ask): void {
  requireLinking(ask);
  requireJiraAdmin(ask.viewer);
}

function typeOf(ask: Ask): LinkType {
  requireLinking(ask);
  const id = ask.param('issueLinkTypeId');
  const type = ask.site.linkTypes.get(id);
  if (type === undefined) throw refuse(404, `No issue link type with id '${id}' found.`);
  return type;
}

// The document knows no 409 here: a name in use is a 404, too.
function checkName({ site }: Ask, name: string, ownId: string | undefined): void {
  if (name.trim() === '') throw refuse(400, 'The issue link type name must not be empty.');
  for (const type of site.linkTypes.values())
    if (type.name.toLowerCase() === name.toLowerCase() && type.id !== ownId) throw refuse(404, 'An issue link type with the same name already exists.');
}
