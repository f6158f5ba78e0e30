import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { loadSite } from '../../../sandbox/data';
import { createJira } from '../../../sandbox/jira';
import type { Sandbox } from '../../../sandbox/server';
import { startProbeSandbox } from './probe-sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startProbeSandbox({
    parts: {
      createJira,
      // The demo's Jira, whose workflows hold a rule of a module named as the probe's.
      loadSite: async (_site, { seed }) => ({ data: (await loadSite('demo', { seed })).data }),
    },
  });
});
afterAll(() => sandbox.stop());

const ask = async (method: string, path: string, body?: unknown, email = 'admin@example.com') => {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${email}:any`).toString('base64')}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : z.unknown().parse(JSON.parse(text)) };
};
const fieldNames = async () =>
  z
    .array(z.object({ name: z.string() }))
    .parse((await ask('GET', '/rest/api/3/field')).body)
    .map(({ name }) => name);
const transitions = z.object({ transitions: z.array(z.object({ id: z.string(), to: z.object({ name: z.string() }) })) });
const start = async (key: string) => {
  const path = `/rest/api/3/issue/${key}/transitions`;
  const id = transitions.parse((await ask('GET', path)).body).transitions.find(({ to }) => to.name === 'In Progress')?.id;
  return ask('POST', path, { transition: { id } });
};
const isPinned = () => sandbox.jira.isPanelPinned('LED', 'panel');
const property = '/rest/api/3/issue/LED-160/properties/probe';

describe('removing the app and installing it again', () => {
  test('issues and properties stay; pins, fields, pages and free transitions do not', async () => {
    const { appId, environmentId } = { appId: sandbox.world.manifest.appId, environmentId: sandbox.forge.installation.environmentId };
    const moduleId = `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/panel`;
    await ask('POST', '/rest/api/3/forge/panel/action/bulk/async', { moduleId, projectList: [{ projectIdOrKey: 'LED', action: 'PIN' }] });
    await ask('PUT', property, { score: 3 });
    expect(isPinned()).toBe(true);
    expect(await fieldNames()).toContain('Probe score');

    expect(await ask('POST', '/__sandbox/uninstall')).toEqual({ status: 200, body: { isInstalled: false, ran: ['say-goodbye ok'] } });
    expect(await ask('GET', '/__sandbox/health')).toMatchObject({ body: { isInstalled: false } });
    expect(await fieldNames()).not.toContain('Probe score');
    expect(isPinned()).toBe(false);
    expect(await start('LED-160')).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('not installed')] } });
    expect(await ask('GET', property)).toMatchObject({ status: 200, body: { value: { score: 3 } } });
    expect(await ask('POST', '/__sandbox/invoke', { moduleKey: 'panel', functionKey: 'whoAmI', accountId: 'user-pm' })).toMatchObject({
      body: { ok: false, reason: 'not-installed' },
    });
    expect(await ask('POST', '/__sandbox/uninstall')).toMatchObject({ status: 409 });

    expect(await ask('POST', '/__sandbox/install', { accountId: 'user-pm' })).toMatchObject({ status: 403 });
    expect(await ask('POST', '/__sandbox/install')).toEqual({ status: 200, body: { isInstalled: true } });
    expect(await ask('POST', '/__sandbox/install')).toMatchObject({ status: 409 });
    expect(await fieldNames()).toContain('Probe score');
    expect(isPinned()).toBe(false);
    await sandbox.forge.settle();
    expect(Object.keys(sandbox.forge.kvs.snapshot().keys)).toEqual([expect.stringMatching(/^event:avi:forge:installed:app/)]);
    expect(await start('LED-160')).toMatchObject({ status: 204 });
  });
});

test('a stale search sees an issue as it was, reconciling it cures that', async () => {
  const { body: made } = await ask('GET', '/rest/api/3/issue/LED-12?fields=summary');
  const id = Number(z.object({ id: z.string() }).parse(made).id);
  await ask('PUT', '/rest/api/3/issue/LED-12', { fields: { summary: 'Ink that never dries' } });
  sandbox.clock.advance(30_000);
  const search = async (more: object) => {
    const body = JSON.stringify({ jql: 'summary ~ "never dries" AND project = LED', ...more });
    const headers = { 'content-type': 'application/json' };
    const answer = await sandbox.forge.fetchProduct({ accountId: 'user-pm', method: 'POST', path: '/rest/api/3/search/jql', headers, body });
    return z.object({ issues: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(answer.body)).issues.length;
  };
  expect(await search({})).toBe(1);
  await ask('POST', '/__sandbox/faults', { rules: [{ match: { target: 'jira', path: '/rest/api/3/search' }, fault: 'stale:60000' }] });
  expect(await search({})).toBe(0);
  expect(await search({ reconcileIssues: [id] })).toBe(1);
  sandbox.clock.advance(40_000);
  expect(await search({})).toBe(1);
});
