import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { JiraOptions } from '../../../sandbox/jira/site';
import type { SiteData } from '../../../sandbox/jira/site-data';
import { app, appFacts, ariOf, openJira, person, wideSite, type StandIn } from './stand-in';

const v3 = '/rest/api/3';

const ruleSchema = z.looseObject({ id: z.string(), ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });
const transitionSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  toStatusReference: z.string(),
  validators: z.array(ruleSchema),
  actions: z.array(ruleSchema),
});
const workflowSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  version: z.object({ id: z.string(), versionNumber: z.number() }),
  statuses: z.array(z.looseObject({ statusReference: z.string(), properties: z.record(z.string(), z.string()) })),
  transitions: z.array(transitionSchema),
});
const statusSchema = z.looseObject({ id: z.string(), name: z.string(), statusCategory: z.string(), statusReference: z.string() });
const readSchema = z.object({ statuses: z.array(statusSchema), workflows: z.array(workflowSchema) });
type Workflow = z.output<typeof workflowSchema>;

const permission = (permissionKey: string) => ({ ruleKey: 'system:check-permission-validator', parameters: { permissionKey } });
const foreign = { ruleKey: 'forge:expression-validator', parameters: { key: 'ari:cloud:ecosystem::extension/other/env/static/theirs', config: '{}' } };

/** Epics of LED go their own way, the project TEAM is team-managed, and rules of others stand in both workflows. */
function site(): SiteData {
  const wide = wideSite();
  const [simple] = wide.workflows;
  const [led] = wide.projects;
  if (simple === undefined || led === undefined) throw new Error('the site has no workflow or project');
  const [start, ...others] = simple.transitions;
  if (start === undefined) throw new Error('the workflow has no transition');
  const rules = {
    otherValidators: [permission('RESOLVE_ISSUES'), foreign],
    postFunctions: [{ ruleKey: 'system:change-assignee', parameters: { type: 'to-current-user' } }],
  };
  return {
    ...wide,
    issueTypes: [...wide.issueTypes, { id: '10050', name: 'Epic', description: '', hierarchyLevel: 1, icon: 'epic', projectKey: 'TEAM' }],
    workflows: [
      { ...simple, transitions: [{ ...start, ...rules }, ...others] },
      { id: '2', name: 'Epics', initialStatusId: '3', transitions: [{ id: '11', name: 'Ship', from: ['3'], to: '5', screenId: 5 }] },
      { id: '3', name: 'Team', initialStatusId: '1', transitions: [start] },
    ],
    screens: [{ id: 5, name: 'Ship it', tabs: [{ id: 50, name: 'Tab', fieldIds: ['issuelinks', 'priority'] }] }],
    projects: [
      ...wide.projects.map((project) => (project.key === 'LED' ? { ...project, workflowOf: { '10000': '2' } } : project)),
      { ...led, id: '10009', key: 'TEAM', name: 'Team', style: 'team-managed', workflowId: '3', roles: led.roles },
    ],
  };
}

const open = (own: Partial<JiraOptions> = {}) => openJira(own, site());

async function read({ ask }: StandIn, name: string): Promise<{ readonly workflow: Workflow; readonly statuses: z.output<typeof readSchema>['statuses'] }> {
  const { statuses, workflows } = readSchema.parse((await ask(`POST ${v3}/workflows`, { workflowNames: [name] })).body);
  const [workflow] = workflows;
  if (workflow === undefined) throw new Error(`no workflow ${name}`);
  return { workflow, statuses };
}

type Change = (transitions: Workflow['transitions']) => readonly object[];
const payloadOf = ({ workflow: { id, version, statuses, transitions }, statuses: all }: Awaited<ReturnType<typeof read>>, change: Change = (same) => same) => ({
  statuses: all.map(({ id: statusId, name, statusCategory, statusReference }) => ({ id: statusId, name, statusCategory, statusReference })),
  workflows: [
    { id, version, statuses: statuses.map(({ statusReference, properties }) => ({ statusReference, properties })), transitions: change(transitions) },
  ],
});

