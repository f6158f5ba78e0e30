export interface Waiver {
  readonly operation: string;
  /** Places in an answer, as JSON pointers; digits stand for any position. */
  readonly place: RegExp;
  readonly why: string;
}

/** Where Atlassian's own document is at odds with what Jira answers. */
export const waivers: readonly Waiver[] = [
  {
    operation: 'getChangeLogs',
    place: /\/items\/\d+\/(from|to|fromString|toString)$/,
    why: 'Null where there was no value before or after; the document knows strings only, its own example has null.',
  },
  { operation: 'getChangeLogsByIds', place: /\/items\/\d+\/(from|to|fromString|toString)$/, why: 'As in getChangeLogs.' },
  { operation: 'getBulkChangelogs', place: /\/items\/\d+\/(from|to|fromString|toString)$/, why: 'As in getChangeLogs.' },
  { operation: 'getBulkChangelogs', place: /\/created$/, why: 'A number in the example, a string in the schema.' },
  { operation: 'getConfiguration', place: /\/location/, why: 'The example of the board’s own place breaks its schema.' },
];

const used = new Map<Waiver, number>();

export function isWaived(operation: string, place: string): boolean {
  const waiver = waivers.find((candidate) => candidate.operation === operation && candidate.place.test(place));
  if (waiver !== undefined) used.set(waiver, (used.get(waiver) ?? 0) + 1);
  return waiver !== undefined;
}

/** How often each was needed in this process. */
export const waiversUsed = (): ReadonlyMap<Waiver, number> => used;
