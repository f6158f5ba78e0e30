import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checked, documents } from '../../../sandbox/jira/openapi/documents';
import { waivers, waiversUsed } from '../../../sandbox/jira/openapi/waivers';
import { scopesFor } from '../../../sandbox/jira/scopes';
import { table } from '../../../sandbox/jira/table';
import { sharedFolder } from '../../shared-documents';
import { oneCallEach } from './one-call-each';
import { app, hasDocuments, openJira, person, wideFacts } from './stand-in';

const withDocuments = hasDocuments ? test : test.skip;

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  'x-atlassian-oauth2-scopes': z.array(z.object({ scopes: z.array(z.string()), state: z.string() })).optional(),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Atlassian lets Connect apps alone do it. */
const never = ['platform deleteWorkflowTransitionRuleConfigurations'];

const shapeOf = (path: string): string => path.replace(/\{.*?\}/g, '{}');

/** Address and scopes of every operation, by document and operationId. */
function described() {
  return new Map(
    (['platform', 'software'] as const).flatMap((document) => {
      const { paths } = documentSchema.parse(JSON.parse(readFileSync(join(sharedFolder() ?? '', 'jira-openapi', `${document}.json`), 'utf8')));
      return Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, operation]) => {
          const parsed = operationSchema.safeParse(operation);
          if (!parsed.success) return [];
          const { operationId, security = [], 'x-atlassian-oauth2-scopes': alternatives = [] } = parsed.data;
          const classic = alternatives.find(({ state }) => state === 'Current')?.scopes ?? [];
          const scopes = classic.length > 0 ? classic : security.flatMap(({ OAuth2 = [] }) => OAuth2);
          return [[`${document} ${operationId}`, { address: `${method.toUpperCase()} ${shapeOf(path)}`, scopes }] as const];
        }),
      );
    }),
  );
}

describe('what is served', () => {
  withDocuments('stands in Atlassian’s documents at the same address', () => {
    const known = described();
    for (const { document, operation, method, path } of table)
      expect({ operation, address: `${method} ${shapeOf(path)}` }).toEqual({ operation, address: known.get(`${document} ${operation}`)?.address });
  });

  withDocuments('asks for the scopes that the documents name', () => {
    const known = described();
    const sorted = (scopes: readonly string[] = []) => [...scopes].sort();
    for (const route of table) {
      const { document, operation } = route;
      expect({ operation, scopes: sorted(scopesFor(route)) }).toEqual({ operation, scopes: sorted(known.get(`${document} ${operation}`)?.scopes) });
    }
  });

  withDocuments(
    'answers every operation as the documents describe it, and every waiver is needed',
    async () => {
      // Through the app, so that the calls are checked, too.
      const { ask, jira } = openJira({ app: { ...wideFacts(), scopes: table.flatMap(scopesFor) } });
      const refused: string[] = [];
      let location = '';
      for (const [address, body, as] of oneCallEach) {
        const answer = await ask(address.replace('Location', location), body, as === 'app' ? app : person('user-admin', 'app'));
        location = answer.headers['location']?.replace('http://localhost', '') ?? location;
        if (answer.status >= 400) refused.push(`${address} ${String(answer.status)} ${JSON.stringify(answer.body)}`);
      }
      expect(refused).toEqual([]);
      expect(jira.ledger.read().faults).toEqual([]);
      const fine = new Set([...checked.keys()].filter((name) => / [23]\d\d$/.test(name)).map((name) => name.slice(0, -4)));
      expect(table.map(({ document, operation }) => `${document} ${operation}`).filter((name) => !fine.has(name))).toEqual(never);
      expect(waivers.filter((waiver) => !waiversUsed().has(waiver))).toEqual([]);
    },
    30_000,
  );

  withDocuments.each(['user-viewer', 'user-outsider'])(
    'refuses %s as the documents describe it',
    async (accountId) => {
      const { ask, jira } = openJira({ app: wideFacts() });
      const statuses: number[] = [];
      for (const [address, body] of oneCallEach) statuses.push((await ask(address, body, person(accountId))).status);
      expect(statuses.filter((status) => status === 401 || status === 403 || status === 404).length).toBeGreaterThan(30);
      expect(jira.ledger.read().faults).toEqual([]);
    },
    30_000,
  );
});

describe('what is unlike the documents', () => {
  // What is loud elsewhere is meant here.
  beforeEach(() => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  withDocuments.each([
    { name: 'a member too many', status: 200, body: { colour: 'red' }, says: /\/colour must NOT have additional properties/ },
    { name: 'a wrong type', status: 200, body: { active: 'yes' }, says: /\/active must be boolean/ },
    { name: 'no body where one belongs', status: 200, body: undefined, says: /must be object/ },
    { name: 'a success that it does not know', status: 202, body: {}, says: /describes no 202/ },
  ])('$name is found', async ({ status, body, says }) => {
    const problem = (await documents()).problemOfAnswer({ document: 'platform', operation: 'getCurrentUser', method: 'GET' }, { status, body });
    expect(problem).toMatch(says);
  });

  withDocuments('is loud, and stays in the ledger', async () => {
    const { ask, jira } = openJira({ siteUrl: 'nowhere' });
    await expect(ask('GET /rest/api/3/myself')).rejects.toThrow(/getCurrentUser 200 unlike Atlassian’s document: .*\/self must match format "uri"/);
    jira.ledger.reset();
    expect(jira.ledger.read().faults).toHaveLength(1);
  });

  withDocuments.each([
    { name: 'a query parameter', address: 'GET /rest/api/3/issue/LED-1?colour=red', body: undefined, says: /\/query\/colour/ },
    { name: 'a member of a body', address: 'POST /rest/api/3/issueLinkType', body: { name: 'Solves', colour: 'red' }, says: /\/requestBody\/colour/ },
    { name: 'a missing body', address: 'POST /rest/api/3/issue/bulkfetch', body: undefined, says: /requestBody/ },
  ])('$name is not for the app to invent', async ({ address, body, says }) => {
    const { ask } = openJira();
    await expect(ask(address, body, app)).rejects.toThrow(says);
    await expect(ask(address, body, person('user-admin', 'bridge'))).rejects.toThrow(says);
  });

  withDocuments('a person by hand may try it', async () => {
    const { ask } = openJira();
    expect(await ask('GET /rest/api/3/issue/LED-1?colour=red')).toMatchObject({ status: 200 });
  });
});