const gate = (parameters: object = {}) => ({
  ruleKey: 'forge:expression-validator',
  parameters: { key: ariOf('gate'), config: '{"mode":"require"}', ...parameters },
});
const withRule =
  (rule: object): Change =>
  (transitions) =>
    transitions.map((transition) => (transition.id === '11' ? { ...transition, validators: [...transition.validators, rule] } : transition));

const update = async (standIn: StandIn, change: Change, name = 'Simple') =>
  standIn.ask(`POST ${v3}/workflows/update`, payloadOf(await read(standIn, name), change));
const validate = async (standIn: StandIn, change: Change, name = 'Simple') =>
  (await standIn.ask(`POST ${v3}/workflows/update/validation`, { payload: payloadOf(await read(standIn, name), change) })).body;
const move = ({ ask }: StandIn, key: string, body: object, as = 'user-admin') =>
  ask(`POST ${v3}/issue/${key}/transitions`, { transition: { id: '11' }, ...body }, person(as));

describe('which workflow work goes through', () => {
  test('is told by project and type', async () => {
    const { ask } = open();
    const names = async (issueTypeId: string) => {
      const { body } = await ask(`POST ${v3}/workflows`, { projectAndIssueTypes: [{ projectId: '10001', issueTypeId }] });
      return readSchema.parse(body).workflows.map(({ name }) => name);
    };
    expect([await names('10000'), await names('10001')]).toEqual([['Epics'], ['Simple']]);
  });

  test('is told by scheme, team-managed projects aside', async () => {
    const { ask } = open();
    expect((await ask(`GET ${v3}/workflowscheme/project?projectId=10001&projectId=10002&projectId=10009&projectId=99`)).body).toMatchObject({
      values: [
        { projectIds: ['10001'], workflowScheme: { defaultWorkflow: 'Simple', issueTypeMappings: { '10000': 'Epics' } } },
        { projectIds: ['10002'], workflowScheme: { defaultWorkflow: 'Simple', issueTypeMappings: {} } },
      ],
    });
    expect(await ask(`GET ${v3}/workflowscheme/project`, undefined, person('user-lead'))).toMatchObject({ status: 403 });
  });

  test('decides where an issue begins and where it can go', async () => {
    const { ask } = open();
    const fields = { project: { key: 'LED' }, issuetype: { name: 'Epic' }, summary: 'Ledgers' };
    const made = await ask(`POST ${v3}/issue`, { fields });
    expect((await ask(`GET ${v3}/issue/${z.object({ key: z.string() }).parse(made.body).key}`)).body).toMatchObject({
      fields: { status: { name: 'In Progress' } },
    });
    expect((await ask(`GET ${v3}/issue/LED-3/transitions`)).body).toMatchObject({ transitions: [{ name: 'Start' }, { name: 'Finish' }, { name: 'Back' }] });
  });

  test('is not changed by an edit', async () => {
    const { ask } = open();
    const typed = (key: string, name: string) => ask(`PUT ${v3}/issue/${key}`, { fields: { issuetype: { name } } });
    expect(await typed('LED-3', 'Epic')).toMatchObject({ status: 400, body: { errors: { issuetype: 'The issue type selected is invalid.' } } });
    expect(await typed('LED-3', 'Story')).toMatchObject({ status: 204 });
  });
});

describe('what an editor of workflows is offered', () => {
  test('has the app’s rule for company-managed projects only', async () => {
    const { ask } = open();
    const offered = async (query: string) => (await ask(`GET ${v3}/workflows/capabilities?${query}`)).body;
    expect(await offered('projectId=10001&issueTypeId=10001')).toMatchObject({
      editorScope: 'GLOBAL',
      forgeRules: [{ id: ariOf('gate'), ruleKey: 'forge:expression-validator', ruleType: 'Validator' }],
    });
    expect(await offered('projectId=10009&issueTypeId=10050')).toMatchObject({ editorScope: 'PROJECT', forgeRules: [] });
  });

  test.each(['', 'projectId=10001', 'workflowId=none'])('is nothing for "%s"', async (query) => {
    expect(await open().ask(`GET ${v3}/workflows/capabilities?${query}`)).toMatchObject({ status: 400 });
  });

  test.each(['user-pm', 'user-lead'])('is not for %s', async (as) => {
    const { ask } = open();
    expect(await ask(`GET ${v3}/workflows/capabilities?projectId=10001&issueTypeId=10001`, undefined, person(as))).toMatchObject({ status: 401 });
  });
});

