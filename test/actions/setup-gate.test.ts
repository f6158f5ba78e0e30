import { describe, expect, test } from '@jest/globals';
import { assumedRuleKey } from '../../src/jira/rule-key';
import { applyPlan, choices, openSite, projectOf, setUp, valueOf, type Site } from './site';
import { smallSite } from './small-site';

interface Rule {
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}
interface Step {
  readonly id: string;
  readonly name: string;
  readonly validators: readonly Rule[];
}

const lineOf = async (site: Site, chosen = choices) =>
  valueOf(await site.call('planSetup', { choices: chosen }, 'user-admin')).lines.find(({ id }) => id === 'gate.10001');

async function read(site: Site) {
  const { body } = await site.rest('POST', '/rest/api/3/workflows', 'user-admin', { workflowNames: ['Simple'] });
  return body as {
    readonly statuses: unknown;
    readonly workflows: readonly { readonly id: string; readonly version: object; readonly statuses: unknown; readonly transitions: readonly Step[] }[];
  };
}
const stepsOf = async (site: Site): Promise<readonly Step[]> => (await read(site)).workflows[0]?.transitions ?? [];
const isOurs = ({ parameters }: Rule): boolean => parameters['key']?.endsWith('/static/gate') === true;
const modesOf = async (site: Site): Promise<unknown> =>
  (await stepsOf(site)).flatMap(({ name, validators }) =>
    validators.filter(isOurs).map(({ parameters }) => [name, (JSON.parse(parameters['config'] ?? '') as { readonly modes: unknown }).modes]),
  );

// Rules of Jira's own and of another app, on a step that starts work and on the making of issues.
const othersRules = [
  { ruleKey: 'system:check-permission-validator', parameters: { permissionKey: 'ADMINISTER_PROJECTS' } },
  { ruleKey: 'connect:expression-validator', parameters: { appKey: 'com.example.rules', config: '{"ß":  [1,2 ,3]}', id: 'abc', disabled: 'false' } },
];
const postFunctions = [{ ruleKey: 'system:change-assignee', parameters: { type: 'to-current-user' } }];

function withOthersRules() {
  const data = smallSite();
  return openSite({
    ...data,
    workflows: data.workflows.map((workflow) => ({
      ...workflow,
      onCreate: { validators: othersRules.slice(0, 1), postFunctions: [] },
      transitions: workflow.transitions.map((step) => (step.id === '11' ? { ...step, otherValidators: othersRules, postFunctions } : step)),
    })),
  });
}

describe('the gate’s rule', () => {
  test('is planned for the steps that start work, with the projects that share the workflow and with what it stops: nothing', async () => {
    const line = await lineOf(openSite());
    expect(line).toMatchObject({ state: 'will-add', isOptional: true });
    expect(line?.detail).toMatch(
      /“Start” \(To Do → In Progress\) in the workflow “Simple”\. .*Discovery.*Hidden.* the same workflow; there the rule stays silent\. Stops nothing yet\./,
    );
  });

  test('goes in for this project alone, set to Warn, and everything else in the workflow stays as it was', async () => {
    const site = withOthersRules();
    const before = await stepsOf(site);
    await setUp(site);
    expect(await modesOf(site)).toEqual([['Start', [{ projectId: '10001', typeIds: null, mode: 'warn' }]]]);
    const after = (await stepsOf(site)).map((step) => ({ ...step, validators: step.validators.filter((rule) => !isOurs(rule)) }));
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
  });

  test('serves a second project of the same workflow by a row of its own', async () => {
    const site = openSite();
    await setUp(site);
    await setUp(site, { ...choices, backlogProjects: [projectOf('10001'), projectOf('10003')] });
    expect(await modesOf(site)).toEqual([['Start', [expect.objectContaining({ projectId: '10001' }), expect.objectContaining({ projectId: '10003' })]]]);
  });

  test('loses nothing to somebody who changes the workflow at the same time', async () => {
    const site = openSite();
    const both = { ...choices, backlogProjects: [projectOf('10001'), projectOf('10003')] };
    await setUp(site, { ...both, leftOut: ['gate.10001', 'gate.10003'] });
    // Both read the same version; the slower write is refused and read again.
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/workflows/update' }, fault: 'latency:50' }]);
    const apply = (id: string) => site.call('applySetupLine', { lineId: `gate.${id}`, choices: both }, 'user-admin');
    const replies = await Promise.all([apply('10001'), apply('10003')]);
    expect(replies.map((reply) => valueOf(reply).line.state)).toEqual(['exists', 'exists']);
    expect(JSON.stringify(await modesOf(site))).toMatch(/10001.*10003|10003.*10001/);
  });

  test('is not written twice when Jira’s answer is lost', async () => {
    const site = openSite();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/workflows/update', nth: 2 }, fault: 'lost-response' }]);
    await setUp(site);
    expect(await modesOf(site)).toHaveLength(1);
  });

  test('that Jira refuses from an app is added by hand, is found wherever it was put, and then serves', async () => {
    const site = openSite(undefined, { refusedRuleKeys: [assumedRuleKey] });
    const line = await lineOf(site);
    expect(line).toMatchObject({ state: 'by-hand', steps: expect.arrayContaining([expect.stringContaining('“Epic states the problem it solves”')]) });
    await applyPlan(site);
    expect(await modesOf(site)).toEqual([]);

    const { rule } = valueOf(await site.call('gateDefaults', {}, 'user-admin'));
    const byHand = openSite(withRuleOnFinish(JSON.stringify(rule)), { refusedRuleKeys: [assumedRuleKey] });
    expect(await lineOf(byHand)).toMatchObject({ state: 'exists', detail: expect.stringMatching(/“Finish”.*Warn/) });
  });

  test('is not possible in a project without epics, and says so', async () => {
    const data = smallSite();
    const site = openSite({ ...data, issues: [], issueTypeSchemes: data.issueTypeSchemes.map((scheme) => ({ ...scheme, issueTypeIds: ['10001', '10002'] })) });
    expect(await lineOf(site)).toMatchObject({ state: 'not-possible', detail: expect.stringContaining('no work type at the level of epics') });
  });
});

/** A site on which a person put the rule at another step than setup would. */
function withRuleOnFinish(configuration: string) {
  const data = smallSite();
  const transitions = (data.workflows[0]?.transitions ?? []).map((step) =>
    step.id === '21' ? { ...step, validators: [{ moduleKey: 'gate', configuration }] } : step,
  );
  return { ...data, workflows: data.workflows.map((workflow) => ({ ...workflow, transitions })) };
}
