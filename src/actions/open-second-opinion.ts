import type { Input, Output } from '../contract';
import type { RankingView } from '../contract/ranking';
import type { OwnItem, RevealedOpinion, SecondOpinionView } from '../contract/second-opinion';
import type { AccountId, IssueId } from '../domain/ids';
import { estimated } from '../domain/opinion/estimate';
import { ownOrder } from '../domain/opinion/own-order';
import { teamEstimates } from '../domain/opinion/team';
import { standingScores } from '../domain/decision/recorded-backlog';
import { openRanking } from './open-ranking';
import type { Round } from './opinion-ports';
import type { Caller, Ports } from './ports';
import { recordedBacklog } from './recording-decisions';

type Needed = Parameters<typeof openRanking>[0] & Pick<Ports, 'opinions'>;

/** A person's own part of a round, or what the team said; over what this person may browse. */
export async function openSecondOpinion(ports: Needed, { projectId }: Input<'openSecondOpinion'>, { accountId }: Caller): Promise<Output<'openSecondOpinion'>> {
  const [round, mayLead, view] = await Promise.all([
    ports.opinions.newest(projectId),
    ports.permissions.hasProject(projectId, 'schedule-issues'),
    openRanking(ports, { projectId }),
  ]);
  const standing = round ? await ports.opinions.standing(round.id, accountId) : 'out';
  const isBlind = standing === 'estimating';
  const [heading, own, revealed] = await Promise.all([
    round ? headingOf(ports, round, view) : null,
    round && isBlind ? ownItems(ports, round, view, accountId) : [],
    isBlind ? null : resultOf(ports, round && (standing === 'done' || round.closedAt !== null) ? round : await ports.opinions.lastClosed(projectId), view),
  ]);
  return { effortUnit: view.effortUnit, mayLead, round: heading, standing, own, revealed };
}

async function headingOf({ opinions }: Needed, round: Round, view: RankingView): Promise<NonNullable<SecondOpinionView['round']>> {
  const { joined, done } = await opinions.people(round.id);
  const { id, at, closedAt, revealedAt } = round;
  return { id, openedAt: at, closedAt, wasRevealed: revealedAt !== null, items: openItems(round, view).length, joined, done };
}

/** What a person may still build and see; who finished an item in Jira asks nobody any more what it is worth. */
const openItems = ({ items }: Round, view: RankingView): RankingView['items'] => {
  const asked = new Set<IssueId>(items);
  return view.items.filter(({ id, done }) => done === null && asked.has(id));
};

async function ownItems({ opinions }: Needed, round: Round, view: RankingView, accountId: AccountId): Promise<OwnItem[]> {
  const estimates = await opinions.own(round, accountId);
  const items = new Map(openItems(round, view).map((item) => [item.id, item]));
  const scores = standingScores(recordedBacklog(view, 'all'));
  return ownOrder([...items.keys()], `${round.id} ${accountId}`).flatMap((id): OwnItem[] => {
    const item = items.get(id);
    const estimate = estimates.get(id) ?? null;
    return item ? [{ ...namedItem(item, view), estimate, score: estimate === null ? null : (scores.get(id) ?? null) }] : [];
  });
}

async function resultOf({ opinions }: Needed, round: Round | undefined, view: RankingView): Promise<RevealedOpinion | null> {
  if (!round) return null;
  const items = openItems(round, view);
  const shown = new Set(items.map(({ id }) => id));
  const scores = standingScores(recordedBacklog(view, 'all'));
  // First what this person may see, then the middle: an item that is hidden from one moves no number of theirs.
  const estimates = (await opinions.all(round.id)).flatMap(({ by, issueId, estimate }) => {
    const value = estimated(estimate);
    return value !== undefined && shown.has(issueId) ? [{ by, itemId: issueId, value }] : [];
  });
  const team = teamEstimates(estimates, scores);
  return {
    openedAt: round.at,
    closedAt: round.closedAt,
    people: new Set(estimates.map(({ by }) => by)).size,
    items: items.map((item) => ({ ...namedItem(item, view), score: scores.get(item.id) ?? null, team: team.get(item.id) ?? null })),
  };
}

function namedItem({ id, key, summary, type }: RankingView['items'][number], view: RankingView) {
  const { name, level } = view.types[type] ?? { name: '', level: 0 };
  return { id, key, summary, type: { name, level } };
}
