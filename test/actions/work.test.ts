import { describe, expect, test } from '@jest/globals';
import { drive, outcomesOf } from './bulk-site';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

const tickets = [ids.bug, ids.otherBug, ids.story];

/** One ticket was tagged before; of the others, one is hidden from the product manager and one is the statement itself. */
async function opened(): Promise<{
  readonly site: Site;
  readonly problemId: string;
  readonly start: (requestId: string, as?: string) => ReturnType<typeof started>;
}> {
  const site = openSite();
  await setUp(site);
  const { id: problemId } = await writeProblem(site);
  valueOf(await site.call('tagEvidence', { ...tagOf(ids.otherBug, problemId), quote: 'Every month.', customer: { name: 'Acme' } }, 'user-pm'));
  await site.settle();
  return { site, problemId, start: (requestId, as = 'user-pm') => started(site, problemId, requestId, as) };
}

const tagOf = (issueId: string, statementId: string) => ({ issueId, statementId, stance: 'for', severity: 'critical', quote: null, customer: null }) as const;

const started = async (site: Site, problemId: string, requestId: string, as: string) =>
  site.call('startBulkTag', { requestId, issueIds: [...tickets, ids.hidden, problemId], statementId: problemId, stance: 'for', severity: null }, as);

/** All that the work may change: what the tickets say, and their links. */
async function stateOf(site: Site): Promise<unknown> {
  const panels = await Promise.all(tickets.map(async (issueId) => valueOf(await site.call('openPanel', { issueId }, 'user-pm'))));
  const links = await Promise.all(tickets.map(async (id) => (await site.rest('GET', `/rest/api/3/issue/${id}?fields=issuelinks`, 'user-pm')).body));
  return {
    tags: panels.map((panel) =>
      'ticket' in panel ? panel.ticket.tags.map(({ raw, text, customer, statement }) => [raw, text, customer?.name, statement.id]) : [],
    ),
    links: links.map((body) => JSON.stringify(body).match(/"(in|out)wardIssue":\{"id":"\d+"/g)),
  };
}

const stepsOf = async (site: Site, workId: string, as = 'user-pm') => outcomesOf(valueOf(await site.call('readWork', { workId }, as)).steps);

describe('work in a person’s name', () => {
  test('does every step that it can, and says of the others why not', async () => {
    const { site, problemId, start } = await opened();
    const work = valueOf(await start('request-bulk'));
    expect(work).toMatchObject({ phase: 'doing', of: 5, done: 0 });
    await drive(site, work.id);
    expect(await stepsOf(site, work.id)).toEqual({
      [ids.bug]: 'done',
      [ids.otherBug]: 'was-done',
      [ids.story]: 'done',
      [ids.hidden]: 'gone',
      [problemId]: 'refused',
    });
  });

  test('the same request is the same work, and another one under its id is refused', async () => {
    const { site, problemId, start } = await opened();
    const [first, second] = await Promise.all([start('request-bulk'), start('request-bulk')]);
    expect(valueOf(second)).toEqual(valueOf(first));
    expect(valueOf(await site.call('openWork', { kind: 'tag' }, 'user-pm')).works).toHaveLength(1);
    const other = await site.call(
      'startBulkTag',
      { requestId: 'request-bulk', issueIds: [ids.bug], statementId: problemId, stance: 'against', severity: null },
      'user-pm',
    );
    expect(other).toMatchObject({ ok: false, code: 'conflict' });
  });

  test('nobody else sees it, drives it or undoes it', async () => {
    const { site, start } = await opened();
    const { id: workId } = valueOf(await start('request-bulk'));
    for (const name of ['readWork', 'driveWork', 'undoWork', 'stopWork'] as const)
      expect(await site.call(name, { workId }, 'user-engineer')).toMatchObject({ ok: false, code: 'not-found' });
    expect(valueOf(await site.call('openWork', { kind: 'tag' }, 'user-engineer')).works).toEqual([]);
  });

  test('two pages at once do each step once', async () => {
    const { site, start } = await opened();
    const { id: workId } = valueOf(await start('request-bulk'));
    await Promise.all([drive(site, workId), drive(site, workId)]);
    expect(Object.values(await stepsOf(site, workId)).sort()).toEqual(['done', 'done', 'gone', 'refused', 'was-done']);
  });

  test('what the person stopped is not gone on with, and can be undone', async () => {
    const { site, start } = await opened();
    const before = await stateOf(site);
    const { id: workId } = valueOf(await start('request-bulk'));
    valueOf(await site.call('stopWork', { workId }, 'user-pm'));
    expect((await drive(site, workId)).at(-1)).toMatchObject({ work: { phase: 'stopped', done: 0 }, steps: [] });
    await drive(site, workId, { way: 'undoWork' });
    expect(await stateOf(site)).toEqual(before);
  });

  test('one undo takes back all of it and nothing else', async () => {
    const { site, problemId, start } = await opened();
    const before = await stateOf(site);
    const { id: workId } = valueOf(await start('request-bulk'));
    await drive(site, workId);
    expect(await stateOf(site)).not.toEqual(before);
    await site.settle();
    const slices = await drive(site, workId, { way: 'undoWork' });
    expect(slices.at(-1)?.work).toMatchObject({ phase: 'undone', done: 5, undone: 5 });
    expect(await stepsOf(site, workId)).toEqual({
      [ids.bug]: 'undone',
      [ids.otherBug]: 'kept',
      [ids.story]: 'undone',
      [ids.hidden]: 'kept',
      [problemId]: 'kept',
    });
    await site.settle();
    expect(await stateOf(site)).toEqual(before);
  });

  test('who may read but not link gets a no for each ticket, and nothing is written', async () => {
    const { site, start } = await opened();
    const before = await stateOf(site);
    const { id: workId } = valueOf(await start('request-bulk', 'user-viewer'));
    await drive(site, workId, { as: 'user-viewer' });
    expect(await stepsOf(site, workId, 'user-viewer')).toMatchObject({ [ids.bug]: 'forbidden', [ids.story]: 'forbidden' });
    expect(await stateOf(site)).toEqual(before);
  });
});

// Every call that leaves the function is a place to die at: before the first one, and after each took effect and nobody knew.
describe.each(['driveWork', 'undoWork'] as const)('killed at any call of %s', (way) => {
  test.each(['jira', 'kvs', 'queue'] as const)(
    'to %s, it ends in the same state',
    async (target) => {
      const { site, start } = await opened();
      const before = await stateOf(site);
      const ends: Readonly<Record<typeof way, unknown>> = { driveWork: await doneStateOf(site, start), undoWork: before };
      let deaths = 0;
      for (let nth = 0, isDead = true; isDead; nth += 1) {
        const { id: workId } = valueOf(await start(`request-${way}-${nth}`));
        if (way === 'undoWork') await drive(site, workId);
        // A run that is on its way is pushed no second time, and one that is lost is missed after a while.
        if (target === 'queue') await site.clock.sleep(180_000).then(() => site.settle());
        site.strike([nth === 0 ? { match: { target, nth: 1 }, fault: 'kill' } : { match: { target, nth }, fault: 'kill:after' }]);
        isDead = await drive(site, workId, { way }).then(
          () => false,
          () => true,
        );
        site.strike([]);
        if (isDead) deaths += 1;
        await drive(site, workId, { way });
        expect(await stateOf(site)).toEqual(ends[way]);
        expect(Object.values(await stepsOf(site, workId)).sort()).toEqual(endOutcomes[way]);
        if (way === 'driveWork') await drive(site, workId, { way: 'undoWork' });
        expect(await stateOf(site)).toEqual(before);
      }
      expect(deaths).toBeGreaterThanOrEqual(target === 'queue' ? 2 : 4);
    },
    60_000,
  );
});

const endOutcomes = { driveWork: ['done', 'done', 'gone', 'refused', 'was-done'], undoWork: ['kept', 'kept', 'kept', 'undone', 'undone'] };

async function doneStateOf(site: Site, start: (requestId: string) => ReturnType<typeof started>): Promise<unknown> {
  const { id } = valueOf(await start('request-undisturbed'));
  await drive(site, id);
  const state = await stateOf(site);
  await drive(site, id, { way: 'undoWork' });
  return state;
}
