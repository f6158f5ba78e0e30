import type { Input, Output } from '../contract';
import type { DecidedPlaceView, DecisionView } from '../contract/decisions';
import type { ItemView, RankingView } from '../contract/ranking';
import type { IssueId } from '../domain/ids';
import { afterTheFix } from '../domain/decision/after-the-fix';
import { changesOf } from '../domain/decision/evidence-changes';
import { replay } from '../domain/decision/recorded-backlog';
import { dayOf } from '../domain/index/digest';
import type { DecisionBody, DecisionHead } from './decision-ports';
import { headView } from './list-decisions';
import { speakingOnBacklog } from './open-evidence';
import { openRanking, type RankingPorts } from './open-ranking';
import { notFound } from './outcome';
import { recordedBacklog, recordedEvidence } from './recording-decisions';

type Needed = RankingPorts;

/** Replays a decision from its record and holds it against today, both as far as the person may see. */
export async function openDecision(ports: Needed, { projectId, decisionId }: Input<'openDecision'>): Promise<Output<'openDecision'>> {
  const [kept, view, dissent] = await Promise.all([
    ports.decisions.read(projectId, decisionId),
    openRanking(ports, { projectId }),
    ports.decisions.dissentOn(decisionId),
  ]);
  if (!kept) throw notFound();
  const { head, body } = kept;
  const replayed = replay(body.backlog);
  const order = orderOf(head, body, view);
  const problems = await problemsOf(ports, body, view);
  return {
    ...headView(head),
    order,
    unseen: { items: body.wanted.length - order.length, problems: body.backlog.problems.length - problems.length },
    isReplayed: JSON.stringify(replayed) === JSON.stringify(body.places),
    problems,
    checks: await checksOf(ports, body, view),
    dissent: dissent.map(({ by, at, words }) => ({ by, at, words })),
  };
}

function orderOf({ overrides }: DecisionHead, { places, wanted, pins, backlog }: DecisionBody, view: RankingView): DecidedPlaceView[] {
  const items = new Map(view.items.map((item) => [item.id, item]));
  const then = placesById(places);
  const now = placesById(replay(recordedBacklog(view, backlog.params.level)));
  const decided = new Map(places.map((place) => [place.id, place]));
  const reasons = new Map(overrides.flatMap(({ issueId, blocker, reason }) => (blocker === null ? [[issueId, reason] as const] : [])));
  const pinned = new Map(pins.map((pin) => [pin.issueId, pin]));
  const crossedBy = (id: IssueId) =>
    overrides.flatMap(({ issueId, blocker, reason }) => (blocker !== null && issueId === id ? [{ blocker: items.get(blocker)?.key ?? null, reason }] : []));
  return wanted.flatMap((id, at): DecidedPlaceView[] => {
    const item = items.get(id);
    if (!item) return [];
    const { score = null, band = null } = decided.get(id) ?? {};
    const known = { evidencePlace: then.get(id) ?? null, placeNow: now.get(id) ?? null, reason: reasons.get(id) ?? null };
    const stated = { pin: pinned.get(id) ?? null, crossed: crossedBy(id) };
    return [{ id, key: item.key, summary: item.summary, place: at + 1, score, band, ...known, ...stated }];
  });
}

const placesById = (places: readonly { readonly id: string }[]): ReadonlyMap<string, number> => new Map(places.map(({ id }, at) => [id, at + 1]));

async function problemsOf(ports: Needed, { backlog, evidence }: DecisionBody, view: RankingView): Promise<DecisionView['problems']> {
  const now = await recordedEvidence(ports, view.project.id);
  const values = new Map(backlog.problems.map(({ id, V }) => [id, V]));
  const recorded = new Map(evidence.map((own) => [own.statement, own]));
  return view.problems.flatMap(({ id, key, sentence, value }) => {
    const then = recorded.get(id);
    if (!then) return [];
    const changes = changesOf(then, new Map(now.get(id)?.records ?? []));
    return [{ id, key, sentence, value: values.get(id) ?? 0, valueNow: value, ...changes }];
  });
}

/** What was applied and is finished since: did those who reported the problem stop? */
async function checksOf(ports: Needed, { wanted }: DecisionBody, view: RankingView): Promise<DecisionView['checks']> {
  const decided = new Set(wanted);
  const finished = view.items.filter((item): item is ItemView & { readonly done: number } => item.done !== null && decided.has(item.id));
  if (finished.length === 0) return [];
  const { sight } = await speakingOnBacklog(ports, view.project.id);
  const today = dayOf(ports.clock.now());
  const checks: DecisionView['checks'] = [];
  for (const { key, done, covers } of finished) {
    for (const [position] of covers) {
      const problem = view.problems[position];
      const statement = problem && sight.graph.statements.get(problem.id);
      if (!statement) continue;
      const sources = sight.graph.sourcesOf(statement).map(([id]) => id);
      await sight.digests.load(sources);
      const reports = sources.flatMap((id) => [...sight.digests.rowsOf(id)]).filter(([, , , , , , stance]) => stance === 1);
      const seen = afterTheFix(
        reports.map(([, , customer, , , day]) => ({ customer, day })),
        dayOf(done),
        today,
      );
      checks.push({ key, problemKey: problem.key, sentence: problem.sentence, finishedAt: done, ...seen });
    }
  }
  return checks;
}
