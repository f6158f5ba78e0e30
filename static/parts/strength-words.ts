import { strengthWord, type Strength } from '../../src/domain/score/strength';

type Said = Strength | 'no evidence yet';

/** What a screen says of a statement's strength: without evidence its value is only the one that everything starts with. */
export const strengthSaid = ({ value, records }: { readonly value: number; readonly records: number }): Said =>
  records === 0 ? 'no evidence yet' : strengthWord(value);

/** How many of the four segments are filled. */
export const segmentsOf: Readonly<Record<Said, number>> = { 'no evidence yet': 0, weak: 1, some: 2, strong: 3, 'very strong': 4 };
