import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patience, runs } from '../runs';
import { openSite, say, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

const project = { projectId: '10001' };
const decisionId = 'request-apply-1';

/** Two epics, each with a problem; the second problem is said by more customers. The lead has applied the order. */
async function decided(): Promise<{ readonly site: Site; readonly problems: readonly [string, string] }> {
  const site = openSite();
  await setUp(site);
  const { id: first } = await writeProblem(site);
  const { id: second } = await writeProblem(site, 'request-problem-2', "Finance analysts can't see why an export stopped");
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: first }, 'user-pm'));
  valueOf(await site.call('linkProblem', { issueId: ids.bareEpic, statementId: second }, 'user-pm'));
  await say(site, ids.bug, first, 'Acme');
  await say(site, ids.bug, second, 'Bolt');
  await say(site, ids.otherBug, second, 'Core');
  await site.settle();
  const order = { ...project, wanted: [ids.bareEpic, ids.epic], current: [ids.epic, ids.bareEpic], scope: null, withSprints: false, choices: [], theirs: [] };
  const overrides = [{ issueId: ids.epic, blocker: null, reason: 'Contract signed for July' }];
  valueOf(await site.call('startApply', { ...order, requestId: decisionId, level: 'top', overrides }, 'user-lead'));
  return { site, problems: [first, second] };
}

const opened = async (site: Site, as = 'user-pm') => valueOf(await site.call('openDecision', { ...project, decisionId }, as));

describe('a decision', () => {
  test('is written by applying, and replays to the very order it was made of', async () => {
    const { site } = await decided();
    const decision = await opened(site);
    expect(decision).toMatchObject({ by: 'user-lead', places: 2, overrides: 1, isReplayed: true, isPartial: false });
    expect(decision.order).toMatchObject([
      { id: ids.bareEpic, place: 1, evidencePlace: 1, placeNow: 1, reason: null },
      { id: ids.epic, place: 2, evidencePlace: 2, placeNow: 2, reason: 'Contract signed for July' },
    ]);
    expect(decision.problems.map(({ recorded, changed, gone, added }) => [recorded, changed, gone, added])).toEqual([
      [1, 0, 0, 0],
      [2, 0, 0, 0],
    ]);
  });

  test('shows what was changed, taken back and added since', async () => {
    const { site, problems } = await decided();
    const said = {
      issueId: ids.bug,
      statementId: problems[1],
      stance: 'for',
      quote: 'It stops, says Bolt',
      severity: 'minor',
      customer: { name: 'Bolt' },
    } as const;
    valueOf(await site.call('tagEvidence', said, 'user-pm'));
    await say(site, ids.otherBug, problems[0], 'Dock');
    await site.settle();
    const [first, second] = (await opened(site)).problems;
    expect(first).toMatchObject({ recorded: 1, changed: 0, gone: 0, added: 1 });
    expect(second).toMatchObject({ recorded: 2, changed: 1, gone: 0, added: 0 });
  });

  test('is told apart from another one: places, values and settings that are not the same', async () => {
    const { site, problems } = await decided();
    await say(site, ids.otherBug, problems[0], 'Dock');
    await site.settle();
    site.clock.advance(86_400_000);
    const order = { ...project, wanted: [ids.epic], current: [ids.bareEpic, ids.epic], scope: null, withSprints: false, choices: [], theirs: [] };
    valueOf(await site.call('startApply', { ...order, requestId: 'request-apply-2', level: 'all', overrides: [] }, 'user-lead'));
    const pair = { ...project, decisionId: 'request-apply-2', otherId: decisionId };
    const difference = valueOf(await site.call('compareDecisions', pair, 'user-pm'));
    expect(difference.items).toMatchObject([
      { key: 'LED-1', then: 2, now: 1 },
      { key: 'LED-5', then: 1, now: null },
    ]);
    expect(difference.problems.map(({ then, now }) => (now ?? 0) > (then ?? 0))).toContain(true);
    expect(difference.params).toContainEqual({ name: 'level', then: 'top', now: 'all' });
    expect(difference.laterAt - difference.earlierAt).toBeGreaterThanOrEqual(86_400);
  });

  test('says after the fix whether those who reported the problem stopped', async () => {
    const { site, problems } = await decided();
    expect((await opened(site)).checks).toEqual([]);
    await site.rest('POST', `/rest/api/3/issue/${ids.bareEpic}/transitions`, 'user-engineer', { transition: { id: '21' } });
    await site.settle();
    const [check] = (await opened(site)).checks;
    expect(check).toMatchObject({ key: 'LED-5', before: 2, again: 0, others: 0 });
    expect(problems).toHaveLength(2);
  });

  test('stands no more once somebody has undone it, and stays to be read', async () => {
    const { site } = await decided();
    const appliedAt = async () => valueOf(await site.call('openRanking', project, 'user-pm')).appliedAt;
    const { at } = await opened(site);
    expect([await appliedAt(), (await opened(site)).takenBackAt]).toEqual([at, null]);
    site.clock.advance(60_000);
    for (let times = 0; times < 2; times += 1) valueOf(await site.call('undoWork', { workId: decisionId }, 'user-lead'));
    expect([await appliedAt(), (await opened(site)).takenBackAt]).toEqual([null, at + 60]);
    expect(valueOf(await site.call('listDecisions', project, 'user-pm')).decisions).toMatchObject([{ id: decisionId, places: 2, takenBackAt: at + 60 }]);
  });

  test('keeps who would have decided otherwise, one word of each person', async () => {
    const { site } = await decided();
    for (const words of ['Not now', 'Exports come first']) valueOf(await site.call('disagree', { ...project, decisionId, words }, 'user-engineer'));
    expect((await opened(site)).dissent).toMatchObject([{ by: 'user-engineer', words: 'Exports come first' }]);
  });

  test('shows nothing of a problem that the reader may not browse', async () => {
    const { site, problems } = await decided();
    const before = JSON.stringify(await opened(site, 'user-viewer'));
    expect(before).toContain(problems[1]);
    await site.rest('DELETE', `/rest/api/3/issue/${problems[1]}`, 'user-admin');
    await site.settle();
    const after = await opened(site, 'user-viewer');
    expect(after.isPartial).toBe(true);
    expect(JSON.stringify(after)).not.toContain(problems[1]);
    expect(after.isReplayed).toBe(true);
  });
});

