/** Evidence records of a statement, each with the fingerprint of what it said: `[record, fingerprint]`. */
export interface RecordedEvidence {
  readonly statement: string;
  readonly records: readonly (readonly [id: string, fingerprint: string])[];
}

/** What became of a statement's evidence since it was recorded, in records. */
export interface EvidenceChanges {
  readonly recorded: number;
  readonly changed: number;
  readonly gone: number;
  readonly added: number;
}

/** `now` gives the fingerprints of today by record. */
export function changesOf({ records }: RecordedEvidence, now: ReadonlyMap<string, string>): EvidenceChanges {
  const kept = records.filter(([id]) => now.has(id));
  return {
    recorded: records.length,
    changed: kept.filter(([id, fingerprint]) => now.get(id) !== fingerprint).length,
    gone: records.length - kept.length,
    added: now.size - kept.length,
  };
}
