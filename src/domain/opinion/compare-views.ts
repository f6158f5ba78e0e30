import { compareIds, compareScores } from '../score/comparing';

/** An item with what evidence and team say of it, both in value per effort; undefined: that view says nothing. */
export interface TwoViews {
  readonly id: string;
  readonly score: number | undefined;
  readonly middle: number | undefined;
}

export const viewNames = ['evidence', 'team', 'blended'] as const;
export type ViewName = (typeof viewNames)[number];

/** One view is worth a talk when it is more than this many times the other. */
const worthATalk = 2;

/** √(score · estimate): between the two, and nearer to both than either is to the other. It is a view and never enters the score. */
export const blended = ({ score, middle }: Omit<TwoViews, 'id'>): number | undefined =>
  score === undefined || middle === undefined ? undefined : Math.sqrt(score * middle);

/** Which view is more than twice the other; it says who says more, and not who is wrong. */
export function disagreement({ score, middle }: Omit<TwoViews, 'id'>): 'evidence-higher' | 'team-higher' | undefined {
  if (score === undefined || middle === undefined) return undefined;
  if (score > worthATalk * middle) return 'evidence-higher';
  return middle > worthATalk * score ? 'team-higher' : undefined;
}

const worthIn = {
  evidence: ({ score }) => score,
  team: ({ middle }) => middle,
  blended,
} as const satisfies Record<ViewName, (item: TwoViews) => number | undefined>;

/** Best first; what a view says nothing of comes last, in the order of the ids, as ties do. */
export function orderedBy<Item extends TwoViews>(items: readonly Item[], view: ViewName): readonly Item[] {
  const worth = worthIn[view];
  return [...items].sort((a, b) => compareKnown(worth(a), worth(b)) || compareIds(a.id, b.id));
}

function compareKnown(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareScores(a, b);
}
