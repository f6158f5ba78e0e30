import { describe, expect, test } from '@jest/globals';
import { notFound, Refusal } from '../../src/actions/outcome';
import type { PermissionsPort } from '../../src/actions/ports';
import { contract, type OperationName } from '../../src/contract';
import { accountId } from '../../src/domain/ids';
import { answer, isOperation, type Handlers, type Serving } from '../../src/entry/serve';

const account = accountId('user-engineer');
const caller = account && { accountId: account };

const unasked = () => Promise.reject(new Error('not asked for in this test'));
const nobody = Object.fromEntries(Object.keys(contract).map((name) => [name, unasked])) as unknown as Handlers;

interface Logged {
  readonly message: string;
  readonly error: unknown;
}

function serving({
  handlers = {},
  rights = [],
}: {
  readonly handlers?: Partial<Handlers>;
  readonly rights?: readonly string[];
}): Serving & { readonly logged: Logged[] } {
  const logged: Logged[] = [];
  const permissions: PermissionsPort = {
    isJiraAdmin: () => Promise.resolve(rights.includes('admin')),
    hasProject: (_, right) => Promise.resolve(rights.includes(right)),
    browsable: () => Promise.resolve(new Set()),
    mayOn: () => Promise.resolve(new Set()),
  };
  const log = { info: () => undefined, failure: (message: string, error: unknown) => void logged.push({ message, error }) };
  return { handlers: { ...nobody, ...handlers }, permissions, log, trace: 'trace-1', logged };
}

describe('names', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '', 'openpanel'])('%j is no operation', (name) =>
    expect(isOperation(name)).toBe(false),
  );
  test.each(Object.keys(contract))('%s is one', (name) => expect(isOperation(name)).toBe(true));
});

describe('who calls', () => {
  test('comes from Forge alone: nobody is nobody, whatever the payload says', async () => {
    expect(await answer('openPanel', { issueId: '10001', accountId: 'user-admin' }, undefined, serving({}))).toMatchObject({ ok: false, code: 'forbidden' });
  });
});

describe('input', () => {
  test.each([
    { name: 'openPanel', payload: { issueId: '../../admin' }, place: 'issueId' },
    { name: 'openPanel', payload: null, place: 'input' },
    { name: 'tagEvidence', payload: { issueId: '1', statementId: '2', stance: 'maybe', quote: null, severity: 'major', customer: null }, place: 'stance' },
    { name: 'linkProblem', payload: { issueId: '1', statementId: '2', cover: 2 }, place: 'cover' },
    {
      name: 'createStatement',
      payload: { requestId: 'short', projectId: '1', kind: 'problem', sentence: 'a\nb', stakeholder: '', job: '' },
      place: 'requestId',
    },
  ] as const)('$name with a wrong $place is refused by name', async ({ name, payload, place }) => {
    const reply = await answer<OperationName>(name, payload, caller, serving({ rights: ['browse', 'create-issues'] }));
    expect(reply).toMatchObject({ ok: false, code: 'invalid' });
    expect(!reply.ok && reply.detail).toContain(place);
  });

  test("what was typed is not said back: it may be a customer's words", async () => {
    const reply = await answer('openPanel', { issueId: 'Acme Logistics is angry' }, caller, serving({}));
    expect(JSON.stringify(reply)).not.toContain('Acme');
  });
});

describe('rights', () => {
  const draft = { requestId: 'request-0001', projectId: '10001', kind: 'insight', sentence: 'They export by hand', stakeholder: '', job: '' };

  test.each(['planSetup', 'saveSetup', 'finishSetup', 'applySetupLine', 'gateDefaults', 'saveCustomers'] as const)('%s is for Jira admins', (name) => {
    expect(contract[name].access).toEqual([{ on: 'site', right: 'administer-jira' }]);
  });

  test('who is no Jira admin is told so', async () => {
    expect(await answer('gateDefaults', {}, caller, serving({ rights: ['browse'] }))).toMatchObject({ ok: false, code: 'forbidden' });
  });

  test('a project that one may not see does not exist', async () => {
    expect(await answer('createStatement', draft, caller, serving({}))).toMatchObject({ ok: false, code: 'not-found' });
    expect(await answer('openRanking', { projectId: '10001' }, caller, serving({}))).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('a project that one may only read says what is missing', async () => {
    expect(await answer('createStatement', draft, caller, serving({ rights: ['browse'] }))).toMatchObject({ ok: false, code: 'forbidden' });
  });
});

describe('what goes wrong', () => {
  const gateDefaults = (error: Error) => serving({ rights: ['admin'], handlers: { gateDefaults: () => Promise.reject(error) } });

  test('a refusal is an answer and no log line', async () => {
    const site = gateDefaults(new Refusal('quota', 'Jira asked the app to pause.', 40));
    expect(await answer('gateDefaults', {}, caller, site)).toEqual({
      ok: false,
      code: 'quota',
      detail: 'Jira asked the app to pause.',
      retryAfter: 40,
      trace: 'trace-1',
    });
    expect(site.logged).toEqual([]);
  });

  test('anything else is logged once and answers only its trace', async () => {
    const error = new Error('ada@example.com');
    const site = gateDefaults(error);
    const reply = await answer('gateDefaults', {}, caller, site);
    expect(reply).toMatchObject({ ok: false, code: 'unexpected', trace: 'trace-1' });
    expect(JSON.stringify(reply)).not.toContain('ada');
    expect(site.logged).toEqual([{ message: 'gateDefaults broke', error }]);
  });

  test('hidden and missing are the same bytes', async () => {
    expect(JSON.stringify(await answer('gateDefaults', {}, caller, gateDefaults(notFound())))).toBe(
      JSON.stringify(await answer('gateDefaults', {}, caller, gateDefaults(notFound()))),
    );
  });
});
