import type { TeamItem } from '../../../../src/contract/second-opinion';
import { disagreement, orderedBy, type ViewName } from '../../../../src/domain/opinion/compare-views';

/** An item as evidence and team have it, each with its place among the items that were asked about. */
export interface BothViews extends Omit<TeamItem, 'score'> {
  readonly score: number | undefined;
  readonly middle: number | undefined;
  readonly evidencePlace: number | undefined;
  readonly teamPlace: number | undefined;
  readonly flag: ReturnType<typeof disagreement>;
}

export function inBothViews(items: readonly TeamItem[]): readonly BothViews[] {
  const known = items.map((item) => ({ ...item, score: item.score ?? undefined, middle: item.team?.middle }));
  const placeIn = (view: ViewName) => new Map(orderedBy(known, view).map(({ id }, at) => [id, at + 1]));
  const [evidence, team] = [placeIn('evidence'), placeIn('team')];
  return known.map((item) => ({
    ...item,
    evidencePlace: item.score === undefined ? undefined : evidence.get(item.id),
    teamPlace: item.middle === undefined ? undefined : team.get(item.id),
    flag: disagreement(item),
  }));
}

export const inOrder = (items: readonly BothViews[], view: ViewName): readonly BothViews[] => orderedBy(items, view);
