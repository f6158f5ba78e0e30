import { describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/contract';
import { openSite, say, setUp, valueOf, withoutTrace, writeProblem, type Site } from './site';
import { ids } from './small-site';

const project = { projectId: '10001' };
const roundId = 'request-round-1';
const round = { ...project, roundId };
const parts = (reach: number) => ({ kind: 'parts', reach, impact: 3, effort: 2 }) as const;

interface Asked {
  readonly site: Site;
  /** What the two epics solve. */
  readonly problems: readonly [string, string];
}

/** Two epics, each with a problem that somebody reported; the lead asks for a second opinion on both. */
async function asked(): Promise<Asked> {
  const site = openSite();
  await setUp(site);
  const { id: first } = await writeProblem(site);
  const { id: second } = await writeProblem(site, 'request-problem-2', "Finance analysts can't see why an export stopped");
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: first }, 'user-pm'));
  valueOf(await site.call('linkProblem', { issueId: ids.bareEpic, statementId: second }, 'user-pm'));
  await say(site, ids.bug, first, 'Acme');
  await say(site, ids.bug, second, 'Bolt');
  await site.settle();
  valueOf(await site.call('askSecondOpinion', { ...project, requestId: roundId, items: [ids.epic, ids.bareEpic] }, 'user-lead'));
  return { site, problems: [first, second] };
}

const open = async (site: Site, as: string) => valueOf(await site.call('openSecondOpinion', project, as));
const join = async (site: Site, as: string) => valueOf(await site.call('joinSecondOpinion', round, as));
const finish = async (site: Site, as: string) => valueOf(await site.call('finishEstimating', round, as));
const put = (site: Site, issueId: string, estimate: Sent<'putEstimate'>['estimate'], as: string) =>
  site.call('putEstimate', { ...round, issueId, estimate }, as);
const estimateAll = async (site: Site, as: string, first: number, second: number) => {
  await join(site, as);
  valueOf(await put(site, ids.epic, parts(first), as));
  valueOf(await put(site, ids.bareEpic, parts(second), as));
  await finish(site, as);
};

/** What the functions answer, to the byte, but for the clock. */
const bytes = async (site: Site, operation: 'openSecondOpinion' | 'openRanking', as: string): Promise<string> =>
  JSON.stringify(valueOf(await site.call(operation, project, as))).replace(/"now":\d+/, '');

const recordsOf = (site: Site, entity: string): number =>
  Object.keys((site.forge.kvs.snapshot() as { entities: Record<string, object> }).entities[entity] ?? {}).length;

