import { describe, expect, test } from '@jest/globals';
import { patience } from '../runs';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const draw = (site: Site, type: string, from: string, to: string) =>
  site.rest('POST', '/rest/api/3/issueLink', 'user-lead', { type: { name: type }, inwardIssue: { id: from }, outwardIssue: { id: to } });

const panelOf = async (site: Site, issueId: string) => valueOf(await site.call('openPanel', { issueId }, 'user-lead'));

test(
  'more tickets than one read answers, drawn to one statement at once, all become evidence',
  async () => {
    const data = smallSite();
    const bug = data.issues.find(({ id }) => id === ids.bug);
    if (bug === undefined) throw new Error('no bug');
    const tickets = Array.from({ length: 105 }, (_, at) => ({ ...bug, id: String(50_000 + at), key: `LED-${String(100 + at)}` }));
    const site = openSite({ ...data, issues: [...data.issues, ...tickets] });
    await setUp(site);
    const { id } = await writeProblem(site);
    await site.settle();
    for (const ticket of tickets) {
      const { status } = await draw(site, 'Evidence for', ticket.id, id);
      expect(status).toBe(201);
      // Jira takes 20 links on one issue in 2 seconds.
      site.clock.advance(400);
    }
    await site.settle();
    expect(await panelOf(site, id)).toMatchObject({ role: 'statement', strength: { records: 105 } });
  },
  patience(30_000),
);

describe('the cover of a link', () => {
  async function opened() {
    const site = openSite();
    await setUp(site);
    const { id: problemId } = await writeProblem(site);
    valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: problemId, cover: 0.9 }, 'user-lead'));
    await site.settle();
    return { site, problemId };
  }

  const undraw = async (site: Site): Promise<void> => {
    const { body } = await site.rest('GET', `/rest/api/3/issue/${ids.epic}?fields=issuelinks`, 'user-lead');
    const { fields } = body as { readonly fields: { readonly issuelinks: readonly { readonly id: string }[] } };
    for (const { id } of fields.issuelinks) await site.rest('DELETE', `/rest/api/3/issueLink/${id}`, 'user-lead');
  };

  test.each([
    { what: 'by its event', faults: [] },
    { what: 'by the sweep, where the event was lost', faults: [{ match: { target: 'event', path: 'avi:jira:deleted:issuelink' }, fault: 'drop' }] },
  ])('goes with the link that is removed in plain Jira: $what', async ({ faults }) => {
    const { site, problemId } = await opened();
    expect(await panelOf(site, ids.epic)).toMatchObject({ solved: [{ cover: 0.9 }] });
    site.strike(faults);
    await undraw(site);
    await site.forge.elapse(2 * 3_600_000);
    await site.settle();
    await draw(site, 'Solves', ids.epic, problemId);
    await site.settle();
    expect(await panelOf(site, ids.epic)).toMatchObject({ solved: [{ cover: 0.6 }] });
  });

  test('goes with a link that was removed before the index knew it', async () => {
    const site = openSite();
    await setUp(site);
    const { id: problemId } = await writeProblem(site);
    await site.settle();
    valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: problemId, cover: 0.9 }, 'user-lead'));
    await undraw(site);
    await site.settle();
    await draw(site, 'Solves', ids.epic, problemId);
    await site.settle();
    expect(await panelOf(site, ids.epic)).toMatchObject({ solved: [{ cover: 0.6 }] });
  });

  test('stays with a link that is drawn again before the event of its removal came', async () => {
    const { site, problemId } = await opened();
    site.strike([{ match: { target: 'event', path: 'avi:jira:deleted:issuelink' }, fault: 'delay:60000' }]);
    await undraw(site);
    valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: problemId, cover: 0.3 }, 'user-lead'));
    await site.settle();
    expect(await panelOf(site, ids.epic)).toMatchObject({ solved: [{ cover: 0.3 }] });
  });
});

test(
  'a ticket that speaks on more statements than one read answers shows all of them',
  async () => {
    const site = openSite();
    await setUp(site);
    for (let at = 0; at < 105; at += 1) {
      const fields = { project: { id: '10002' }, issuetype: { name: 'Insight' }, summary: `They wait for page ${String(at)}` };
      const { body } = await site.rest('POST', '/rest/api/3/issue', 'user-lead', { fields });
      expect((await draw(site, 'Evidence for', ids.bug, (body as { readonly id: string }).id)).status).toBe(201);
      site.clock.advance(400);
    }
    await site.settle();
    const view = await panelOf(site, ids.bug);
    expect(view.role === 'ticket' ? view.ticket.tags : []).toHaveLength(105);
  },
  patience(30_000),
);
