import { together } from '../../parts/together';

const mostNamed = 2;

/** Items that say they solve it, done or not. */
export const linkedWords = (keys: readonly string[]): string => `${together(keys, mostNamed)} ${keys.length === 1 ? 'is' : 'are'} linked to it`;
