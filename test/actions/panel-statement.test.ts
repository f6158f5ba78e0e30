import { expect, test } from '@jest/globals';
import type { Output, Sent } from '../../src/contract';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

const day = 86_400;
const at = Date.parse('2026-02-20T12:00:00Z') / 1000;

async function said(site: Site, statementId: string, own: Partial<Sent<'addEvidence'>>): Promise<void> {
  const words = { statementId, stance: 'for', source: 'interview', raw: 4, at, quote: null, customer: null } as const;
  expect(valueOf(await site.call('addEvidence', { ...words, ...own }, 'user-pm')).isNew).toBe(true);
}

/** A problem with six messages of one customer, one word each of two others, and five against. */
async function heard(): Promise<{ readonly site: Site; readonly problemId: string }> {
  const site = openSite();
  await setUp(site);
  const { id } = await writeProblem(site);
  for (let n = 0; n < 6; n += 1) await said(site, id, { raw: 5, at: at - n * day, quote: `Acme again, ${String(n)}`, customer: { name: 'Acme' } });
  await said(site, id, { source: 'nps', raw: 6, quote: 'Birch, once', customer: { name: 'Birch' } });
  await said(site, id, { source: 'sales', raw: 'nice', quote: 'Cedar, in passing', customer: { name: 'Cedar' } });
  for (let n = 0; n < 5; n += 1) await said(site, id, { stance: 'against', raw: 1, quote: `Not I, ${String(n)}`, customer: { name: `Doubter ${String(n)}` } });
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: id }, 'user-pm'));
  await site.settle();
  return { site, problemId: id };
}

const panelOf = async <Role extends Output<'openPanel'>['role']>(site: Site, issueId: string, role: Role) => {
  const view = valueOf(await site.call('openPanel', { issueId }, 'user-engineer'));
  if (view.role !== role) throw new Error(`It is ${view.role}.`);
  return view as Extract<Output<'openPanel'>, { readonly role: Role }>;
};

test('an item shows three voices, not three words of the loudest, and says who is loud', async () => {
  const { site } = await heard();
  const [solved] = (await panelOf(site, ids.epic, 'item')).solved;
  expect(solved?.quotes.map(({ customer }) => customer?.name)).toEqual(['Acme', 'Birch', 'Cedar']);
  expect(solved?.loudest).toMatchObject({ customer: { name: 'Acme' }, messages: 6 });
  expect(solved?.loudest?.countsAs).toBeLessThan(2);
});

test('pieces and trend of what speaks for leave out what speaks against, which is there whole', async () => {
  const { site } = await heard();
  const [solved] = (await panelOf(site, ids.epic, 'item')).solved;
  expect(solved?.pieces).toEqual({ for: 8, against: 5 });
  expect(solved?.trend.reduce((sum, n) => sum + n, 0)).toBe(8);
  expect(solved?.against).toHaveLength(5);
});

test('a quote carries the receipt of its value, a customer its strongest word', async () => {
  const { site, problemId } = await heard();
  const view = await panelOf(site, problemId, 'statement');
  expect(view.quotes.find(({ source }) => source === 'nps')?.receipt).toMatchObject({ raw: 6, scale: '0 to 10', mapping: 'anchors', pain: 0.6 });
  expect(view.customers.find(({ customer }) => customer?.name === 'Acme')?.strongest).toBe(1);
  const { records } = valueOf(await site.call('exportData', { after: 'evidence|' }, 'user-admin'));
  expect(records.length).toBeGreaterThan(0);
  for (const { value } of records) expect(value['record']).toMatchObject({ receipt: { version: 1 } });
});

test('an item names no person that asked for it', async () => {
  const { site } = await heard();
  expect(Object.keys((await panelOf(site, ids.epic, 'item')).askedFor).toSorted()).toEqual(['created', 'customers', 'isReported', 'requests']);
});

test('a ticket’s text comes whole to the box, which says what of it is kept', async () => {
  const { site } = await heard();
  const text = 'The export stops. '.repeat(400);
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  const { status } = await site.rest('PUT', `/rest/api/3/issue/${ids.bug}`, 'user-pm', { fields: { description: { type: 'doc', version: 1, content } } });
  expect(status).toBe(204);
  expect((await panelOf(site, ids.bug, 'ticket')).ticket.text.length).toBeGreaterThan(7_000);
});

test('a ticket’s summary and the paragraphs of its text stay apart in the box, and in the quote that is kept', async () => {
  const { site, problemId } = await heard();
  const content = ['I typed the code on 60 lines.', 'Office manager'].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  const fields = { summary: 'Code typed on 60 lines', description: { type: 'doc', version: 1, content } };
  expect((await site.rest('PUT', `/rest/api/3/issue/${ids.bug}`, 'user-pm', { fields })).status).toBe(204);
  const { text } = (await panelOf(site, ids.bug, 'ticket')).ticket;
  expect(text).toBe('Code typed on 60 lines\n\nI typed the code on 60 lines.\n\nOffice manager');
  valueOf(
    await site.call('tagEvidence', { issueId: ids.bug, statementId: problemId, stance: 'for', quote: text, severity: 'major', customer: null }, 'user-pm'),
  );
  expect((await panelOf(site, ids.bug, 'ticket')).ticket.tags.map((kept) => kept.text)).toContain(text);
});