describe('an update of a workflow', () => {
  test('puts the app’s rule on a transition, where it then decides', async () => {
    const asked: unknown[] = [];
    const standIn = open({
      hooks: {
        event: () => undefined,
        validate: (rule, input) => {
          asked.push([rule, input.issueKey]);
          return Promise.resolve({ result: false, errorMessage: 'No problem stated.' });
        },
      },
    });
    expect(await update(standIn, withRule(gate()))).toMatchObject({ status: 200, body: { workflows: [{ version: { versionNumber: 2 } }] } });
    expect(await move(standIn, 'LED-3', {})).toMatchObject({ status: 400, body: { errorMessages: ['No problem stated.'] } });
    expect(asked).toEqual([[{ moduleKey: 'gate', configuration: '{"mode":"require"}' }, 'LED-3']]);
  });

  test('keeps what was sent and nothing else: a rule of somebody else that is left out is gone', async () => {
    const standIn = open();
    await update(standIn, withRule(gate()));
    const before = (await read(standIn, 'Simple')).workflow.transitions.find(({ id }) => id === '11');
    expect(before?.validators.map(({ ruleKey }) => ruleKey)).toEqual([
      'system:check-permission-validator',
      'forge:expression-validator',
      'forge:expression-validator',
    ]);
    await update(standIn, (transitions) => transitions.map((transition) => ({ ...transition, validators: [gate()] })));
    const after = (await read(standIn, 'Simple')).workflow.transitions.find(({ id }) => id === '11');
    expect(after?.validators.map(({ parameters }) => parameters['key'])).toEqual([ariOf('gate')]);
    expect(after?.actions).toEqual(before?.actions);
  });

  test('gives back unchanged what was sent unchanged', async () => {
    const standIn = open();
    const before = await read(standIn, 'Simple');
    await update(standIn, (same) => same);
    expect((await read(standIn, 'Simple')).workflow.transitions).toEqual(before.workflow.transitions);
  });

  test('of a version that is no longer the last is refused', async () => {
    const standIn = open();
    const stale = payloadOf(await read(standIn, 'Simple'), withRule(gate()));
    await update(standIn, (same) => same);
    expect(await standIn.ask(`POST ${v3}/workflows/update`, stale)).toMatchObject({
      status: 409,
      body: { errorMessages: ['Workflow version and version token must match'] },
    });
  });

  const start =
    (change: object): Change =>
    (transitions) =>
      transitions.map((one) => (one.id === '11' ? { ...one, ...change } : one));
  test.each<{
    readonly name: string;
    readonly change: Change;
    readonly type: string;
    readonly says: RegExp;
    readonly of?: string;
    readonly own?: Partial<JiraOptions>;
  }>([
    { name: 'a rule key that nobody has', change: withRule({ ruleKey: 'system:sing' }), type: 'RULE', says: /system:sing is not known/ },
    {
      name: 'a rule key that this site does not take',
      change: withRule(gate()),
      type: 'RULE',
      says: /forge:expression-validator is not known/,
      own: { refusedRuleKeys: ['forge:expression-validator'] },
    },
    { name: 'a rule in the wrong place', change: withRule({ ruleKey: 'system:update-field' }), type: 'RULE', says: /is no validator/ },
    { name: 'a module that the app has not', change: withRule(gate({ key: ariOf('none') })), type: 'RULE', says: /not available/ },
    { name: 'an app that is not there', change: withRule(gate({ key: 'ari:cloud:ecosystem::extension/a/b/static/c' })), type: 'RULE', says: /not installed/ },
    { name: 'a configuration that is too long', change: withRule(gate({ config: 'x'.repeat(32_769) })), type: 'RULE', says: /more than 32768/ },
    { name: 'the app’s rule in a team-managed project', change: withRule(gate()), type: 'RULE', says: /not available/, of: 'Team' },
    { name: 'a transition to nowhere', change: start({ toStatusReference: '99' }), type: 'TRANSITION', says: /names the status 99/ },
    { name: 'a directed transition from nowhere', change: start({ links: [] }), type: 'TRANSITION', says: /directed/ },
    { name: 'no way in', change: (transitions) => transitions.filter(({ id }) => id !== '1'), type: 'WORKFLOW', says: /exactly one initial/ },
    { name: 'one transition id for two', change: start({ id: '21' }), type: 'TRANSITION', says: /used twice/ },
  ])('refuses $name, and says so beforehand', async ({ change, type, says, of = 'Simple', own = {} }) => {
    const standIn = open(own);
    const before = await read(standIn, of);
    expect(await validate(standIn, change, of)).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ type, level: 'ERROR', message: expect.stringMatching(says) })]),
    });
    expect(await update(standIn, change, of)).toMatchObject({ status: 400, body: { errorMessages: expect.arrayContaining([expect.stringMatching(says)]) } });
    expect(await read(standIn, of)).toEqual(before);
  });

  test('needs all statuses that the workflow and its issues are in', async () => {
    const standIn = open();
    const payload = payloadOf(await read(standIn, 'Simple'), (transitions) => transitions.filter(({ toStatusReference }) => toStatusReference !== '5'));
    const [sent] = payload.workflows;
    const fewer = (statuses: object[]) => ({ ...payload, workflows: [{ ...sent, statuses }] });
    const [first, second] = sent?.statuses ?? [];
    const errors = async (body: object) => (await standIn.ask(`POST ${v3}/workflows/update/validation`, { payload: body })).body;
    expect(await errors({ ...payload, statuses: payload.statuses.slice(1) })).toMatchObject({ errors: [{ type: 'STATUS_LAYOUT' }] });
    // Done holds no issue yet and may go.
    expect(await errors(fewer([{ ...first }, { ...second }]))).toEqual({ errors: [] });
    await standIn.ask(`POST ${v3}/issue/LED-3/transitions`, { transition: { id: '21' } });
    const lesser = fewer([{ ...first }, { ...second }]);
    expect(await errors(lesser)).toMatchObject({ errors: [{ type: 'STATUS_MAPPING' }] });
    const [thin] = lesser.workflows;
    const told = { ...lesser, workflows: [{ ...thin, defaultStatusMappings: [{ oldStatusReference: '5', newStatusReference: '1' }] }] };
    expect(await errors(told)).toEqual({ errors: [] });
    expect(await standIn.ask(`POST ${v3}/workflows/update`, told)).toMatchObject({ status: 501 });
  });

  test('takes 20 workflows at most', async () => {
    const standIn = open();
    const payload = payloadOf(await read(standIn, 'Simple'));
    const workflows = Array.from({ length: 21 }, () => payload.workflows[0]);
    expect(await standIn.ask(`POST ${v3}/workflows/update`, { ...payload, workflows })).toMatchObject({ status: 400 });
  });

  test('is for Jira admins, and for a team-managed project’s own administrators there', async () => {
    const standIn = open();
    const as = async (name: string, accountId: string) =>
      (await standIn.ask(`POST ${v3}/workflows/update`, payloadOf(await read(standIn, name)), person(accountId))).status;
    expect([await as('Simple', 'user-lead'), await as('Team', 'user-lead'), await as('Team', 'user-pm')]).toEqual([401, 200, 401]);
  });
});

