import type { ClockPort } from '../actions/ports';
import type { KeptEstimate, OpinionsPort, Round, Standing } from '../actions/opinion-ports';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import { isSameEstimate } from '../domain/opinion/estimate';
import { hashOf } from './hashing';
import { moveHead, readHead } from './heads';
import { getEntities, getEntity, transact, type StoredEntity, type Write } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';

const rounds = shape<Round>('round');
const newestOnes = shape<{ readonly roundId: string }>('newest round');
const estimates = shape<KeptEstimate>('estimate');
const seats = shape<{ readonly by: AccountId }>('seat in a round');

// A write that loses to another one is looked at again: it may have been the same act, or another item of the same person.
const tries = 5;
const roundsLookedAt = 20;
/** A hundred people with thirty items. */
const mostEstimates = 3_000;
const mostPeople = 1_000;

const headKind = 'opinion';
const headKey = (projectId: ProjectId): string => `${headKind}.${projectId}`;
const seatKind = { estimating: (id: string): string => `estimating.${id}`, done: (id: string): string => `estimated.${id}` };
const seatKey = (roundId: string, by: AccountId): string => `estimating.${roundId}.${hashOf(by)}`;
const estimateKey = (roundId: string, by: AccountId, issueId: IssueId): string => hashOf('estimate', roundId, by, issueId);

/** Second opinions: a record per round, who takes part, and a record per round, person and item. */
export function createOpinions(clock: ClockPort): OpinionsPort {
  const newestOf = async (projectId: ProjectId) => {
    const head = await readHead(headKey(projectId), newestOnes);
    const stored = head.content && (await getEntity('round', head.content.roundId));
    return { version: head.version, round: stored && rounds.read(stored.record) };
  };
  const moved = (round: Round, since: number): Write => moveHead(headKind, headKey(round.projectId), since, { roundId: round.id }, newestOnes, clock);
  const seatOf = (roundId: string, by: AccountId) => getEntity('claim', seatKey(roundId, by));
  const seated = (kind: string, by: AccountId): StoredEntity => ({ kind, at: clock.now(), record: seats.pack({ by }) });

  return {
    newest: async (projectId) => (await newestOf(projectId)).round,
    lastClosed: async (projectId) => {
      const found = await ask('round', { index: 'by-project', partition: projectId, order: 'descending', limit: roundsLookedAt });
      return found.map(({ value }) => rounds.read(value.record)).find(({ closedAt }) => closedAt !== null);
    },
    open: (asked) =>
      again(async () => {
        const { version, round } = await newestOf(asked.projectId);
        if (round?.id === asked.id) return 'opened';
        if (round !== undefined && round.closedAt === null) return 'other-is-open';
        const opened: Round = { ...asked, at: clock.now(), closedAt: null, revealedAt: null };
        const write: Write = { entity: 'round', key: opened.id, value: storedAs(opened), when: { absent: 'projectId' } };
        if (await transact([write, moved(opened, version)])) return 'opened';
        // A request that is older than the newest round was answered long ago.
        return (await getEntity('round', asked.id)) === undefined ? undefined : 'opened';
      }),
    setOpen: (projectId, id, isOpen) =>
      again(async () => {
        const { version, round } = await newestOf(projectId);
        if (round?.id !== id) return 'not-newest';
        if ((round.closedAt === null) === isOpen) return 'set';
        const now = clock.now();
        const next: Round = { ...round, closedAt: isOpen ? null : now, revealedAt: round.revealedAt ?? now };
        return (await transact([{ entity: 'round', key: id, value: storedAs(next) }, moved(next, version)])) ? 'set' : undefined;
      }),
    standing: async (roundId, by) => standingIn(roundId, await seatOf(roundId, by)),
    join: async (roundId, by) => {
      const value = seated(seatKind.estimating(roundId), by);
      await transact([{ entity: 'claim', key: seatKey(roundId, by), value, when: { absent: 'kind' } }]);
    },
    finish: async (roundId, by) => {
      const when = { attribute: 'kind', is: seatKind.estimating(roundId) };
      await again(async () => {
        if (await transact([{ entity: 'claim', key: seatKey(roundId, by), value: seated(seatKind.done(roundId), by), when }])) return 'done';
        return standingIn(roundId, await seatOf(roundId, by)) === 'estimating' ? undefined : 'done';
      });
    },
    people: async (roundId) => {
      const asked = [seatKind.estimating(roundId), seatKind.done(roundId)].map((kind) =>
        ask('claim', { index: 'by-kind', partition: kind, order: 'ascending', limit: mostPeople }),
      );
      const [estimating = [], done = []] = await Promise.all(asked);
      return { joined: estimating.length + done.length, done: done.length };
    },
    put: (roundId, own) =>
      again(async () => {
        const key = estimateKey(roundId, own.by, own.issueId);
        const [seat, stored] = await Promise.all([seatOf(roundId, own.by), getEntity('estimate', key)]);
        if (seat === undefined || standingIn(roundId, seat) !== 'estimating') return 'not-estimating';
        const before = stored && estimates.read(stored.record).estimate;
        if (before && isSameEstimate(before, own.estimate)) return 'put';
        if (before && own.estimate.kind !== 'passed') return 'other-is-in';
        const value = { roundId, at: clock.now(), record: estimates.pack(own) };
        const written = await transact([
          { entity: 'estimate', key, value, ...(before === undefined && { when: { absent: 'roundId' } }) },
          // The person is estimating at this very moment: whoever has just ended it in another tab has seen the scores.
          { entity: 'claim', key: seatKey(roundId, own.by), value: seat, when: { attribute: 'kind', is: seatKind.estimating(roundId) } },
        ]);
        return written ? 'put' : undefined;
      }),
    own: async ({ id, items }, by) => {
      const found = await getEntities(
        'estimate',
        items.map((issueId) => estimateKey(id, by, issueId)),
      );
      return new Map([...found.values()].map(({ record }) => estimates.read(record)).map(({ issueId, estimate }) => [issueId, estimate]));
    },
    all: async (roundId) => {
      const found = await ask('estimate', { index: 'by-round', partition: roundId, order: 'ascending', limit: mostEstimates });
      return found.map(({ value }) => estimates.read(value.record));
    },
  };
}

function standingIn(roundId: string, seat: StoredEntity | undefined): Standing {
  if (seat === undefined) return 'out';
  return seat['kind'] === seatKind.done(roundId) ? 'done' : 'estimating';
}

const storedAs = (round: Round): StoredEntity => ({ projectId: round.projectId, at: round.at, record: rounds.pack(round) });

async function again<Outcome>(act: () => Promise<Outcome | undefined>): Promise<Outcome> {
  for (let tried = 0; tried < tries; tried += 1) {
    const outcome = await act();
    if (outcome !== undefined) return outcome;
  }
  throw new Error('A write of a second opinion lost to others every time.');
}
