import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationName, Sent } from '../../src/contract';
import { choices, openSite, projectOf, setUp, valueOf, withoutTrace, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const secret = '10901';
const levels = [{ id: secret, name: 'Leads only', accountIds: ['user-admin', 'user-lead'], seenByApp: true }];

interface World {
  readonly site: Site;
  readonly problem: string;
  readonly insight: string;
}

/** An epic that solves a problem which two customers state; everything of it may be seen by everybody. */
async function opened(): Promise<World> {
  const data = smallSite();
  const site = openSite({
    ...data,
    securitySchemes: [{ id: '10900', name: 'Secrets', levels }],
    projects: data.projects.map((project) => (project.key === 'HID' ? project : { ...project, securitySchemeId: '10900' })),
  });
  await setUp(site, {
    ...choices,
    statementProjects: [projectOf('10002'), projectOf('10003')],
    backlogProjects: [projectOf('10001'), projectOf('10003')],
    openProjects: [projectOf('10002')],
    sharedScheme: 'shared',
  });
  const { id: problem } = await writeProblem(site);
  const insight = await write(site, 'user-pm', '10002', 'insight', 'They export by hand every month');
  await draw(site, 'user-pm', insight, problem, 'Evidence for');
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: problem }, 'user-pm'));
  await tag(site, 'user-pm', ids.bug, problem, 'Acme');
  await tag(site, 'user-pm', ids.otherBug, insight, 'Bolt');
  await site.settle();
  return { site, problem, insight };
}

const write = async (site: Site, as: string, projectId: string, kind: 'insight' | 'problem' | 'opportunity', sentence: string): Promise<string> =>
  valueOf(
    await site.call(
      'createStatement',
      { requestId: `request-${sentence.replaceAll(/\W/g, '-')}`, projectId, kind, sentence, stakeholder: 'Clerk', job: 'Close the month' },
      as,
    ),
  ).id;

const draw = async (site: Site, as: string, from: string, to: string, name: string): Promise<void> => {
  const link = { type: { name }, inwardIssue: { id: from }, outwardIssue: { id: to } };
  expect((await site.rest('POST', '/rest/api/3/issueLink', as, link)).status).toBe(201);
};

const tag = async (site: Site, as: string, issueId: string, statementId: string, name: string, stance: 'for' | 'against' = 'for'): Promise<void> => {
  valueOf(await site.call('tagEvidence', { issueId, statementId, stance, quote: `${name} says so`, severity: 'critical', customer: { name } }, as));
};

const hide = async (site: Site, issueId: string): Promise<void> => {
  expect((await site.rest('PUT', `/rest/api/3/issue/${issueId}`, 'user-lead', { fields: { security: { id: secret } } })).status).toBe(204);
};

/** Everything that can be kept from a viewer, laid around what the viewer may see. */
async function addHidden({ site, problem }: World): Promise<void> {
  const hiddenProblem = await write(site, 'user-lead', '10002', 'problem', 'Clerks lose a day to a secret that nobody may know');
  const hiddenInsight = await write(site, 'user-lead', '10002', 'insight', 'They never export at all');
  const hiddenOpportunity = await write(site, 'user-lead', '10002', 'opportunity', 'An export that nobody may know of');
  for (const id of [hiddenProblem, hiddenInsight, hiddenOpportunity]) await hide(site, id);
  const elsewhere = await write(site, 'user-lead', '10003', 'insight', 'In the hidden project they say so, too');
  await site.settle();
  await draw(site, 'user-lead', hiddenInsight, problem, 'Evidence against');
  await draw(site, 'user-lead', elsewhere, problem, 'Evidence for');
  await draw(site, 'user-lead', problem, hiddenOpportunity, 'Opens');
  await draw(site, 'user-lead', hiddenInsight, hiddenProblem, 'Evidence for');
  for (const issueId of [ids.epic, ids.bareEpic]) valueOf(await site.call('linkProblem', { issueId, statementId: hiddenProblem }, 'user-lead'));
  await tag(site, 'user-lead', ids.hidden, hiddenInsight, 'Secret Ltd', 'against');
  await tag(site, 'user-lead', ids.hidden, elsewhere, 'Hidden Inc');
  await tag(site, 'user-lead', ids.bug, hiddenProblem, 'Acme');
  await tag(site, 'user-lead', ids.otherBug, hiddenProblem, 'Core');
  for (const source of ['interview', 'usage'] as const)
    valueOf(
      await site.call(
        'addEvidence',
        { statementId: hiddenInsight, stance: 'for', source, raw: null, at: 1_770_000_000, quote: 'Unheard of', customer: { name: `Unheard ${source}` } },
        'user-lead',
      ),
    );
}