describe('the app’s rules as the app sees them', () => {
  const address = `${v3}/workflow/rule/config`;
  const look = async ({ ask }: StandIn, query = '') => (await ask(`GET ${address}?types=validator${query}`, undefined, app)).body;
  const listed = z.object({ values: z.array(z.object({ validators: z.array(z.object({ id: z.string() })) })) });

  test('are its own, by workflow', async () => {
    const standIn = open();
    expect(await look(standIn)).toMatchObject({ total: 0 });
    await update(standIn, withRule(gate()));
    expect(await look(standIn, '&expand=transition&keys=gate')).toMatchObject({
      total: 1,
      values: [
        {
          workflowId: { name: 'Simple' },
          validators: [{ key: 'gate', configuration: { value: '{"mode":"require"}', disabled: false }, transition: { id: 11, name: 'Start' } }],
        },
      ],
    });
    expect(await look(standIn, '&keys=other')).toMatchObject({ total: 0 });
  });

  test('can be configured anew and switched off, one by one', async () => {
    const standIn = open({ hooks: { event: () => undefined, validate: () => Promise.resolve({ result: false }) } });
    await update(standIn, withRule(gate()));
    const [id = ''] = listed.parse(await look(standIn)).values.flatMap(({ validators }) => validators.map((rule) => rule.id));
    const body = {
      workflows: [
        {
          workflowId: { name: 'Simple' },
          validators: [
            { id, configuration: { value: '{"mode":"count"}', disabled: true, tag: 'quiet' } },
            { id: 'none', configuration: { value: '{}' } },
          ],
        },
        { workflowId: { name: 'Nowhere' }, validators: [] },
      ],
    };
    expect((await standIn.ask(`PUT ${address}`, body, app)).body).toMatchObject({
      updateResults: [
        { ruleUpdateErrors: { none: ['The rule with this id does not exist: none'] }, updateErrors: [] },
        { ruleUpdateErrors: {}, updateErrors: ['Workflow not found: Nowhere'] },
      ],
    });
    expect(await look(standIn, '&withTags=quiet')).toMatchObject({
      values: [{ validators: [{ configuration: { value: '{"mode":"count"}', disabled: true } }] }],
    });
    expect(await move(standIn, 'LED-3', {})).toMatchObject({ status: 204 });
  });

  test('are for the app alone, and to be deleted by Connect apps only', async () => {
    const { ask } = open();
    expect(await ask(`GET ${address}?types=validator`, undefined, person('user-admin', 'app'))).toMatchObject({ status: 403 });
    expect(await ask(`PUT ${address}/delete`, { workflows: [] }, app)).toMatchObject({ status: 403 });
  });
});

