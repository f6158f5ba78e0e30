import { expect, test } from '@jest/globals';
import type { Sent } from '../../src/contract';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

const hour = 3_600_000;

/** A problem that the product manager may edit, with evidence from a ticket that only leads may see. */
async function opened() {
  const site = openSite();
  await setUp(site);
  const { id: problemId } = await writeProblem(site);
  const tag: Sent<'tagEvidence'> = { issueId: ids.hidden, statementId: problemId, stance: 'for', quote: null, severity: 'critical', customer: null };
  const { evidenceId } = valueOf(await site.call('tagEvidence', tag, 'user-lead'));
  await site.settle();
  return { site, problemId, tag, evidenceId };
}

const recordsOn = async (site: Site, issueId: string): Promise<number> => {
  const view = valueOf(await site.call('openPanel', { issueId }, 'user-lead'));
  return view.role === 'statement' ? view.strength.records : -1;
};

const edited = (site: Site) => site.rest('PUT', `/rest/api/3/issue/${ids.hidden}`, 'user-lead', { fields: { summary: 'Another word for it' } });

const linksOf = async (site: Site): Promise<readonly { readonly id: string }[]> => {
  const { body } = await site.rest('GET', `/rest/api/3/issue/${ids.hidden}?fields=issuelinks`, 'user-lead');
  return (body as { readonly fields: { readonly issuelinks: readonly { readonly id: string }[] } }).fields.issuelinks;
};

test.each([
  { what: 'an event of the ticket', happens: edited },
  { what: 'the sweep', happens: (site: Site) => site.forge.elapse(2 * hour) },
])('evidence that was taken back by somebody who may not see the ticket is not brought back by $what', async ({ happens }) => {
  const { site, problemId, evidenceId } = await opened();
  expect(valueOf(await site.call('removeEvidence', { evidenceId, statementId: problemId }, 'user-pm'))).toEqual({ wasThere: true });
  await site.settle();
  await happens(site);
  await site.settle();
  expect(await linksOf(site)).toHaveLength(1);
  expect(await recordsOn(site, problemId)).toBe(0);
});

test('tagging again makes it evidence again', async () => {
  const { site, problemId, tag, evidenceId } = await opened();
  valueOf(await site.call('removeEvidence', { evidenceId, statementId: problemId }, 'user-pm'));
  expect(valueOf(await site.call('tagEvidence', tag, 'user-lead'))).toMatchObject({ evidenceId, isNew: true });
  await edited(site);
  await site.settle();
  expect(await recordsOn(site, problemId)).toBe(1);
});

test('a link that is removed in Jira and drawn again is evidence again', async () => {
  const { site, problemId, evidenceId } = await opened();
  valueOf(await site.call('removeEvidence', { evidenceId, statementId: problemId }, 'user-pm'));
  for (const { id } of await linksOf(site)) await site.rest('DELETE', `/rest/api/3/issueLink/${id}`, 'user-lead');
  await site.settle();
  expect(await recordsOn(site, problemId)).toBe(0);
  await site.rest('POST', '/rest/api/3/issueLink', 'user-lead', {
    type: { name: 'Evidence for' },
    inwardIssue: { id: ids.hidden },
    outwardIssue: { id: problemId },
  });
  await site.settle();
  expect(await recordsOn(site, problemId)).toBe(1);
});

test('what was taken back with its link leaves nothing behind that could silence another link', async () => {
  const { site, problemId, evidenceId } = await opened();
  valueOf(await site.call('removeEvidence', { evidenceId, statementId: problemId }, 'user-lead'));
  expect(await linksOf(site)).toEqual([]);
  await site.settle();
  await site.rest('POST', '/rest/api/3/issueLink', 'user-lead', {
    type: { name: 'Evidence for' },
    inwardIssue: { id: ids.hidden },
    outwardIssue: { id: problemId },
  });
  await site.settle();
  expect(await recordsOn(site, problemId)).toBe(1);
});
