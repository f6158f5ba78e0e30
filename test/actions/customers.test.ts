import { describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/contract';
import { choices, openSite, projectOf, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

/** A site with a problem that everybody sees and one in a project of leads only; each with its own customer. */
async function opened() {
  const data = smallSite();
  const own: Readonly<Record<string, Partial<(typeof data.issues)[number]>>> = {
    [ids.otherBug]: { organisations: ['Acorn Foods'], reporter: 'user-engineer' },
    [ids.hidden]: { reporter: 'user-lead' },
    [ids.story]: { reporter: 'user-lead' },
  };
  const issues = data.issues.map((issue) => ({ ...issue, ...own[issue.id] }));
  const site = openSite({ ...data, issues });
  await setUp(site, { ...choices, statementProjects: [projectOf('10002'), projectOf('10003')] });
  const seen = await writeProblem(site);
  const hidden = valueOf(
    await site.call(
      'createStatement',
      { requestId: 'request-hidden-1', projectId: '10003', kind: 'insight', sentence: 'They leave over the price', stakeholder: '', job: '' },
      'user-lead',
    ),
  );
  await site.settle();
  return { site, seen: seen.id, hidden: hidden.id };
}

const tag = (issueId: string, statementId: string, customer: Sent<'tagEvidence'>['customer'], own: Partial<Sent<'tagEvidence'>> = {}) => ({
  issueId,
  statementId,
  stance: 'for' as const,
  quote: 'It stops after a minute.',
  severity: 'critical' as const,
  customer,
  ...own,
});

const offered = async (site: Site, text: string, as: string, forIssueId: string = ids.bug): Promise<readonly string[]> =>
  valueOf(await site.call('findCustomers', { forIssueId, text }, as)).customers.map(({ name }) => name);

test('the projects’ own words for segments are offered where a Jira admin says which segment a customer is in', async () => {
  const { site } = await opened();
  valueOf(await site.call('saveCustomers', { customers: [{ name: 'Acme', value: null, segment: 'Small' }] }, 'user-admin'));
  const { settings } = valueOf(await site.call('openProjectSettings', { projectId: '10001' }, 'user-lead'));
  valueOf(await site.call('saveProjectSettings', { projectId: '10001', settings: { ...settings, segments: ['Enterprise', 'Small'] } }, 'user-lead'));
  expect(valueOf(await site.call('listCustomers', { text: '' }, 'user-admin')).segments).toEqual(['Enterprise', 'Small']);
});

test('adding a customer that is there in other letters is refused, and its value and segment stay', async () => {
  const { site } = await opened();
  const customers = [{ name: 'Acme', value: 50_000, segment: 'Small' }];
  valueOf(await site.call('saveCustomers', { customers, isAdding: true }, 'user-admin'));
  for (const name of ['acme ', 'ACME'])
    expect(
      await site.call(
        'saveCustomers',
        {
          customers: [
            { name: 'Bolt', value: 1 },
            { name, value: 240_000 },
          ],
          isAdding: true,
        },
        'user-admin',
      ),
    ).toMatchObject({
      ok: false,
      code: 'conflict',
    });
  expect(valueOf(await site.call('listCustomers', { text: '' }, 'user-admin')).customers).toMatchObject(customers);
  valueOf(await site.call('saveCustomers', { customers: [{ name: 'ACME', value: 240_000 }] }, 'user-admin'));
  expect(valueOf(await site.call('listCustomers', { text: '' }, 'user-admin')).customers).toMatchObject([{ name: 'Acme', value: 240_000 }]);
});

describe('customers are offered', () => {
  test('to those who may browse a statement on which they speak, for or against', async () => {
    const { site, seen, hidden } = await opened();
    valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }), 'user-pm'));
    valueOf(await site.call('tagEvidence', tag(ids.hidden, seen, { name: 'Acid Test' }, { stance: 'against' }), 'user-lead'));
    valueOf(await site.call('tagEvidence', tag(ids.hidden, hidden, { name: 'Acquisition Target' }), 'user-lead'));
    await site.settle();
    // The reporter's own comes first.
    expect(await offered(site, 'ac', 'user-lead')).toEqual(['Acme Logistics', 'Acid Test', 'Acquisition Target']);
    expect(await offered(site, 'AC', 'user-pm')).toEqual(['Acme Logistics', 'Acid Test']);
  });

  test('not through a statement that hides the one on which they speak', async () => {
    const { site, seen, hidden } = await opened();
    await site.rest('POST', '/rest/api/3/issueLink', 'user-lead', { type: { name: 'Evidence for' }, inwardIssue: { id: hidden }, outwardIssue: { id: seen } });
    valueOf(await site.call('tagEvidence', tag(ids.hidden, hidden, { name: 'Acquisition Target' }), 'user-lead'));
    await site.settle();
    expect(await offered(site, 'ac', 'user-pm')).toEqual([]);
  });

  test("as the ticket's own organisation, and as whom its reporter writes for, to those who may browse the ticket", async () => {
    const { site, hidden } = await opened();
    valueOf(await site.call('tagEvidence', tag(ids.hidden, hidden, { name: 'Acquisition Target' }), 'user-lead'));
    expect(await offered(site, 'ac', 'user-pm', ids.otherBug)).toEqual(['Acorn Foods']);
    // The same person reported the hidden ticket and this one.
    expect(await offered(site, 'ac', 'user-pm', ids.story)).toEqual(['Acquisition Target']);
    expect(await offered(site, 'ac', 'user-pm', ids.bug)).toEqual([]);
    expect(await site.call('findCustomers', { forIssueId: ids.hidden, text: 'ac' }, 'user-pm')).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('no longer, once what they said was taken back', async () => {
    const { site, seen } = await opened();
    const { evidenceId } = valueOf(await site.call('tagEvidence', tag(ids.otherBug, seen, { name: 'Acme Logistics' }), 'user-pm'));
    await site.settle();
    expect(await offered(site, 'acm', 'user-pm')).toEqual(['Acme Logistics']);
    valueOf(await site.call('removeEvidence', { evidenceId, statementId: seen }, 'user-pm'));
    await site.settle();
    expect(await offered(site, 'acm', 'user-pm')).toEqual([]);
  });

  test('for a few points, however many statements there are', async () => {
    const { site, seen } = await opened();
    for (let at = 0; at < 30; at += 1) await writeProblem(site, `request-many-${String(at)}`, `Finance analysts can't close month ${String(at)} in time`);
    valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }), 'user-pm'));
    await site.settle();
    const before = site.jira.ledger.points;
    expect(await offered(site, 'ac', 'user-pm')).toEqual(['Acme Logistics']);
    expect(site.jira.ledger.points - before).toBeLessThanOrEqual(8);
  });
});

