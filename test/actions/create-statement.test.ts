import { describe, expect, test } from '@jest/globals';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

async function ready(): Promise<Site> {
  const site = openSite();
  await setUp(site);
  return site;
}

const problemsIn = async (site: Site): Promise<number> => {
  await site.settle();
  const { body } = await site.rest('POST', '/rest/api/3/search/jql', 'user-pm', { jql: 'project = DISC', fields: ['summary'] });
  return [...JSON.stringify(body).matchAll(/"summary"/g)].length;
};

describe('writing a problem', () => {
  test('makes an issue with stakeholder and job', async () => {
    const site = await ready();
    expect(await writeProblem(site)).toMatchObject({
      kind: 'problem',
      stakeholder: 'Finance analyst',
      job: 'Close the month',
      isClosed: false,
      isRestricted: false,
    });
  });

  test('twice with one request id is once', async () => {
    const site = await ready();
    const first = await writeProblem(site);
    expect((await writeProblem(site)).id).toBe(first.id);
    expect(await problemsIn(site)).toBe(1);
  });

  test('whose answer got lost is found again, not written again', async () => {
    const site = await ready();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issue', nth: 1 }, fault: 'lost-response' }]);
    await expect(writeProblem(site)).rejects.toThrow('jira-unavailable');
    site.strike([]);
    await site.settle();
    await writeProblem(site);
    expect(await problemsIn(site)).toBe(1);
  });

  test('is refused while a search could still miss it', async () => {
    const site = await ready();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issue', nth: 1 }, fault: 'reset' }]);
    await expect(writeProblem(site)).rejects.toThrow('jira-unavailable');
    site.strike([]);
    await expect(writeProblem(site)).rejects.toThrow('conflict');
    site.clock.advance(180_000);
    await writeProblem(site);
    expect(await problemsIn(site)).toBe(1);
  });

  test('whose answer got lost is not written again though search is minutes behind', async () => {
    const site = await ready();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issue', nth: 1 }, fault: 'lost-response' }]);
    await expect(writeProblem(site)).rejects.toThrow('jira-unavailable');
    site.clock.advance(180_000);
    site.strike([{ match: { target: 'jira', path: '/rest/api/3/search/jql' }, fault: 'stale:400000' }]);
    await writeProblem(site);
    site.strike([]);
    expect(await problemsIn(site)).toBe(1);
  });

  test('whose answer got lost is found among a hundred that the same person wrote since', async () => {
    const site = await ready();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issue', nth: 1 }, fault: 'lost-response' }]);
    await expect(writeProblem(site)).rejects.toThrow('jira-unavailable');
    site.strike([]);
    for (let at = 0; at < 101; at += 1) {
      const fields = { project: { id: '10002' }, issuetype: { id: '10002' }, summary: `Bug ${String(at)}` };
      expect((await site.rest('POST', '/rest/api/3/issue', 'user-pm', { fields })).status).toBe(201);
      site.clock.advance(2_000);
    }
    await site.settle();
    expect(await writeProblem(site)).toMatchObject({ key: 'DISC-1' });
  });

  test('of which nothing came is written by one of two who try again at once', async () => {
    const site = await ready();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issue', nth: 1 }, fault: 'reset' }]);
    await expect(writeProblem(site)).rejects.toThrow('jira-unavailable');
    site.strike([]);
    site.clock.advance(180_000);
    const tries = await Promise.allSettled([writeProblem(site), writeProblem(site)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await problemsIn(site)).toBe(1);
    expect(await writeProblem(site)).toMatchObject({ key: 'DISC-1' });
  });

  test('with other words under the id of one that was sent is a conflict, not the old one', async () => {
    const site = await ready();
    const first = await writeProblem(site);
    await expect(writeProblem(site, 'request-problem-1', "Finance analysts can't see why an export stopped")).rejects.toThrow('conflict: The words changed');
    expect((await writeProblem(site)).id).toBe(first.id);
    expect(await problemsIn(site)).toBe(1);
  });

  test('without a stakeholder, a job or a pain is refused by name', async () => {
    const site = await ready();
    const reply = await site.call(
      'createStatement',
      { requestId: 'request-half-1', projectId: '10002', kind: 'problem', sentence: 'CSV export', stakeholder: '', job: '' },
      'user-pm',
    );
    expect(reply).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringContaining('who has it, the job they try to do, what hinders them') });
  });

  test.each([
    { who: 'user-viewer', code: 'forbidden' },
    { who: 'user-outsider', code: 'not-found' },
  ])('by $who is $code', async ({ who, code }) => {
    const site = await ready();
    const draft = { requestId: 'request-other-1', projectId: '10002', kind: 'insight', sentence: 'They export by hand', stakeholder: '', job: '' } as const;
    expect(await site.call('createStatement', draft, who)).toMatchObject({ ok: false, code });
  });
});

describe('stating the problem of an epic', () => {
  test('shows it on the epic and on its story, and can be taken back', async () => {
    const site = await ready();
    const { id } = await writeProblem(site);
    expect(valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: id, cover: 0.9 }, 'user-pm'))).toEqual({ isNew: true });
    expect(valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: id }, 'user-pm'))).toEqual({ isNew: false });
    expect(valueOf(await site.call('openPanel', { issueId: ids.epic }, 'user-engineer'))).toMatchObject({
      role: 'item',
      solved: [{ statement: { id }, cover: 0.9, via: 'solves' }],
      inheritedFrom: null,
    });
    expect(valueOf(await site.call('openPanel', { issueId: ids.story }, 'user-engineer'))).toMatchObject({
      role: 'item',
      solved: [{ statement: { id } }],
      inheritedFrom: { key: 'LED-1' },
    });
    expect(valueOf(await site.call('unlinkProblem', { issueId: ids.epic, statementId: id }, 'user-pm'))).toEqual({ wasThere: true });
    expect(valueOf(await site.call('unlinkProblem', { issueId: ids.epic, statementId: id }, 'user-pm'))).toEqual({ wasThere: false });
  });

  test('is refused from the wrong end, with the reason', async () => {
    const site = await ready();
    const { id } = await writeProblem(site);
    const other = await writeProblem(site, 'request-problem-2', "Finance analysts can't see why an export stopped");
    expect(await site.call('linkProblem', { issueId: id, statementId: other.id }, 'user-pm')).toMatchObject({
      ok: false,
      code: 'invalid',
      detail: expect.stringContaining('is no item'),
    });
    expect(await site.call('linkProblem', { issueId: ids.epic, statementId: ids.bug }, 'user-pm')).toMatchObject({
      ok: false,
      code: 'invalid',
      detail: expect.stringContaining('is no problem'),
    });
  });

  test('is for those who may link', async () => {
    const site = await ready();
    const { id } = await writeProblem(site);
    expect(await site.call('linkProblem', { issueId: ids.epic, statementId: id }, 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await site.call('unlinkProblem', { issueId: ids.epic, statementId: id }, 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
  });

  test('and doubting it becomes evidence against', async () => {
    const site = await ready();
    const { id } = await writeProblem(site);
    const doubt = { issueId: ids.epic, statementId: id, reason: 'Two customers only, and both have a workaround' };
    const first = valueOf(await site.call('notConvinced', doubt, 'user-engineer'));
    expect(valueOf(await site.call('notConvinced', doubt, 'user-engineer'))).toEqual(first);
    await site.settle();
    expect(valueOf(await site.call('openPanel', { issueId: id }, 'user-engineer'))).toMatchObject({
      role: 'statement',
      against: [{ source: 'opinion', text: doubt.reason }],
    });
  });
});