/** The clock of both worlds shows the same again, and what is due by then has run. */
async function until({ site }: World, hours: number): Promise<void> {
  await site.forge.elapse(Date.parse(smallSite().now) + hours * 3_600_000 - site.clock.now());
  await site.settle();
}

/** The same visible change in both worlds, so that both were brought up to date at the same moment. */
async function goOn(world: World): Promise<void> {
  await until(world, 3);
  await tag(world.site, 'user-pm', ids.story, world.problem, 'Delta');
  await world.site.settle();
  await until(world, 6);
}

type Asked = { readonly [Name in OperationName]?: readonly ((world: World) => Sent<Name>)[] };

const asked: Asked = {
  openRanking: [() => ({ projectId: '10001' })],
  openEvidence: [() => ({ projectId: '10001', after: null })],
  explainItem: [() => ({ projectId: '10001', issueId: ids.epic }), () => ({ projectId: '10001', issueId: ids.bareEpic })],
  openPanel: [
    ...[ids.epic, ids.story, ids.bug, ids.otherBug, ids.bareEpic].map((issueId) => () => ({ issueId })),
    ({ problem }) => ({ issueId: problem }),
    ({ insight }) => ({ issueId: insight }),
  ],
  listStatements: [() => ({ forIssueId: ids.bug })],
  findCustomers: ['', 'a', 's', 'un'].map((text) => () => ({ forIssueId: ids.bug, text })),
  openHealth: [() => ({ projectId: '10001' })],
  listDecisions: [() => ({ projectId: '10001' })],
};

const isName = (name: string): name is keyof typeof asked => Object.hasOwn(asked, name);

describe('evidence, statements and customers that somebody may not see change not one byte of what that person gets', () => {
  let plain: World;
  let full: World;
  beforeAll(async () => {
    plain = await opened();
    full = await opened();
    await addHidden(full);
    for (const world of [plain, full]) await goOn(world);
  });

  const questions = Object.keys(asked)
    .filter(isName)
    .flatMap((name) => (asked[name] ?? []).map((_, at) => ({ name, at })));

  test.each(['user-viewer', 'user-pm', 'user-outsider'].flatMap((who) => questions.map((question) => ({ who, ...question }))))(
    '$who asks $name ($at)',
    async ({ who, name, at }) => {
      const answer = async (world: World) => withoutTrace(await world.site.call(name, asked[name]?.[at]?.(world) as never, who));
      expect(await answer(full)).toBe(await answer(plain));
    },
  );

  test('and of a decision taken over more than that, no number but the places that Jira shows', async () => {
    const unsaid = { score: null, band: null, evidencePlace: null };
    const decide = { projectId: '10001', decisionId: 'request-decided-1' };
    const order = { wanted: [ids.bareEpic, ids.epic], current: [ids.epic, ids.bareEpic], scope: null, withSprints: false, choices: [], theirs: [] };
    valueOf(await full.site.call('startApply', { projectId: '10001', ...order, requestId: decide.decisionId, level: 'top', overrides: [] }, 'user-lead'));
    const opened = async (who: string) => valueOf(await full.site.call('openDecision', decide, who));
    expect(await opened('user-viewer')).toMatchObject({ isPartial: true, order: [unsaid, unsaid], problems: [] });
    const { order: seen, problems } = await opened('user-lead');
    expect(seen[0]?.score).toBeGreaterThan(0);
    expect(problems).toHaveLength(2);
  });

  test('while whoever may see them gets another answer', async () => {
    const answer = async ({ site }: World) => withoutTrace(await site.call('openRanking', { projectId: '10001' }, 'user-lead'));
    expect(await answer(full)).not.toBe(await answer(plain));
  });
});
