import type { RankingView } from '../contract/ranking';
import { replay, type RecordedBacklog } from '../domain/decision/recorded-backlog';
import type { RecordedEvidence } from '../domain/decision/evidence-changes';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import { dayOf } from '../domain/index/digest';
import type { Level } from '../domain/score';
import type { DecisionHead } from './decision-ports';
import { openRanking, type RankingPorts } from './open-ranking';
import { speakingOnBacklog } from './open-evidence';

type Needed = RankingPorts;

export interface Decided {
  /** The work that applies it. */
  readonly id: string;
  readonly projectId: ProjectId;
  readonly by: AccountId;
  readonly level: Level;
  readonly wanted: readonly IssueId[];
  readonly overrides: DecisionHead['overrides'];
}

/** Writes an order down with all it follows from, over what the person who applies it may see. Twice is once. */
export async function recordDecision(ports: Needed, { id, projectId, by, level, wanted, overrides }: Decided): Promise<void> {
  const [view, evidence] = await Promise.all([openRanking(ports, { projectId }), recordedEvidence(ports, projectId)]);
  const backlog = recordedBacklog(view, level);
  const applied = new Set(wanted);
  await ports.decisions.record(
    { id, projectId, at: ports.clock.now(), by, places: wanted.length, overrides, takenBackAt: null },
    {
      backlog,
      asOfDay: view.asOfDay,
      places: replay(backlog),
      wanted,
      pins: view.pins.filter(({ issueId }) => applied.has(issueId)),
      evidence: [...evidence.values()],
    },
  );
}

/** A backlog as the page has it, in the shape that is kept. */
export function recordedBacklog({ params, items, problems }: RankingView, level: Level): RecordedBacklog {
  return {
    params: { ...params, level },
    items: items.map(({ id, effort, parent, done, covers }) => ({
      id,
      effort,
      parent,
      doneDay: done === null ? null : dayOf(done),
      serves: covers.flatMap(([position, w]) => {
        const problem = problems[position];
        return problem ? [{ to: problem.id, w }] : [];
      }),
    })),
    problems: problems.map(({ id, value, deviation, support, contradiction }) => ({ id, V: value, sd: deviation, P: support, N: contradiction })),
  };
}

/** Fingerprints of all that speaks on the backlog's problems, by problem: a record may speak on several. */
export async function recordedEvidence(ports: Needed, projectId: ProjectId): Promise<ReadonlyMap<string, RecordedEvidence>> {
  const { sight, problems, speaking } = await speakingOnBacklog(ports, projectId);
  await sight.digests.load(speaking.map(({ id }) => id));
  return new Map(
    problems.map((problem) => {
      const rows = sight.graph.sourcesOf(problem).flatMap(([id]) => [...sight.digests.rowsOf(id)]);
      return [problem.id, { statement: problem.id, records: rows.map(ports.decisions.fingerprint) }];
    }),
  );
}