describe('whom a reporter writes for', () => {
  const proposed = async (site: Site, issueId: string): Promise<unknown> => {
    const view = valueOf(await site.call('openPanel', { issueId }, 'user-pm'));
    return view.role === 'ticket' ? view.ticket.customer : undefined;
  };

  test('is moved by who chose another customer, not by who left a proposal as it stood', async () => {
    const { site, seen } = await opened();
    const acme = valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }), 'user-pm')).customer;
    const bolt = valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Bolt Retail' }, { quote: 'Bolt said so.' }), 'user-pm')).customer;
    expect(await proposed(site, ids.bug)).toEqual({ id: bolt?.id, name: 'Bolt Retail', from: 'remembered' });
    // From a panel that was opened before Bolt was chosen.
    valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { id: acme?.id ?? '' }, { quote: 'Acme said so.' }), 'user-pm'));
    expect(await proposed(site, ids.bug)).toEqual({ id: bolt?.id, name: 'Bolt Retail', from: 'remembered' });
  });

  test('and an organisation that nobody tagged yet is proposed without being made, and made by its first tag', async () => {
    const { site, seen } = await opened();
    const writes = (): unknown => site.forge.kvs.snapshot().entities['customer'];
    const before = writes();
    const organisation = await proposed(site, ids.otherBug);
    expect(organisation).toMatchObject({ name: 'Acorn Foods', from: 'organisation' });
    expect(await offered(site, 'ac', 'user-pm', ids.otherBug)).toEqual(['Acorn Foods']);
    expect(writes()).toEqual(before);
    const { id } = organisation as { readonly id: string };
    expect(valueOf(await site.call('tagEvidence', tag(ids.otherBug, seen, { id }), 'user-pm')).customer).toEqual({ id, name: 'Acorn Foods' });
    expect(await site.call('tagEvidence', tag(ids.bug, seen, { id: `${id.slice(0, -1)}x` }), 'user-pm')).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('tagging the same words again', () => {
  const tagsOf = async (site: Site): Promise<unknown> => {
    const view = valueOf(await site.call('openPanel', { issueId: ids.bug }, 'user-pm'));
    return view.role === 'ticket' ? view.ticket.tags.map(({ raw, customer, text }) => ({ raw, customer: customer?.name, text })) : undefined;
  };

  test('corrects severity and customer, and says so; in the panel at once, in the numbers later', async () => {
    const { site, seen } = await opened();
    const first = valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }), 'user-pm'));
    await site.settle();
    const again = valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Bolt Retail' }, { severity: 'minor' }), 'user-pm'));
    expect(again).toMatchObject({ evidenceId: first.evidenceId, isNew: false, isChanged: true, customer: { name: 'Bolt Retail' } });
    expect(await tagsOf(site)).toEqual([{ raw: 'minor', customer: 'Bolt Retail', text: 'It stops after a minute.' }]);
    await site.settle();
    expect(valueOf(await site.call('openPanel', { issueId: seen }, 'user-pm'))).toMatchObject({
      customers: [{ customer: { name: 'Bolt Retail' }, messages: 1 }],
      quotes: [{ raw: 'minor' }],
    });
    expect(await offered(site, 'acme', 'user-pm')).toEqual([]);
  });

  test('moves the word to another customer, also where no number changes by that', async () => {
    const { site, seen } = await opened();
    for (const quote of ['It stops.', 'It stops again.'])
      valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }, { quote, severity: 'blocker' }), 'user-pm'));
    valueOf(await site.call('tagEvidence', tag(ids.otherBug, seen, { name: 'Bolt Retail' }), 'user-pm'));
    await site.settle();
    expect(await offered(site, '', 'user-pm', ids.story)).toEqual(['Acme Logistics', 'Bolt Retail']);
    valueOf(await site.call('tagEvidence', tag(ids.otherBug, seen, { name: 'Core Bank' }), 'user-pm'));
    await site.settle();
    expect(await offered(site, '', 'user-pm', ids.story)).toEqual(['Acme Logistics', 'Core Bank']);
  });

  test('with nothing to correct changes nothing, and says so', async () => {
    const { site, seen } = await opened();
    valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }), 'user-pm'));
    expect(valueOf(await site.call('tagEvidence', tag(ids.bug, seen, { name: 'Acme Logistics' }), 'user-pm'))).toMatchObject({
      isNew: false,
      isChanged: false,
    });
  });
});