describe('somebody who estimates', () => {
  test('gets not one byte that depends on evidence, whatever happens to it', async () => {
    const { site, problems } = await asked();
    await join(site, 'user-engineer');
    const before = [await bytes(site, 'openSecondOpinion', 'user-engineer'), await bytes(site, 'openRanking', 'user-engineer')];
    const outside = await bytes(site, 'openRanking', 'user-viewer');
    await say(site, ids.otherBug, problems[0], 'Core');
    await say(site, ids.otherBug, problems[1], 'Dock');
    await say(site, ids.bug, problems[1], 'Echo');
    await site.settle();
    expect([await bytes(site, 'openSecondOpinion', 'user-engineer'), await bytes(site, 'openRanking', 'user-engineer')]).toEqual(before);
    // The same change is one for somebody who is not estimating.
    expect(await bytes(site, 'openRanking', 'user-viewer')).not.toBe(outside);
    expect(before[1]).not.toContain(problems[0]);
  });

  test('sees an item’s score once the estimate is in, and nothing of the others', async () => {
    const { site, problems } = await asked();
    await join(site, 'user-engineer');
    expect((await open(site, 'user-engineer')).own.map(({ score }) => score)).toEqual([null, null]);
    valueOf(await put(site, ids.epic, parts(7), 'user-engineer'));
    const { own, standing } = await open(site, 'user-engineer');
    expect(standing).toBe('estimating');
    expect(own.find(({ id }) => id === ids.epic)).toMatchObject({ estimate: parts(7) });
    expect(own.find(({ id }) => id === ids.epic)?.score).toBeGreaterThan(0);
    expect(own.find(({ id }) => id === ids.bareEpic)).toMatchObject({ estimate: null, score: null });
    const before = await bytes(site, 'openSecondOpinion', 'user-engineer');
    await say(site, ids.otherBug, problems[1], 'Core');
    await site.settle();
    expect(await bytes(site, 'openSecondOpinion', 'user-engineer')).toBe(before);
  });

  test('is refused every other way to the numbers', async () => {
    const { site } = await asked();
    await join(site, 'user-engineer');
    expect(valueOf(await site.call('openRanking', project, 'user-engineer'))).toMatchObject({ state: 'estimating', items: [], problems: [], updatedAt: 0 });
    for (const reply of [
      await site.call('explainItem', { ...project, issueId: ids.epic }, 'user-engineer'),
      await site.call('openEvidence', { ...project, after: null }, 'user-engineer'),
      await site.call('openDecision', { ...project, decisionId: 'request-decided-1' }, 'user-engineer'),
    ])
      expect(reply).toMatchObject({ ok: false, code: 'conflict' });
    expect(valueOf(await site.call('openPanel', { issueId: ids.epic }, 'user-engineer'))).toMatchObject({ role: 'item', place: null });
    await finish(site, 'user-engineer');
    expect(valueOf(await site.call('openRanking', project, 'user-engineer'))).toMatchObject({ state: 'ready' });
    expect(valueOf(await site.call('openPanel', { issueId: ids.epic }, 'user-engineer'))).not.toMatchObject({ place: null });
  });

  test('puts in once, however often the call is repeated, and changes nothing after the score was seen', async () => {
    const { site } = await asked();
    await join(site, 'user-engineer');
    for (let time = 0; time < 3; time += 1) valueOf(await put(site, ids.epic, parts(7), 'user-engineer'));
    expect(recordsOf(site, 'estimate')).toBe(1);
    expect(await put(site, ids.epic, parts(8), 'user-engineer')).toMatchObject({ ok: false, code: 'conflict' });
    // A slip of the finger can be taken back; it counts as passed from then on.
    valueOf(await put(site, ids.epic, { kind: 'passed' }, 'user-engineer'));
    expect(await put(site, ids.epic, parts(7), 'user-engineer')).toMatchObject({ ok: false, code: 'conflict' });
    expect(recordsOf(site, 'estimate')).toBe(1);
    expect((await open(site, 'user-engineer')).own.find(({ id }) => id === ids.epic)?.estimate).toEqual({ kind: 'passed' });
  });

  test('who stops puts nothing in later, and neither does who never joined', async () => {
    const { site } = await asked();
    expect(await put(site, ids.epic, parts(7), 'user-engineer')).toMatchObject({ ok: false, code: 'conflict' });
    await join(site, 'user-engineer');
    await finish(site, 'user-engineer');
    await join(site, 'user-engineer');
    expect(await put(site, ids.epic, parts(7), 'user-engineer')).toMatchObject({ ok: false, code: 'conflict' });
    expect(recordsOf(site, 'estimate')).toBe(0);
  });

  test('stays blind when the round is closed, until asking for the result', async () => {
    const { site } = await asked();
    await join(site, 'user-engineer');
    valueOf(await site.call('closeSecondOpinion', { ...round, isOpen: false }, 'user-lead'));
    expect(await open(site, 'user-engineer')).toMatchObject({ standing: 'estimating', revealed: null });
    expect(await put(site, ids.epic, parts(7), 'user-engineer')).toMatchObject({ ok: false, code: 'conflict' });
    valueOf(await site.call('closeSecondOpinion', { ...round, isOpen: true }, 'user-lead'));
    // Reopened: who was blind all the time goes on, and who could have looked does not join.
    valueOf(await put(site, ids.epic, parts(7), 'user-engineer'));
    expect(await site.call('joinSecondOpinion', round, 'user-pm')).toMatchObject({ ok: false, code: 'conflict' });
  });
});

