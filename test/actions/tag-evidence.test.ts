import { describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/contract';
import { openSite, setUp, valueOf, withoutTrace, writeProblem, type Site } from './site';
import { ids } from './small-site';

const tag = (statementId: string, own: Partial<Sent<'tagEvidence'>> = {}): Sent<'tagEvidence'> => ({
  issueId: ids.bug,
  statementId,
  stance: 'for',
  quote: 'It stops after a minute.',
  severity: 'critical',
  customer: { name: 'Acme Logistics' },
  ...own,
});

async function opened(): Promise<{ readonly site: Site; readonly problemId: string }> {
  const site = openSite();
  await setUp(site);
  const { id } = await writeProblem(site);
  await site.settle();
  return { site, problemId: id };
}

const tagsOf = async (site: Site, issueId: string = ids.bug) => {
  const view = valueOf(await site.call('openPanel', { issueId }, 'user-pm'));
  return view.role === 'ticket' || view.role === 'item' ? view.ticket.tags : [];
};

const linksOf = async (site: Site, issueId: string = ids.bug): Promise<unknown> =>
  (await site.rest('GET', `/rest/api/3/issue/${issueId}?fields=issuelinks`, 'user-pm')).body;

describe('tagging a ticket', () => {
  test("makes a record and the ticket's own link, seen at once", async () => {
    const { site, problemId } = await opened();
    const reply = valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    expect(reply).toMatchObject({ isNew: true, isLinked: true, customer: { name: 'Acme Logistics' } });
    expect(await tagsOf(site)).toMatchObject([
      { text: 'It stops after a minute.', raw: 'critical', customer: { name: 'Acme Logistics' }, ticketKey: 'LED-3', statement: { id: problemId } },
    ]);
    expect(await linksOf(site)).toMatchObject({ fields: { issuelinks: [{ outwardIssue: { id: problemId } }] } });
  });

  test('twice is once, at once and later', async () => {
    const { site, problemId } = await opened();
    const replies = await Promise.all([site.call('tagEvidence', tag(problemId), 'user-pm'), site.call('tagEvidence', tag(problemId), 'user-pm')]);
    expect(new Set(replies.map((reply) => valueOf(reply).evidenceId)).size).toBe(1);
    await site.settle();
    expect(valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm')).isNew).toBe(false);
    expect(await tagsOf(site)).toHaveLength(1);
  });

  test('costs five points at most', async () => {
    const { site, problemId } = await opened();
    const before = site.jira.ledger.points;
    valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    expect(site.jira.ledger.points - before).toBeLessThanOrEqual(5);
  });

  test('remembers whose customer the reporter is', async () => {
    const { site, problemId } = await opened();
    valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    const view = valueOf(await site.call('openPanel', { issueId: ids.otherBug }, 'user-pm'));
    expect(view).toMatchObject({ role: 'ticket', ticket: { customer: { name: 'Acme Logistics', from: 'remembered' } } });
  });

  test('the same customer in other letters is the same customer', async () => {
    const { site, problemId } = await opened();
    const first = valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    const second = valueOf(await site.call('tagEvidence', tag(problemId, { issueId: ids.otherBug, customer: { name: ' ACME logistics ' } }), 'user-pm'));
    expect(second.customer?.id).toBe(first.customer?.id);
  });

  test.each([
    { name: 'a ticket on something that is no statement', input: () => tag(ids.epic), code: 'invalid', says: 'LED-1 is no insight, problem or opportunity' },
    { name: 'a statement on itself', input: (problemId: string) => tag(problemId, { issueId: problemId }), code: 'invalid', says: 'can’t be linked to itself' },
    {
      name: 'a customer nobody made',
      input: (problemId: string) => tag(problemId, { customer: { id: 'nobodynobody' } }),
      code: 'invalid',
      says: 'no such customer',
    },
  ])('refuses $name, and writes nothing', async ({ input, code, says }) => {
    const { site, problemId } = await opened();
    const reply = await site.call('tagEvidence', input(problemId), 'user-pm');
    expect(reply).toMatchObject({ ok: false, code, detail: expect.stringContaining(says) });
    expect(await tagsOf(site)).toEqual([]);
  });
});

describe('who may', () => {
  test('a viewer cannot tag, and nothing is left behind', async () => {
    const { site, problemId } = await opened();
    expect(await site.call('tagEvidence', tag(problemId), 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
    await site.settle();
    expect(await tagsOf(site)).toEqual([]);
    expect(await linksOf(site)).toMatchObject({ fields: { issuelinks: [] } });
    expect(valueOf(await site.call('findCustomers', { forIssueId: ids.bug, text: 'acme' }, 'user-pm')).customers).toEqual([]);
  });

  test('a viewer cannot even where somebody linked the two before', async () => {
    const { site, problemId } = await opened();
    valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    expect(await site.call('tagEvidence', tag(problemId, { quote: 'Another word' }), 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
  });

  test.each([
    'openPanel',
    'listStatements',
    'findCustomers',
    'tagEvidence',
    'linkProblem',
    'unlinkProblem',
    'notConvinced',
    'removeEvidence',
    'addEvidence',
  ] as const)('%s: a hidden issue is a missing one, byte for byte', async (name) => {
    const { site, problemId } = await opened();
    const about = (issueId: string): unknown => ({
      issueId,
      forIssueId: issueId,
      text: 'a',
      statementId: name === 'removeEvidence' || name === 'addEvidence' ? issueId : problemId,
      evidenceId: 'a'.repeat(32),
      stance: 'for',
      quote: null,
      severity: 'major',
      customer: null,
      reason: 'I doubt it',
      source: 'interview',
      raw: 3,
      at: 1_700_000_000,
    });
    const [hidden, missing] = await Promise.all([ids.hidden, ids.missing].map((id) => site.callRaw(name, about(id), 'user-engineer')));
    expect(hidden).toMatchObject({ ok: false, code: 'not-found' });
    expect(JSON.stringify(hidden).replace(/"trace":"[^"]*"/, '')).toBe(JSON.stringify(missing).replace(/"trace":"[^"]*"/, ''));
  });

  test('who sees nothing learns nothing of what others see', async () => {
    const { site, problemId } = await opened();
    const [seen, missing] = await Promise.all([problemId, ids.missing].map((issueId) => site.call('openPanel', { issueId }, 'user-outsider')));
    expect(seen && withoutTrace(seen)).toBe(missing && withoutTrace(missing));
  });

  test('a name of the language is no operation', async () => {
    const { site } = await opened();
    expect(await site.callRaw('constructor', {}, 'user-outsider')).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('taking a tag back', () => {
  test('removes record and link; twice is once', async () => {
    const { site, problemId } = await opened();
    const { evidenceId } = valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    const undo = { evidenceId, statementId: problemId };
    expect(valueOf(await site.call('removeEvidence', undo, 'user-pm'))).toEqual({ wasThere: true });
    expect(valueOf(await site.call('removeEvidence', undo, 'user-pm'))).toEqual({ wasThere: false });
    await site.settle();
    expect(await tagsOf(site)).toEqual([]);
    expect(await linksOf(site)).toMatchObject({ fields: { issuelinks: [] } });
  });

  test('leaves the link to a second quote', async () => {
    const { site, problemId } = await opened();
    const { evidenceId } = valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    valueOf(await site.call('tagEvidence', tag(problemId, { quote: 'We re-type the rest.' }), 'user-pm'));
    valueOf(await site.call('removeEvidence', { evidenceId, statementId: problemId }, 'user-pm'));
    expect(await tagsOf(site)).toHaveLength(1);
    expect(await linksOf(site)).toMatchObject({ fields: { issuelinks: [{ outwardIssue: { id: problemId } }] } });
  });

  test('is not for viewers', async () => {
    const { site, problemId } = await opened();
    const { evidenceId } = valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'));
    expect(await site.call('removeEvidence', { evidenceId, statementId: problemId }, 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await tagsOf(site)).toHaveLength(1);
  });
});

describe('when things break', () => {
  test("a run that died between link and record is healed by the link's own event", async () => {
    const { site, problemId } = await opened();
    site.strike([{ match: { target: 'kvs', path: '/api/v1/transaction' }, fault: 'kill' }]);
    await expect(site.call('tagEvidence', tag(problemId, { quote: null }), 'user-pm')).rejects.toThrow();
    site.strike([]);
    valueOf(await site.call('tagEvidence', tag(problemId, { quote: null }), 'user-pm'));
    await site.settle();
    expect(await tagsOf(site)).toHaveLength(1);
  });

  test('an answer of Jira that got lost doubles nothing', async () => {
    const { site, problemId } = await opened();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issueLink', nth: 1 }, fault: 'lost-response' }]);
    expect(valueOf(await site.call('tagEvidence', tag(problemId), 'user-pm'))).toMatchObject({ isNew: true, isLinked: true });
    expect(await linksOf(site)).toMatchObject({ fields: { issuelinks: [expect.anything()] } });
  });

  test('Jira that does not answer is called that, and nothing is changed', async () => {
    const { site, problemId } = await opened();
    site.strike([{ match: { target: 'jira', path: '/rest/api/3/issue/bulkfetch' }, fault: 'status:503' }]);
    expect(await site.call('tagEvidence', tag(problemId), 'user-pm')).toMatchObject({ ok: false, code: 'jira-unavailable' });
  });

  test('a spent quota says when to come back', async () => {
    const { site, problemId } = await opened();
    site.strike([{ match: { target: 'jira', path: '/rest/api/3/issue/bulkfetch' }, fault: '429:jira-quota-global-based' }]);
    expect(await site.call('tagEvidence', tag(problemId), 'user-pm')).toMatchObject({ ok: false, code: 'quota' });
  });
});
