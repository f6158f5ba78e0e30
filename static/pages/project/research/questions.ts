import type { ProblemView, RankingView } from '../../../../src/contract/ranking';
import { firstPicksKnowing, valueOfInformation } from '../../../../src/domain/score/value-of-information';
import type { Drawn } from '../rank/drawn';
import { duelBetween, questionAbout, type DecidingQuestion } from '../rank/flips';
import type { Order, PlacedItem } from '../rank/order';

/** A problem that it is worth asking about, and what the answer could change. */
export interface OpenQuestion {
  readonly problem: ProblemView;
  /** In value per effort of what is built first. */
  readonly worth: number;
  /** What would be built first instead, and in how many of 100 draws of this problem. */
  readonly challenger: PlacedItem | undefined;
  readonly instead: number;
  /** The fewest customers that decide it; undefined: no number does. */
  readonly cheapest: { readonly question: DecidingQuestion; readonly lower: PlacedItem; readonly upper: PlacedItem; readonly draws: number } | undefined;
}

/** What shows in two decimals; below, no research changes the first pick that anybody would notice. */
const noticeable = 0.005;

export interface Research {
  /** Most worth asking first. */
  readonly open: readonly OpenQuestion[];
  /** Problems on which no research changes the first pick. */
  readonly settled: readonly ProblemView[];
}

/** The problems of the list by what knowing them for sure is worth to the first pick; scoring.md section 7. */
export function researchFor(view: RankingView, order: Order, drawn: Drawn): Research {
  const problems = new Map(view.problems.map((own) => [own.id as string, own]));
  const open: OpenQuestion[] = [];
  const settled: ProblemView[] = [];
  for (const [id, worth] of valueOfInformation(drawn.draws)) {
    const problem = problems.get(id);
    if (!problem) continue;
    if (worth < noticeable) settled.push(problem);
    else open.push(openQuestion(problem, worth, order, drawn));
  }
  return { open, settled };
}

function openQuestion(problem: ProblemView, worth: number, order: Order, { draws }: Drawn): OpenQuestion {
  // Nothing is above it, so its place in the build order is that of its standing score.
  const [first] = order.placed;
  const [challengerId, share] = [...firstPicksKnowing(draws, problem.id)].find(([id]) => id !== first?.item.id) ?? ['', 0];
  const challenger = order.placed.find(({ item }) => item.id === challengerId);
  const question = first && challenger ? questionAbout(problem, challenger, first, order) : undefined;
  const cheapest =
    first && challenger && question && question.need > 0
      ? { question, lower: challenger, upper: first, draws: Math.round(duelBetween(first, challenger, order).before * 100) }
      : undefined;
  return { problem, worth, challenger, instead: Math.round(share * 100), cheapest };
}
