import { countRecord, type CountedRecord, type CountingContext } from './counted-evidence';
import type { EvidenceRecord } from './scenario';
import type { Touched } from './touched';

/** All evidence as it counts, in the order of the input, with what differs from the earlier count. */
export interface Count {
  readonly evidence: readonly EvidenceRecord[];
  readonly context: CountingContext;
  readonly counted: readonly CountedRecord[];
  readonly changes: readonly CountChange[] | 'everything';
}

/** A record that counts differently now; one side is missing where it is new or gone. */
export interface CountChange {
  readonly before: CountedRecord | undefined;
  readonly after: CountedRecord | undefined;
}

/** Counts every record, or, after an earlier count, those that changed and those that `touched` names. */
export function countEvidence(evidence: readonly EvidenceRecord[], context: CountingContext, touched: Touched, earlier?: Count): Count {
  if (earlier === undefined || touched.allEvidence) {
    return { evidence, context, counted: evidence.map((record) => countRecord(record, context)), changes: 'everything' };
  }
  const { head, tail } = commonEnds(earlier.evidence, evidence);
  const edited = new Map(earlier.counted.slice(head, earlier.counted.length - tail).map((own) => [own.record.id, own]));
  const changes: CountChange[] = [];
  const recount = (record: EvidenceRecord, before: CountedRecord | undefined): CountedRecord => {
    if (before?.record === record && !touched.touches(before)) return before;
    const after = countRecord(record, context);
    changes.push({ before, after });
    return after;
  };
  const middle = evidence.slice(head, evidence.length - tail).map((record) => {
    const before = edited.get(record.id);
    edited.delete(record.id);
    return recount(record, before);
  });
  for (const gone of edited.values()) changes.push({ before: gone, after: undefined });
  const spliced = [...earlier.counted.slice(0, head), ...middle, ...earlier.counted.slice(earlier.counted.length - tail)];
  const isMiddle = (at: number) => at >= head && at < head + middle.length;
  const counted = touched.nothing ? spliced : spliced.map((own, at) => (isMiddle(at) ? own : recount(own.record, own)));
  return { evidence, context, counted, changes };
}

// A change edits, adds or removes few records, so that nearly all of a long list is the very same objects at both ends.
function commonEnds<T>(before: readonly T[], after: readonly T[]): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { head, tail };
}