describe('a transition', () => {
  test('asks Jira’s own rules, and does what they do', async () => {
    const standIn = open();
    const barred = site();
    const [simple, ...others] = barred.workflows;
    const transitions = simple?.transitions.map((one) => (one.id === '11' ? { ...one, otherValidators: [permission('ADMINISTER_PROJECTS')] } : one)) ?? [];
    if (simple === undefined) throw new Error('no workflow');
    const strict = openJira({}, { ...barred, workflows: [{ ...simple, transitions }, ...others] });
    expect(await move(strict, 'LED-3', {}, 'user-pm')).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('ADMINISTER_PROJECTS')] },
    });
    expect(await move(standIn, 'LED-3', {}, 'user-pm')).toMatchObject({ status: 204 });
    expect((await standIn.ask(`GET ${v3}/issue/LED-3`)).body).toMatchObject({
      fields: { assignee: { accountId: 'user-pm' }, status: { name: 'In Progress' } },
    });
  });

  test('with a rule of Jira’s that is not run here says so', async () => {
    const standIn = open();
    const rule = { ruleKey: 'system:validate-field-value', parameters: { ruleType: 'fieldRequired', fieldsRequired: 'assignee' } };
    expect(await update(standIn, withRule(rule))).toMatchObject({ status: 200 });
    expect(await move(standIn, 'LED-3', {})).toMatchObject({
      status: 501,
      body: { errorMessages: ["The local stand-in does not run the workflow rule 'system:validate-field-value'."] },
    });
  });

  /** An epic of LED that waits to be shipped, and who is asked about it. */
  async function shipping(verdict: { readonly result: boolean }) {
    const heard: unknown[] = [];
    const standIn = open({
      hooks: {
        event: () => undefined,
        validate: (_, { transition }) => {
          heard.push(transition);
          return Promise.resolve(verdict);
        },
      },
    });
    await update(standIn, withRule(gate()), 'Epics');
    const made = await standIn.ask(`POST ${v3}/issue`, { fields: { project: { key: 'LED' }, issuetype: { name: 'Epic' }, summary: 'Ledgers' } });
    const { key } = z.object({ key: z.string() }).parse(made.body);
    const links = async () =>
      z.object({ fields: z.object({ issuelinks: z.array(z.unknown()) }) }).parse((await standIn.ask(`GET ${v3}/issue/${key}`)).body).fields.issuelinks;
    return { standIn, key, heard, links };
  }
  const link = { update: { issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: 'LED-4' } } }] } };

  test('tells the rule of links on its screen, and draws them only if the rule lets it pass', async () => {
    const stopped = await shipping({ result: false });
    expect(await move(stopped.standIn, stopped.key, link)).toMatchObject({ status: 400 });
    expect(stopped.heard).toMatchObject([{ modifiedFields: { issuelinks: [{ type: { name: 'Blocks' }, outwardIssue: { key: 'LED-4' } }] } }]);
    expect(await stopped.links()).toEqual([]);
    const passed = await shipping({ result: true });
    expect(await move(passed.standIn, passed.key, link)).toMatchObject({ status: 204 });
    expect(await passed.links()).toMatchObject([{ outwardIssue: { key: 'LED-4' } }]);
  });

  test('does nothing at all when a link cannot be drawn', async () => {
    const { standIn, key, heard } = await shipping({ result: true });
    const unknown = { update: { issuelinks: [{ add: { type: { name: 'Loves' }, outwardIssue: { key: 'LED-4' } } }] } };
    expect(await move(standIn, key, unknown)).toMatchObject({ status: 404 });
    expect((await standIn.ask(`GET ${v3}/issue/${key}`)).body).toMatchObject({ fields: { status: { name: 'In Progress' } } });
    expect(heard).toEqual([]);
  });

  test('takes only what is on its screen', async () => {
    const { standIn, key } = await shipping({ result: true });
    const off = "Field 'labels' cannot be set. It is not on the appropriate screen, or unknown.";
    expect(await move(standIn, key, { fields: { labels: ['a'] } })).toMatchObject({ status: 400, body: { errors: { labels: off } } });
    expect(await move(standIn, 'LED-3', { fields: { priority: { name: 'Low' } } })).toMatchObject({ status: 400 });
    expect(await move(standIn, key, { fields: { priority: { name: 'Low' } } })).toMatchObject({ status: 204 });
  });
});

