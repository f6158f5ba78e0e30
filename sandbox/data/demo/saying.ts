import type { Source } from '../../../src/domain/evidence';
import type { Stance } from '../../../src/domain/link-kinds';

/** Feedback of the story: what somebody said, or what was measured, and what it speaks on. */
export interface Saying {
  readonly on: readonly string[];
  readonly stance: Stance;
  readonly day: number;
  readonly source: Source;
  readonly customer: string | null;
  readonly raw: number | string | null;
  readonly words: string | null;
  readonly count?: number;
  /** Set: it came as a support request with this subject. */
  readonly subject?: string;
}

/** A subject makes it a support request of the site; what came before the help desk moved to Jira, or by another way, has none. */
type Row = readonly [day: number, source: Source, customer: string | null, raw: number | string | null, words: string | null, subject?: string];

const said =
  (stance: Stance) =>
  (on: string | readonly string[], rows: readonly Row[]): readonly Saying[] =>
    rows.map(([day, source, customer, raw, words, subject]) => ({
      on: typeof on === 'string' ? [on] : on,
      stance,
      day,
      source,
      customer,
      raw,
      words,
      ...(subject !== undefined && { subject }),
    }));

export const speaksFor = said('for');
export const speaksAgainst = said('against');

/** What the product or the engineers' own tools counted, over so many accounts or people. */
export const measured = (on: string, day: number, source: Source, raw: number, count: number, words: string): Saying => ({
  on: [on],
  stance: 'for',
  day,
  source,
  customer: null,
  raw,
  words,
  count,
});
