import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { choices, choose, openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const levels = [{ id: '10501', name: 'Leads only', accountIds: ['user-admin', 'user-lead'], seenByApp: true }];

interface Opened {
  readonly site: Site;
  /** Solved by the epic; backed by the first bug itself, and by the second through an insight. */
  readonly problem: { readonly id: string; readonly key: string };
  readonly insight: { readonly id: string; readonly key: string };
}

async function opened(): Promise<Opened> {
  const data = smallSite();
  const site = openSite({
    ...data,
    securitySchemes: [{ id: '10500', name: 'Secrets', levels }],
    projects: data.projects.map((project) => (project.key === 'DISC' ? { ...project, securitySchemeId: '10500' } : project)),
  });
  await setUp(site);
  const problem = await writeProblem(site);
  const draft = { requestId: 'request-insight-1', projectId: '10002', kind: 'insight', sentence: 'They export by hand', stakeholder: '', job: '' } as const;
  const insight = valueOf(await site.call('createStatement', draft, 'user-pm'));
  const link = { type: { name: 'Evidence for' }, inwardIssue: { id: insight.id }, outwardIssue: { id: problem.id } };
  expect((await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', link)).status).toBe(201);
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: problem.id }, 'user-pm'));
  await tag(site, ids.bug, problem.id, 'Acme');
  await tag(site, ids.otherBug, insight.id, 'Bolt');
  await site.settle();
  return { site, problem, insight };
}

const tag = async (site: Site, issueId: string, statementId: string, name: string) =>
  valueOf(await site.call('tagEvidence', { issueId, statementId, stance: 'for', quote: name, severity: 'critical', customer: { name } }, 'user-pm'));

const foundShape = z.object({ issues: z.array(z.object({ key: z.string() })) });
const refusalShape = z.object({ errorMessages: z.array(z.string()) });

async function search(site: Site, jql: string, as = 'user-pm'): Promise<readonly string[] | string> {
  const { status, body } = await site.rest('POST', '/rest/api/3/search/jql', as, { jql, fields: ['summary'], maxResults: 100 });
  return status === 200 ? foundShape.parse(body).issues.map(({ key }) => key) : refusalShape.parse(body).errorMessages.join(' ');
}

const fieldId = 'customfield_10100';

async function shown(site: Site, issueId: string): Promise<{ readonly property: unknown; readonly field: unknown; readonly history: number }> {
  const { body } = await site.rest('GET', `/rest/api/3/issue/${issueId}?fields=${fieldId}&properties=groundwork&expand=changelog`, 'user-lead');
  const { fields, properties, changelog } = z
    .object({
      fields: z.record(z.string(), z.unknown()),
      properties: z.object({ groundwork: z.object({ score: z.number() }).optional() }),
      changelog: z.object({ histories: z.array(z.object({ items: z.array(z.object({ field: z.string() })) })) }),
    })
    .parse(body);
  const history = changelog.histories.flatMap(({ items }) => items).filter(({ field }) => field === 'Evidence score').length;
  return { property: properties.groundwork?.score, field: fields[fieldId], history };
}

test('every indexed property finds what it says, and its numbers sort', async () => {
  const { site, problem } = await opened();
  const table = [
    { jql: 'evidenceScore > 0', finds: ['DISC-1', 'LED-1', 'LED-2'] },
    { jql: 'evidenceCustomers = 2', finds: ['DISC-1', 'LED-1', 'LED-2'] },
    { jql: 'problemStakeholder = "Finance analyst"', finds: ['DISC-1'] },
    { jql: 'problemJob = "Close the month"', finds: ['DISC-1'] },
  ];
  for (const { jql, finds } of table) expect(await search(site, `${jql} ORDER BY key`)).toEqual(finds);

  const second = await writeProblem(site, 'request-problem-2', "Finance analysts can't see why an export stopped");
  await tag(site, ids.story, second.id, 'Core');
  await site.settle();
  for (const alias of ['evidenceScore', 'evidenceCustomers']) {
    expect(await search(site, `issuetype = Problem ORDER BY ${alias} DESC`)).toEqual([problem.key, second.key]);
    expect(await search(site, `issuetype = Problem ORDER BY ${alias} ASC`)).toEqual([second.key, problem.key]);
  }
});

