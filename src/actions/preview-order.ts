import type { Input, Output } from '../contract';
import { planOrder, type PlannedOrder } from './planning-order';
import type { Ports } from './ports';

export async function previewOrder(ports: Pick<Ports, 'rank'>, input: Input<'previewOrder'>): Promise<Output<'previewOrder'>> {
  const planned = await planOrder(ports, input);
  const { moves, left, crossed, kept, issues } = planned;
  const named = ({ item, blocker }: (typeof crossed)[number]) => ({ id: item, key: issues.get(item)?.key ?? '', blocker: issues.get(blocker)?.key ?? '' });
  return {
    moves: movesIn(planned),
    calls: moves.length,
    left,
    crossed: crossed.map(named),
    kept: kept.map(named),
  };
}

function movesIn({ current, target, moves }: PlannedOrder): Output<'previewOrder'>['moves'] {
  const [from, to] = [current, target].map((order) => new Map(order.map((id, at) => [id, at + 1])));
  return moves.flatMap(({ issues }) => issues.map((id) => ({ id, from: from?.get(id) ?? 0, to: to?.get(id) ?? 0 })));
}