test('a rule of the app stays when the app is gone, and may be sent back or taken out', async () => {
  const ruled = site();
  const [simple, ...others] = ruled.workflows;
  if (simple === undefined) throw new Error('no workflow');
  const transitions = simple.transitions.map((one) => (one.id === '11' ? { ...one, validators: [{ moduleKey: 'gate', configuration: '{}' }] } : one));
  const standIn = openJira({ app: { ...appFacts(), validators: [] } }, { ...ruled, workflows: [{ ...simple, transitions }, ...others] });
  expect(await update(standIn, (same) => same)).toMatchObject({ status: 200 });
  expect(await update(standIn, (all) => all.map((transition) => ({ ...transition, validators: [] })))).toMatchObject({ status: 200 });
  expect(await update(standIn, withRule(gate()))).toMatchObject({ status: 400 });
});

test('rules on the making of an issue are asked, but for the app’s', async () => {
  const creating = site();
  const [simple, ...others] = creating.workflows;
  if (simple === undefined) throw new Error('no workflow');
  const strict = openJira({}, { ...creating, workflows: [{ ...simple, onCreate: { validators: [permission('ADMINISTER_PROJECTS')] } }, ...others] });
  const make = ({ ask }: StandIn, as: string) =>
    ask(`POST ${v3}/issue`, { fields: { project: { key: 'LED' }, issuetype: { name: 'Bug' }, summary: 'Slow' } }, person(as));
  expect([(await make(strict, 'user-pm')).status, (await make(strict, 'user-lead')).status]).toEqual([400, 201]);
  await update(strict, (all) => all.map((one) => (one.id === '1' ? { ...one, validators: [gate()] } : one)));
  expect(await make(strict, 'user-lead')).toMatchObject({ status: 501 });
});

test('nobody who is not signed in creates many issues', async () => {
  expect(await open().ask(`POST ${v3}/issue/bulk`, { issueUpdates: [{}] }, { kind: 'anonymous' })).toMatchObject({ status: 401 });
});
