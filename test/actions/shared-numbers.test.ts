import { describe, expect, test } from '@jest/globals';
import { choices, choose, openSite, projectOf, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const levels = [{ id: '10501', name: 'Leads only', accountIds: ['user-admin', 'user-lead'], seenByApp: true }];

/** An epic whose problem Acme states itself and Bolt by an insight; a second problem, stated by Core. Everything is published. */
async function opened() {
  const data = smallSite();
  const site = openSite({
    ...data,
    securitySchemes: [{ id: '10500', name: 'Secrets', levels }],
    projects: data.projects.map((project) => (project.key === 'DISC' ? { ...project, securitySchemeId: '10500' } : project)),
  });
  await setUp(site);
  const { id: problem } = await writeProblem(site);
  const { id: other } = await writeProblem(site, 'request-problem-2', "Finance analysts can't see why an export stopped");
  const draft = { requestId: 'request-insight-1', projectId: '10002', kind: 'insight', sentence: 'They export by hand', stakeholder: '', job: '' } as const;
  const { id: insight } = valueOf(await site.call('createStatement', draft, 'user-pm'));
  const link = { type: { name: 'Evidence for' }, inwardIssue: { id: insight }, outwardIssue: { id: problem } };
  expect((await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', link)).status).toBe(201);
  for (const statementId of [problem, other]) valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId }, 'user-pm'));
  const tagged = [
    { issueId: ids.bug, statementId: problem, name: 'Acme' },
    { issueId: ids.otherBug, statementId: insight, name: 'Bolt' },
    { issueId: ids.bug, statementId: other, name: 'Core' },
  ];
  for (const { issueId, statementId, name } of tagged)
    valueOf(await site.call('tagEvidence', { issueId, statementId, stance: 'for', quote: name, severity: 'critical', customer: { name } }, 'user-pm'));
  await site.settle();
  return { site, problem, other, insight };
}

const publishedOn = async (site: Site, issueId: string): Promise<{ readonly score: number; readonly customers: number }> => {
  const { body } = await site.rest('GET', `/rest/api/3/issue/${issueId}/properties/groundwork`, 'user-lead');
  return (body as { readonly value: { readonly score: number; readonly customers: number } }).value;
};

const restrict = async (site: Site, issueId: string, security: { readonly id: string } | null): Promise<void> => {
  expect((await site.rest('PUT', `/rest/api/3/issue/${issueId}`, 'user-lead', { fields: { security } })).status).toBe(204);
  await site.settle();
};

describe('published numbers follow who may read the evidence, within one publishing round', () => {
  test('when an insight gets a security level, and when it loses it', async () => {
    const { site, problem, insight } = await opened();
    const before = await publishedOn(site, ids.epic);
    expect(before.customers).toBe(3);
    expect(await publishedOn(site, problem)).toMatchObject({ customers: 2 });
    await restrict(site, insight, { id: '10501' });
    expect(await publishedOn(site, problem)).toMatchObject({ customers: 1 });
    expect(await publishedOn(site, ids.epic)).toMatchObject({ customers: 2 });
    expect((await publishedOn(site, ids.epic)).score).toBeLessThan(before.score);
    await restrict(site, insight, null);
    expect(await publishedOn(site, ids.epic)).toEqual(before);
  });

  test('when one of two problems gets a security level', async () => {
    const { site, other } = await opened();
    await restrict(site, other, { id: '10501' });
    expect(await publishedOn(site, ids.epic)).toMatchObject({ customers: 2 });
    expect(await publishedOn(site, other)).toMatchObject({ score: 0, customers: 0 });
  });

  test('when the project of the statements is closed, and opened again', async () => {
    const { site } = await opened();
    const before = await publishedOn(site, ids.epic);
    await choose(site, { ...choices, openProjects: [] });
    await site.settle();
    expect(await publishedOn(site, ids.epic)).toMatchObject({ score: 0, customers: 0 });
    await choose(site, { ...choices, openProjects: [projectOf('10002')] });
    await site.settle();
    expect(await publishedOn(site, ids.epic)).toEqual(before);
  });

  test('while mere ageing still waits for its week', async () => {
    const { site } = await opened();
    const before = await publishedOn(site, ids.epic);
    await site.forge.elapse(3 * 86_400_000);
    await site.settle();
    expect(await publishedOn(site, ids.epic)).toEqual(before);
  });
});
