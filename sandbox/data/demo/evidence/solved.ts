import { speaksFor, type Saying } from '../saying';

/** Two problems that were solved in the year: complaints before, and hardly any after. */
export const onSolvedProblems: readonly Saying[] = [...speaksFor('DISC-1', []), ...speaksFor('DISC-4', [])];
