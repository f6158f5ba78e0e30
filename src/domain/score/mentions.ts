import type { CountedRecord } from './counted-evidence';
import type { Count, CountChange } from './counting';
import type { Mention } from './customers';
import type { ProblemLink } from './reach';

/** Everything said on each problem; a list that nothing changed stays the same object. */
export type MentionsPerProblem = ReadonlyMap<string, readonly Mention[]>;

// With more than this share of the evidence changed, sorting everything anew is faster than patching lists.
const worthPatching = 0.1;

/** Sorts counted evidence by problem, patching an earlier result where little changed. */
export function gatherMentions({ counted, changes }: Count, earlier?: MentionsPerProblem): MentionsPerProblem {
  if (earlier === undefined || changes === 'everything' || changes.length > worthPatching * counted.length) return sortByProblem(counted);
  if (changes.length === 0) return earlier;
  const dropped = new Set(changes.flatMap(({ before }) => before?.record.id ?? []));
  const added = sortByProblem(changes.flatMap(({ after }) => after ?? []));
  const patched = new Map(earlier);
  for (const problem of problemsIn(changes)) {
    const kept = (earlier.get(problem) ?? []).filter(({ evidence }) => !dropped.has(evidence));
    patched.set(problem, [...kept, ...(added.get(problem) ?? [])]);
  }
  return patched;
}

function problemsIn(changes: readonly CountChange[]): ReadonlySet<string> {
  const problems = new Set<string>();
  for (const { before, after } of changes) {
    for (const counted of [before, after]) {
      for (const { problem } of counted?.links ?? []) problems.add(problem);
      for (const { problem } of counted?.against ?? []) problems.add(problem);
    }
  }
  return problems;
}

function sortByProblem(counted: readonly CountedRecord[]): MentionsPerProblem {
  const sorted = new Map<string, Mention[]>();
  for (const own of counted) {
    for (const link of own.links) add(sorted, link, own, own.polarity === 1 ? 'for' : 'against');
    for (const link of own.against) add(sorted, link, own, 'against');
  }
  return sorted;
}

function add(sorted: Map<string, Mention[]>, link: ProblemLink, { record, key, weight }: CountedRecord, stance: Mention['stance']): void {
  const mention = { evidence: record.id, key, weight: weight * link.weight, stance };
  const list = sorted.get(link.problem);
  if (list === undefined) sorted.set(link.problem, [mention]);
  else list.push(mention);
}
