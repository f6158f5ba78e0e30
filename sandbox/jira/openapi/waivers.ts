import type { Route } from '../route';

export interface Waiver {
  readonly document: Route['document'];
  readonly operation: string;
  /** Places in an answer, or in a request (`/requestBody/…`), as JSON pointers. */
  readonly place: RegExp;
  readonly why: string;
}

const emptyEnd = /\/items\/\d+\/(from|to|fromString|toString)$/;
const emptyEndWhy = 'Null where there was no value before or after. The document knows strings only; the values that come are null.';

const anyValueWhy = 'A property holds any JSON, as the document’s example shows; its schema describes the class that Jira parses it with.';

/** Where Atlassian's own document is at odds with what Jira answers or takes. A waiver that nothing needs fails a test. */
export const waivers: readonly Waiver[] = [
  { document: 'platform', operation: 'getChangeLogs', place: emptyEnd, why: emptyEndWhy },
  { document: 'platform', operation: 'getChangeLogsByIds', place: emptyEnd, why: emptyEndWhy },
  { document: 'platform', operation: 'getBulkChangelogs', place: emptyEnd, why: emptyEndWhy },
  { document: 'platform', operation: 'getIssue', place: emptyEnd, why: emptyEndWhy },
  { document: 'platform', operation: 'bulkFetchIssues', place: emptyEnd, why: emptyEndWhy },
  {
    document: 'platform',
    operation: 'searchResolutions',
    place: /^\/values\/\d+\/isDefault$/,
    why: 'The document’s example has isDefault, as the search of priorities has; its schema calls the same thing default.',
  },
  {
    document: 'platform',
    operation: 'updateWorkflowTransitionRuleConfigurations',
    place: /^\/requestBody\/workflows\/\d+\/(validators|conditions|postFunctions)\/\d+$/,
    why: 'The key of a rule is required and read-only; the document’s example of a request has none.',
  },
  {
    document: 'software',
    operation: 'getIssuesForBacklogJSIS',
    place: /^\/query\/fields/,
    why: 'The document describes names of fields as objects without members.',
  },
  { document: 'platform', operation: 'bulkSetIssuesPropertiesList', place: /^\/requestBody\/properties\/[^/]+(\/|$)/, why: anyValueWhy },
  { document: 'platform', operation: 'bulkSetIssuePropertiesByIssue', place: /^\/requestBody\/issues\/\d+\/properties\/[^/]+(\/|$)/, why: anyValueWhy },
];

const used = new Map<Waiver, number>();

export function isWaived({ document, operation }: Pick<Waiver, 'document' | 'operation'>, place: string): boolean {
  const waiver = waivers.find((candidate) => candidate.document === document && candidate.operation === operation && candidate.place.test(place));
  if (waiver !== undefined) used.set(waiver, (used.get(waiver) ?? 0) + 1);
  return waiver !== undefined;
}

/** How often each was needed in this process. */
export const waiversUsed = (): ReadonlyMap<Waiver, number> => used;