const edit = fc.oneof(
  fc.record({
    do: fc.constant('say' as const),
    on: fc.constantFrom(0, 1),
    ticket: fc.constantFrom(ids.bug, ids.otherBug),
    name: fc.constantFrom('Acme', 'Dock', 'Echo'),
  }),
  fc.record({ do: fc.constantFrom('close' as const, 'rename' as const, 'unlink' as const), on: fc.constantFrom(0, 1) }),
);

test(
  'whatever is edited later, the record alone gives the order that was decided',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const { site, problems } = await decided();
        const before = (await opened(site)).order.map(({ id, place, score, band }) => [id, place, score, band]);
        for (const one of edits) {
          const problem = problems[one.on === 0 ? 0 : 1];
          if (one.do === 'say') await say(site, one.ticket, problem, one.name);
          else if (one.do === 'close') await site.rest('POST', `/rest/api/3/issue/${problem}/transitions`, 'user-pm', { transition: { id: '21' } });
          else if (one.do === 'rename') await site.rest('PUT', `/rest/api/3/issue/${problem}`, 'user-pm', { fields: { summary: 'Said otherwise' } });
          else await site.call('unlinkProblem', { issueId: one.on === 0 ? ids.epic : ids.bareEpic, statementId: problem }, 'user-pm');
          await site.settle();
        }
        const after = await opened(site);
        expect(after.isReplayed).toBe(true);
        expect(after.order.map(({ id, place, score, band }) => [id, place, score, band])).toEqual(before);
      }),
      runs(8, 2_000),
    ),
  patience(3_600_000),
);
