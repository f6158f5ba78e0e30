/** A column beside those of the evidence: a lens, a team's estimate. It never enters the score. */
export interface ExtraColumn {
  readonly id: string;
  /** At most three words. */
  readonly title: string;
  /** What it says of an item, as the cell shows it; undefined: nothing is known. */
  readonly textOf: (itemId: string) => string | undefined;
  /** The same as a number, larger first, for an order by this column. */
  readonly numberOf: (itemId: string) => number | undefined;
  /** How the number came about: the cell's title and the export's note. */
  readonly howOf: (itemId: string) => string | undefined;
  /** Why it says nothing of an item, and what would change that. */
  readonly whyNone?: string;
  /** Its numbers are not there yet: until then the list keeps the evidence's order. */
  readonly isWaiting?: boolean;
}