describe('the field "Evidence score"', () => {
  test('shows the number of the property, without a line in the history', async () => {
    const { site, problem } = await opened();
    for (const id of [ids.epic, problem.id]) {
      const { property, field, history } = await shown(site, id);
      expect(property).toBeGreaterThan(0);
      expect({ field, history }).toEqual({ field: property, history: 0 });
    }
  });

  test('follows when the number changes, and is not written again while it does not', async () => {
    const { site, problem } = await opened();
    const before = await shown(site, problem.id);
    const writes = () => site.jira.ledger.read().rows.find(({ operation }) => operation === 'updateMultipleCustomFieldValues')?.calls;
    const written = writes();
    await site.forge.elapse(7_200_000);
    await site.settle();
    expect(writes()).toBe(written);
    await tag(site, ids.story, problem.id, 'Core');
    await site.settle();
    const after = await shown(site, problem.id);
    expect(after.field).toBeGreaterThan(Number(before.field));
    expect(after.field).toBe(after.property);
  });

  test.each([
    { name: 'is not there', rule: { match: { target: 'jira', path: '/rest/api/3/field/search' }, fault: 'status:404' } },
    { name: 'goes while it is written', rule: { match: { target: 'jira', path: '/rest/api/3/app/field/value' }, fault: 'status:404' } },
  ])('where it $name, properties are published all the same, and it catches up later', async ({ rule }) => {
    const { site, problem } = await opened();
    site.strike([rule]);
    await tag(site, ids.story, problem.id, 'Core');
    await site.settle();
    const missing = await shown(site, problem.id);
    expect(missing.property).toBeGreaterThan(Number(missing.field));
    site.strike([]);
    await site.forge.elapse(7_200_000);
    await site.settle();
    const caughtUp = await shown(site, problem.id);
    expect(caughtUp.field).toBe(caughtUp.property);
  });
});

describe('JQL functions', () => {
  test('withoutProblem() finds work without a parent that states no problem, and only that', async () => {
    const { site } = await opened();
    expect(await search(site, 'project = LED AND issue in withoutProblem() ORDER BY key')).toEqual(['LED-3', 'LED-4', 'LED-5']);
    expect(await search(site, 'project = LED AND issue not in withoutProblem() ORDER BY key')).toEqual(['LED-1', 'LED-2']);
    expect(await search(site, 'project = DISC AND issue in withoutProblem()')).toEqual([]);
  });

  test('evidenceFor("KEY") finds what speaks for it, also through an insight', async () => {
    const { site, problem, insight } = await opened();
    expect(await search(site, `issue in evidenceFor("${problem.key}") ORDER BY key`)).toEqual([insight.key, 'LED-3', 'LED-4']);
    expect(await search(site, `issue in evidenceFor(${insight.key.toLowerCase()})`)).toEqual(['LED-4']);
  });

  test('solving("KEY") finds what solves it', async () => {
    const { site, problem } = await opened();
    expect(await search(site, `issue in solving("${problem.key}")`)).toEqual(['LED-1']);
  });

  test('what is linked from now on is found at once', async () => {
    const { site, problem } = await opened();
    const jql = `issue in evidenceFor("${problem.key}") AND project = LED ORDER BY key`;
    expect(await search(site, jql)).toEqual(['LED-3', 'LED-4']);
    await tag(site, ids.story, problem.id, 'Core');
    site.jira.settle();
    expect(await search(site, jql)).toEqual(['LED-2', 'LED-3', 'LED-4']);
  });

  test.each([
    { name: 'a key that nobody has', jql: () => 'issue in evidenceFor("DISC-999")', says: 'There is no insight, problem or opportunity “DISC-999”' },
    { name: 'work instead of a statement', jql: () => 'issue in solving("LED-1")', says: 'There is no insight, problem or opportunity “LED-1”' },
    { name: 'an insight, which nothing solves', jql: ({ insight }: Opened) => `issue in solving("${insight.key}")`, says: 'Name a problem or an opportunity' },
  ])('$name is answered with what to do', async ({ jql, says }) => {
    const world = await opened();
    expect(await search(world.site, jql(world))).toContain(says);
  });

  test('a statement that gets a security level, or whose project is closed, is answered like a missing one, to everybody', async () => {
    const { site, problem, insight } = await opened();
    const jql = `issue in evidenceFor("${problem.key}")`;
    expect(await search(site, jql, 'user-lead')).toHaveLength(3);
    await site.rest('PUT', `/rest/api/3/issue/${insight.id}`, 'user-lead', { fields: { security: { id: '10501' } } });
    await site.settle();
    expect(await search(site, jql, 'user-lead')).not.toContain('LED-4');
    await choose(site, { ...choices, openProjects: [] });
    await site.forge.elapse(7_200_000);
    await site.settle();
    for (const person of ['user-lead', 'user-pm', 'user-admin'])
      expect(await search(site, jql, person)).toContain('There is no insight, problem or opportunity');
  });

  test('before setup they say who can set up', async () => {
    expect(await search(openSite(), 'issue in withoutProblem()')).toContain('A Jira admin can set it up');
  });
});
