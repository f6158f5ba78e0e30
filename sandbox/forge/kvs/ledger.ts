import type { Side } from './limits';

export interface KvsEntry {
  calls: number;
  refused: number;
  readUnits: number;
  writeUnits: number;
}

/** Calls and 10-KB units since the last reset, by operation and entity: `entity/query evidence`. */
export function createKvsLedger() {
  let entries = new Map<string, KvsEntry>();
  const entryOf = (operation: string): KvsEntry => {
    const entry = entries.get(operation) ?? { calls: 0, refused: 0, readUnits: 0, writeUnits: 0 };
    entries.set(operation, entry);
    return entry;
  };
  return {
    called: (operation: string) => void (entryOf(operation).calls += 1),
    refused: (operation: string) => void (entryOf(operation).refused += 1),
    spent(operation: string, side: Side, units: number) {
      entryOf(operation)[side === 'read' ? 'readUnits' : 'writeUnits'] += units;
    },
    reset: () => void (entries = new Map()),
    read: (): Readonly<Record<string, Readonly<KvsEntry>>> => Object.fromEntries([...entries].map(([operation, entry]) => [operation, { ...entry }])),
  };
}
