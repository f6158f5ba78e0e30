import * as z from 'zod';
import { issueId } from '../domain/ids';
import type { LinksPort, Patience } from '../actions/ports';
import { find, request, route } from './request';
import type { Budget } from './retrying';

const typesShape = z.looseObject({ issueLinkTypes: z.array(z.looseObject({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() })) });

/** Links between issues, always drawn and removed in the person's own name. */
export const jiraLinks: LinksPort = {
  async add(link, typeId, patience) {
    // Jira's names run against the reading: the issue given as inward is the one that shows the outward phrase.
    const body = { type: { id: typeId }, inwardIssue: { id: link.from }, outwardIssue: { id: link.to } };
    // Jira answers a link that is there already like a new one and draws nothing, so a lost answer may be asked for again.
    const response = await request({
      as: 'user',
      method: 'POST',
      path: route`/rest/api/3/issueLink`,
      body,
      isRepeatable: true,
      expects: [401, 403, 404, 413],
      ...budgetFor(patience),
    });
    if (response.status === 413) return 'full';
    return response.status >= 400 ? 'refused' : 'linked';
  },

  async remove(linkId, patience) {
    const id = issueId(linkId);
    if (id === undefined) return 'missing';
    const response = await request({
      as: 'user',
      method: 'DELETE',
      path: route`/rest/api/3/issueLink/${id}`,
      isRepeatable: true,
      expects: [401, 403, 404],
      ...budgetFor(patience),
    });
    if (response.status === 404) return 'missing';
    return response.status >= 400 ? 'refused' : 'removed';
  },

  async types(as) {
    const found = await find(as, route`/rest/api/3/issueLinkType`, typesShape);
    return (found?.issueLinkTypes ?? []).map(({ id, name, inward, outward }) => ({ id, name, phrase: outward, inverse: inward }));
  },
};

const budgetFor = (patience: Patience | undefined): { readonly budget?: Budget } => (patience === 'none' ? { budget: { inMs: 0, tries: 1 } } : {});
