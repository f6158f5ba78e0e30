import type { Input, Output } from '../contract';
import { planOrder, type PlannedOrder } from './planning-order';
import type { Ports } from './ports';

export async function previewOrder(ports: Pick<Ports, 'rank' | 'permissions'>, input: Input<'previewOrder'>): Promise<Output<'previewOrder'>> {
  const planned = await planOrder(ports, input);
  const { moves, left, links, moved, target, issues } = planned;
  const keyOf = (id: (typeof moved)[number]): string => issues.get(id)?.key ?? '';
  return {
    moves: movesIn(planned),
    calls: moves.length,
    after: target.slice(0, input.wanted.length),
    left,
    links: links.map((link) => ({ ...link, itemKey: keyOf(link.item), blockerKey: keyOf(link.blocker) })),
    moved: moved.map((id) => ({ id, key: keyOf(id) })),
  };
}

function movesIn({ current, target, moves }: PlannedOrder): Output<'previewOrder'>['moves'] {
  const [from, to] = [current, target].map((order) => new Map(order.map((id, at) => [id, at + 1])));
  return moves.flatMap(({ issues }) => issues.map((id) => ({ id, from: from?.get(id) ?? 0, to: to?.get(id) ?? 0 })));
}
