import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createJira } from '../../../sandbox/jira';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { probeDirectory } from '../forge/probe';
import { startJiraJs, type JiraJs } from './client';
import { hasDocuments, wideSite } from './stand-in';
import { patience } from '../../runs';

const state: { sandbox?: Sandbox; client?: JiraJs } = {};

beforeAll(async () => {
  state.sandbox = await startSandbox({
    port: 0,
    // The small app of the host's own tests: it does not mind what happens here.
    root: probeDirectory,
    bundleDirectory: probeDirectory,
    clockMode: 'virtual',
    validateAnswers: hasDocuments,
    parts: { createJira, loadSite: () => Promise.resolve({ data: wideSite() }) },
  });
  state.client = startJiraJs(state.sandbox.url);
});
afterAll(async () => {
  state.client?.stop();
  await state.sandbox?.stop();
});

const asPm = (call: string, parameters?: unknown) => state.client?.call('pm@example.com', call, parameters);
const asAdmin = (call: string, parameters?: unknown) => state.client?.call('admin@example.com', call, parameters);
const search = (jql: string) => asPm('cloud.issueSearch.searchAndReconsileIssuesUsingJqlPost', { jql, fields: ['summary'] });

describe('a client of another house, which checks every answer,', () => {
  test(
    'knows who it is',
    async () => {
      expect(await asPm('cloud.myself.getCurrentUser')).toMatchObject({ accountId: 'user-pm', emailAddress: 'pm@example.com' });
    },
    patience(20_000),
  );

  test('creates, and finds what it created once the search has caught up', async () => {
    const fields = { project: { key: 'LED' }, issuetype: { name: 'Bug' }, summary: 'Invoices arrive twice' };
    expect(await asPm('cloud.issues.createIssue', { fields })).toMatchObject({ key: 'LED-6' });
    expect(await search('summary ~ "Invoices"')).toMatchObject({ issues: [] });
    state.sandbox?.jira.settle();
    expect(await search('summary ~ "Invoices"')).toMatchObject({ issues: [{ key: 'LED-6', fields: { summary: 'Invoices arrive twice' } }] });
  });

  test('links, and reads the link from both ends', async () => {
    await asPm('cloud.issueLinks.linkIssues', { type: { name: 'Blocks' }, inwardIssue: { key: 'LED-2' }, outwardIssue: { key: 'LED-4' } });
    const linksOf = (issueIdOrKey: string) => asPm('cloud.issues.getIssue', { issueIdOrKey, fields: ['issuelinks'] });
    expect(await linksOf('LED-2')).toMatchObject({ fields: { issuelinks: [{ type: { outward: 'blocks' }, outwardIssue: { key: 'LED-4' } }] } });
    expect(await linksOf('LED-4')).toMatchObject({ fields: { issuelinks: [{ inwardIssue: { key: 'LED-2' } }] } });
  });

  test('moves an issue through its workflow', async () => {
    const started = { issueIdOrKey: 'LED-3' };
    expect(await asPm('cloud.issues.getTransitions', started)).toMatchObject({ transitions: [{ name: 'Start' }, { name: 'Finish' }, { name: 'Back' }] });
    await asPm('cloud.issues.doTransition', { ...started, transition: { id: '11' } });
    expect(await asPm('cloud.issues.getIssue', { ...started, fields: ['status'] })).toMatchObject({ fields: { status: { name: 'In Progress' } } });
    expect(await asPm('cloud.issues.getChangeLogs', started)).toMatchObject({ values: [{}, { items: [{ field: 'status', toString: 'In Progress' }] }] });
  });

  test('ranks, and reads the order back', async () => {
    await asPm('agile.issue.rankIssues', { issues: ['LED-4'], rankBeforeIssue: 'LED-1' });
    state.sandbox?.jira.settle();
    expect(await search('key in (LED-1, LED-2, LED-4) ORDER BY Rank')).toMatchObject({ issues: [{ key: 'LED-4' }, { key: 'LED-1' }, { key: 'LED-2' }] });
  });

  test('keeps a property', async () => {
    const place = { issueIdOrKey: 'LED-1', propertyKey: 'one' };
    await asPm('cloud.issueProperties.setIssueProperty', { ...place, body: { a: 1 } });
    expect(await asPm('cloud.issueProperties.getIssueProperty', place)).toMatchObject({ key: 'one', value: { a: 1 } });
  });

  test('sees projects, types, fields, permissions, workflows and boards', async () => {
    expect(await asAdmin('cloud.projects.searchProjects')).toMatchObject({ values: [{ key: 'DISC' }, { key: 'HID' }, { key: 'LED' }] });
    expect(await asAdmin('cloud.issueTypes.getIssueAllTypes')).toHaveLength(4);
    expect(await asAdmin('cloud.issueFields.getFields')).toContainEqual(expect.objectContaining({ id: 'summary' }));
    expect(await asAdmin('cloud.permissions.getMyPermissions', { permissions: 'ADMINISTER' })).toMatchObject({
      permissions: { ADMINISTER: { havePermission: true } },
    });
    expect(await asAdmin('cloud.workflows.searchWorkflows', { expand: 'values.transitions' })).toMatchObject({ values: [{ name: 'Simple' }] });
    expect(await asAdmin('agile.board.getAllBoards')).toMatchObject({ values: [{ name: 'LED board' }, { name: 'DISC board' }] });
    expect(await asAdmin('agile.board.getConfiguration', { boardId: 1 })).toMatchObject({ type: 'scrum' });
    expect(await asAdmin('agile.board.getAllSprints', { boardId: 1 })).toMatchObject({ values: [{ name: 'Sprint 1', state: 'active' }] });
  });

  test('searches by a function of the app, which the app’s own code answers', async () => {
    expect(await search('project = LED AND issue in withoutProof("LED-3")')).toMatchObject({ issues: [{ key: 'LED-3' }] });
    await expect(search('project = LED AND issue in withoutProof()')).rejects.toThrow('400');
    expect(state.sandbox?.forge.runs.map(({ kind, moduleKey }) => [kind, moduleKey])).toContainEqual(['jql', 'without']);
  });

  test('sees what rules a workflow may have, and the screens', async () => {
    const capabilities = await asAdmin('cloud.workflows.workflowCapabilities', { projectId: '10001', issueTypeId: '10001' });
    expect(capabilities).toMatchObject({ editorScope: 'GLOBAL', forgeRules: [{ name: 'Gate' }] });
    expect(await asAdmin('cloud.screens.getScreens')).toMatchObject({ values: [{ name: 'Default Screen' }, {}, {}, {}] });
  });

  test('is told what it may not see', async () => {
    await expect(asPm('cloud.issues.getIssue', { issueIdOrKey: 'HID-1' })).rejects.toThrow('404');
    await expect(state.client?.call('nobody@example.com', 'cloud.myself.getCurrentUser')).rejects.toThrow('401');
  });

  test('and was never answered unlike Atlassian’s documents', () => {
    expect(state.sandbox?.jira.ledger.read()).toMatchObject({ points: 0, faults: [] });
  });
});
