import { describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/contract';
import { openSite, setUp, valueOf, withoutTrace, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

type Asked = Sent<'createDiscoveryTask'>;

async function ready(): Promise<{ readonly site: Site; readonly question: Asked }> {
  const data = smallSite();
  const site = openSite({ ...data, linkTypes: [...data.linkTypes, { id: '10001', name: 'Relates', inward: 'relates to', outward: 'relates to' }] });
  await setUp(site);
  const problem = await writeProblem(site);
  const question = { requestId: 'request-ask-1', projectId: '10002', problemId: problem.id, itemId: ids.epic, aheadId: ids.bareEpic, need: 6, draws: 67 };
  return { site, question: { ...question, stance: 'for' } };
}

const tasksIn = async (site: Site, project: string): Promise<number> => {
  await site.settle();
  const { body } = await site.rest('POST', '/rest/api/3/search/jql', 'user-lead', { jql: `project = ${project} AND issuetype = Story`, fields: ['summary'] });
  return [...JSON.stringify(body).matchAll(/"summary"/g)].length;
};

const read = async (site: Site, id: string): Promise<string> => JSON.stringify((await site.rest('GET', `/rest/api/3/issue/${id}`, 'user-lead')).body);

describe('a discovery task', () => {
  test('is an ordinary issue in the person’s name that says what to find out, from how many, and what it would change', async () => {
    const { site, question } = await ready();
    const task = valueOf(await site.call('createDiscoveryTask', question, 'user-pm'));
    expect(task).toMatchObject({ isLinked: true, canUndo: false });
    const issue = await read(site, task.id);
    expect(issue).toContain('"reporter":{"self"');
    expect(issue).toContain('user-pm');
    expect(issue).toContain('Find out whether 6 more customers have DISC-1');
    expect(issue).toContain('LED-1 comes before LED-5 by value per effort. Today LED-5 comes first in 67 of 100 draws.');
    expect(issue).toContain('"outward":"relates to"');
  });

  test('names no customer, and no item by more than its key', async () => {
    const { site, question } = await ready();
    const tag = {
      issueId: ids.bug,
      statementId: question.problemId,
      stance: 'for',
      quote: 'It stops.',
      severity: 'major',
      customer: { name: 'Acme Logistics' },
    } as const;
    valueOf(await site.call('tagEvidence', tag, 'user-pm'));
    const issue = await read(site, valueOf(await site.call('createDiscoveryTask', question, 'user-pm')).id);
    for (const kept of ['Acme', 'It stops', 'No problem stated']) expect(issue).not.toContain(kept);
  });

  test('in the items’ project says the problem’s key and not its sentence, for its readers may not all read that', async () => {
    const { site, question } = await ready();
    const issue = await read(site, valueOf(await site.call('createDiscoveryTask', { ...question, projectId: '10001' }, 'user-pm')).id);
    expect(issue).toContain('Find out whether 6 more customers have DISC-1"');
  });

  test('twice with one request id is once, and with another question under it a conflict', async () => {
    const { site, question } = await ready();
    const first = valueOf(await site.call('createDiscoveryTask', question, 'user-pm'));
    expect(valueOf(await site.call('createDiscoveryTask', question, 'user-pm'))).toEqual(first);
    expect(await site.call('createDiscoveryTask', { ...question, need: 7 }, 'user-pm')).toMatchObject({ ok: false, code: 'conflict' });
    expect(await tasksIn(site, 'DISC')).toBe(1);
  });

  test('whose answer got lost is found again, not created again', async () => {
    const { site, question } = await ready();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issue', nth: 2 }, fault: 'lost-response' }]);
    expect(await site.call('createDiscoveryTask', question, 'user-pm')).toMatchObject({ ok: false, code: 'jira-unavailable' });
    site.strike([]);
    await site.settle();
    valueOf(await site.call('createDiscoveryTask', question, 'user-pm'));
    expect(await tasksIn(site, 'DISC')).toBe(1);
  });

  test('about what one may not browse is refused in the very words of what does not exist', async () => {
    const { site, question } = await ready();
    for (const part of ['problemId', 'itemId', 'aheadId'] as const) {
      const [hidden, missing] = [ids.hidden, ids.missing].map((id) => ({ ...question, [part]: id }));
      if (!hidden || !missing) throw new Error('two questions were asked');
      const refused = await site.call('createDiscoveryTask', hidden, 'user-pm');
      expect(refused).toMatchObject({ ok: false, code: 'not-found' });
      expect(withoutTrace(refused)).toBe(withoutTrace(await site.call('createDiscoveryTask', missing, 'user-pm')));
    }
    expect(await tasksIn(site, 'DISC')).toBe(0);
  });
});

describe('undo', () => {
  test('deletes the task for whom Jira lets delete issues', async () => {
    const { site, question } = await ready();
    const task = valueOf(await site.call('createDiscoveryTask', question, 'user-lead'));
    expect(task.canUndo).toBe(true);
    const undo = () => site.call('undoDiscoveryTask', { requestId: question.requestId }, 'user-lead');
    expect(valueOf(await undo())).toEqual({ outcome: 'deleted' });
    expect(valueOf(await undo())).toEqual({ outcome: 'gone' });
    expect(await tasksIn(site, 'DISC')).toBe(0);
  });

  test.each([
    { when: 'the person may not delete issues', who: 'user-pm', later: 0, begin: false },
    { when: 'somebody has begun with it', who: 'user-lead', later: 0, begin: true },
    { when: 'it is no longer just done', who: 'user-lead', later: 3_600_000, begin: false },
  ])('keeps it where $when', async ({ who, later, begin }) => {
    const { site, question } = await ready();
    const { id } = valueOf(await site.call('createDiscoveryTask', question, who));
    if (begin) expect((await site.rest('POST', `/rest/api/3/issue/${id}/transitions`, 'user-lead', { transition: { id: '11' } })).status).toBe(204);
    site.clock.advance(later);
    expect(valueOf(await site.call('undoDiscoveryTask', { requestId: question.requestId }, who))).toEqual({ outcome: 'kept' });
    expect(await tasksIn(site, 'DISC')).toBe(1);
  });

  test('of another person’s request finds nothing', async () => {
    const { site, question } = await ready();
    valueOf(await site.call('createDiscoveryTask', question, 'user-pm'));
    expect(await site.call('undoDiscoveryTask', { requestId: question.requestId }, 'user-lead')).toMatchObject({ ok: false, code: 'not-found' });
  });
});
