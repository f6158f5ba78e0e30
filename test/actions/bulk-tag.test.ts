import { expect, test } from '@jest/globals';
import type { SiteData, SiteIssue } from '../../sandbox/jira/site-data';
import { isProof, patience, tell } from '../runs';
import { drive } from './bulk-site';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { smallSite } from './small-site';

const tickets = isProof ? 1_000 : 200;
/** Nine tickets in ten still fit under Jira's 2,000 links of an issue. */
const linked = 2_000 - 0.9 * tickets;
const closedFor = 3_600_000;
const bugTypeId = '10002';

const bug = (at: number): SiteIssue => ({
  id: String(50_000 + at),
  key: `LED-${1_000 + at}`,
  typeId: bugTypeId,
  summary: `Export ${at} times out`,
  statusId: '1',
  priority: at % 2 === 0 ? 'High' : 'Low',
  created: '2026-02-01T10:00:00.000Z',
  updated: '2026-02-01T10:00:00.000Z',
  reporter: 'user-pm',
});

function crowded(): SiteData {
  const small = smallSite();
  return { ...small, issues: [...small.issues, ...Array.from({ length: linked + tickets }, (_, at) => bug(at))] };
}

/** A statement that many issues are linked to already, by people in plain Jira. */
async function opened(): Promise<{ readonly site: Site; readonly problemId: string; readonly issueIds: string[] }> {
  const site = openSite(crowded());
  await setUp(site);
  const { id: problemId } = await writeProblem(site);
  for (let at = 0; at < linked; at += 1) {
    await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', {
      type: { name: 'Blocks' },
      inwardIssue: { id: String(50_000 + at) },
      outwardIssue: { id: problemId },
    });
  }
  return { site, problemId, issueIds: Array.from({ length: tickets }, (_, at) => String(50_000 + linked + at)) };
}

test(
  `${String(tickets)} issues are tagged under Jira’s walls, with the page closed and opened again on the way`,
  async () => {
    const { site, problemId, issueIds } = await opened();
    const refused = countingRefusals(site);
    site.jira.ledger.reset();
    const started = site.clock.now();
    const start = await site.call(
      'startBulkTag',
      { requestId: 'request-thousand', issueIds, statementId: problemId, stance: 'for', severity: null },
      'user-pm',
    );
    const { id: workId } = valueOf(start);

    await drive(site, workId, { isOpen: ({ work }) => work.done < 0.4 * tickets });
    await site.clock.sleep(closedFor);
    const [found] = valueOf(await site.call('openWork', { kind: 'tag' }, 'user-pm')).works;
    expect(found).toMatchObject({ id: workId, phase: 'doing' });
    const slices = await drive(site, workId);

    expect(slices.at(-1)?.work).toMatchObject({ phase: 'done', done: tickets });
    const { steps } = valueOf(await site.call('readWork', { workId }, 'user-pm'));
    const counted = (outcome: string): number => steps.filter((step) => step.outcome?.outcome === outcome).length;
    // Jira holds 2,000 links on an issue: beyond them the record alone is the evidence.
    expect({ linked: counted('done'), recordOnly: counted('partly') }).toEqual({ linked: 0.9 * tickets, recordOnly: 0.1 * tickets });
    const { points, rows } = site.jira.ledger.read();
    const calls = rows.reduce((sum, row) => sum + row.calls, 0);
    const minutes = (site.clock.now() - started - closedFor) / 60_000;
    tell(
      `Bulk tagging of ${String(tickets)} issues: ${String(points)} points, ${String(calls)} calls of Jira, ${String(slices.length)} slices after re-opening,`,
    );
    tell(`  ${minutes.toFixed(1)} minutes of the site’s clock beside the hour with the page closed; ${String(refused())} refusals.`);
    expect(refused()).toBe(0);
  },
  patience(300_000),
);

test(
  'where others write to the statement, too, the page is told to wait as long as Jira asks',
  async () => {
    const { site, problemId, issueIds } = await opened();
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/issueLink', nth: 3 }, fault: '429:jira-per-issue-on-write' }]);
    const { id: workId } = valueOf(
      await site.call(
        'startBulkTag',
        { requestId: 'request-others', issueIds: issueIds.slice(0, 10), statementId: problemId, stance: 'for', severity: 'minor' },
        'user-pm',
      ),
    );
    const first = valueOf(await site.call('driveWork', { workId }, 'user-pm'));
    expect(first).toMatchObject({ work: { phase: 'doing', done: 2 } });
    expect(first.waitSeconds).toBeGreaterThan(0);
    expect((await drive(site, workId)).at(-1)?.work).toMatchObject({ phase: 'done', done: 10 });
  },
  patience(60_000),
);

test(
  'no call of the page takes five seconds, however slow Jira and storage are',
  async () => {
    const { site, problemId, issueIds } = await opened();
    site.strike([
      { match: { target: 'jira' }, fault: 'latency:600' },
      { match: { target: 'kvs' }, fault: 'latency:60' },
    ]);
    const { id: workId } = valueOf(
      await site.call(
        'startBulkTag',
        { requestId: 'request-slowly', issueIds: issueIds.slice(0, 30), statementId: problemId, stance: 'for', severity: 'minor' },
        'user-pm',
      ),
    );
    for (let phase = 'doing'; phase === 'doing';) {
      const before = site.clock.now();
      const { work } = valueOf(await site.call('driveWork', { workId }, 'user-pm'));
      expect(site.clock.now() - before).toBeLessThan(5_000);
      phase = work.phase;
    }
  },
  patience(60_000),
);

/** How often Jira sent the app away. */
function countingRefusals({ jira }: Site): () => number {
  const handle = jira.handle.bind(jira);
  let refused = 0;
  Object.assign(jira, {
    handle: async (...call: Parameters<typeof handle>) => {
      const answer = await handle(...call);
      if (answer.status === 429) refused += 1;
      return answer;
    },
  });
  return () => refused;
}
