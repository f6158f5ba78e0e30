import { customersToBeSure, type Voices } from '../../../../src/domain/score/surer';
import type { Order } from '../rank/order';
import type { Explained } from './evidence-of-two';

/** Who has spoken on a problem with what mass, read back from what each record counts. */
export function voicesOf({ explanation }: Explained, problemId: string): Voices {
  const explained = explanation.problems.find(({ statement }) => statement.id === problemId);
  if (!explained) return { supporters: [], opponents: [] };
  const [supporters, opponents] = [new Map<string, number>(), new Map<string, number>()];
  for (const { key, counts } of explained.contributions) {
    const side = counts < 0 ? opponents : supporters;
    side.set(key, (side.get(key) ?? 0) + Math.abs(counts));
  }
  // A contradiction counts by how far the problem is believed: V = P · P / (P + N).
  const support = explained.startingValue + [...supporters.values()].reduce((sum, mass) => sum + mass, 0);
  const believed = support > 0 ? explained.value / support : 1;
  const list = (side: ReadonlyMap<string, number>, factor: number) => [...side].map(([key, mass]) => ({ key, mass: mass / factor }));
  return { supporters: list(supporters, 1), opponents: believed > 0 ? list(opponents, believed) : [] };
}

/** How sure it must be that one comes first, before it is more than a tie. */
export const sure = 0.8;
const most = 200;

export interface SureWay {
  readonly problemId: string;
  readonly customers: number;
}

/** The fewest new customers on one problem with whom `item` comes before `other` in 80 of 100 draws. */
export function sureWay(item: Explained, other: Explained, { values, params }: Order): SureWay | undefined {
  const ways = item.placed.standing.cover.flatMap(({ problem: problemId }): SureWay[] => {
    const pair = { item: item.placed.standing, other: other.placed.standing };
    const customers = customersToBeSure(pair, { problem: problemId, voices: voicesOf(item, problemId) }, values, params, { sure, most });
    return customers === undefined ? [] : [{ problemId, customers }];
  });
  return ways.sort((a, b) => a.customers - b.customers)[0];
}