describe('a round', () => {
  test('loses nothing when two people and two windows put in at once', async () => {
    const { site } = await asked();
    await Promise.all(['user-engineer', 'user-pm', 'user-viewer'].map((as) => join(site, as)));
    const people = ['user-engineer', 'user-pm', 'user-viewer'];
    const all = people.flatMap((as, at) => [ids.epic, ids.bareEpic].flatMap((id) => [put(site, id, parts(at + 1), as), put(site, id, parts(at + 1), as)]));
    for (const reply of await Promise.all(all)) valueOf(reply);
    expect(recordsOf(site, 'estimate')).toBe(6);
    await Promise.all(people.map((as) => finish(site, as)));
    const { round: shown, revealed } = await open(site, 'user-pm');
    expect(shown).toMatchObject({ joined: 3, done: 3, items: 2 });
    expect(revealed?.items.map(({ team }) => team?.people)).toEqual([3, 3]);
  });

  test('shows the team’s middle and spread on the scale of the scores, to whoever is done, with nobody’s name', async () => {
    const { site } = await asked();
    await join(site, 'user-viewer');
    await estimateAll(site, 'user-engineer', 2, 8);
    expect((await open(site, 'user-viewer')).revealed).toBeNull();
    expect((await open(site, 'user-lead')).revealed).toBeNull();
    // Ten times as much of everything is another unit, not another opinion.
    await estimateAll(site, 'user-pm', 20, 80);
    const shown = await open(site, 'user-pm');
    expect(shown.revealed).toMatchObject({ people: 2, closedAt: null });
    const [first, second] = shown.revealed?.items ?? [];
    expect(first?.score).toBeCloseTo(second?.score ?? 0, 9);
    expect(first?.team?.middle).toBeCloseTo((first?.score ?? 0) * 0.4, 9);
    expect(second?.team?.middle).toBeCloseTo((second?.score ?? 0) * 1.6, 9);
    expect(first?.team?.low).toBeCloseTo(first?.team?.high ?? 0, 9);
    expect(JSON.stringify(shown)).not.toMatch(/user-/);
    valueOf(await site.call('closeSecondOpinion', { ...round, isOpen: false }, 'user-lead'));
    expect((await open(site, 'user-lead')).revealed?.people).toBe(2);
  });

  test('changes no score and no order', async () => {
    const { site } = await asked();
    const before = await bytes(site, 'openRanking', 'user-lead');
    await estimateAll(site, 'user-engineer', 900, 1);
    valueOf(await site.call('closeSecondOpinion', { ...round, isOpen: false }, 'user-lead'));
    await site.settle();
    expect(await bytes(site, 'openRanking', 'user-lead')).toBe(before);
  });

  test('is one, although two leads ask at once; another one needs the first to be closed', async () => {
    const { site } = await asked();
    valueOf(await site.call('askSecondOpinion', { ...project, requestId: roundId, items: [ids.epic] }, 'user-lead'));
    const other = { ...project, requestId: 'request-round-2', items: [ids.epic] };
    expect(await site.call('askSecondOpinion', other, 'user-lead')).toMatchObject({ ok: false, code: 'conflict' });
    valueOf(await site.call('closeSecondOpinion', { ...round, isOpen: false }, 'user-lead'));
    const replies = await Promise.all(
      ['request-round-2', 'request-round-3'].map((requestId) => site.call('askSecondOpinion', { ...other, requestId }, 'user-lead')),
    );
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await open(site, 'user-lead')).round).toMatchObject({ items: 1, joined: 0 });
    expect(await site.call('closeSecondOpinion', { ...round, isOpen: true }, 'user-lead')).toMatchObject({ ok: false, code: 'conflict' });
  });

  test('asks about nothing that the lead can’t see, in the words of what does not exist', async () => {
    const { site } = await asked();
    valueOf(await site.call('closeSecondOpinion', { ...round, isOpen: false }, 'user-lead'));
    const of = (id: string) => site.call('askSecondOpinion', { ...project, requestId: 'request-round-2', items: [id] }, 'user-lead');
    expect(withoutTrace(await of(ids.hidden))).toBe(withoutTrace(await of(ids.missing)));
    expect(await of(ids.hidden)).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('is in the export, estimates and seats with it', async () => {
    const { site } = await asked();
    await estimateAll(site, 'user-engineer', 2, 8);
    const kinds: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page: { readonly records: readonly { readonly entity: string; readonly value: { readonly kind?: unknown } }[]; readonly next: string | null } =
        valueOf(await site.call('exportData', { after }, 'user-admin'));
      kinds.push(...page.records.map(({ entity, value }) => (typeof value.kind === 'string' ? `${entity} ${value.kind}` : entity)));
      after = page.next;
    }
    expect(kinds).toEqual(expect.arrayContaining(['round', 'estimate', `claim estimated.${roundId}`, 'head opinion']));
    expect(kinds.filter((kind) => kind === 'estimate')).toHaveLength(2);
  });
});
