import type { IssueId } from '../ids';
import type { DrawnLink } from './facts';
import type { RuleName } from './rules';

/** A link that is to be drawn, or was. */
export type LinkEnds = Pick<DrawnLink, 'typeId' | 'from' | 'to'>;

/** What mending does, to the link. */
export interface Repair {
  readonly removes: readonly DrawnLink[];
  readonly adds: readonly LinkEnds[];
}

export interface Fault {
  /** The same fault has the same id at every look. */
  readonly id: string;
  readonly rule: RuleName;
  /** Every issue that it names; the first is the one it is about. Who may not browse all of them is not told. */
  readonly subjects: readonly IssueId[];
  readonly links: readonly DrawnLink[];
  /** None: a person decides on the issue itself. Several: a person picks. */
  readonly repairs: readonly Repair[];
  /** The one repair is what was meant beyond doubt, so that many may be mended at once. */
  readonly isOneClick: boolean;
  /** Words that give a sentence away. */
  readonly words: readonly string[];
}

export const drawn = ({ id, typeId, from, to }: DrawnLink): DrawnLink => ({ id, typeId, from, to });

/** A fault that only a person can settle, on the issue itself. */
export const toDecide = (fault: Pick<Fault, 'id' | 'rule' | 'subjects'> & Partial<Fault>): Fault => ({
  links: [],
  repairs: [],
  isOneClick: false,
  words: [],
  ...fault,
});
