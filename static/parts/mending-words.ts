import type { MendingOutcome } from './use-mending';

/** What became of a repair, for the person who asked for it. */
export const outcomeWords = {
  mended: 'Mended',
  'nothing-to-do': 'Mended by somebody else already, or changed since. Look again.',
  refused: 'Not mended: you need the right to link issues at both ends. Nothing was changed.',
  full: 'Not mended: one of the two holds as many links as Jira allows. Nothing was changed.',
  failed: 'Not mended: Jira didn’t answer. Trying again is safe.',
  undone: 'Taken back',
} as const satisfies Readonly<Record<MendingOutcome, string>>;
