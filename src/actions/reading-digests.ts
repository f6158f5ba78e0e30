import type { StatementId } from '../domain/ids';
import { digestTable, type DigestRow, type RowsOf } from '../domain/index/digest';
import { documentOf, inTurn, readRows, type DocumentPorts } from './index-documents';

/** Digests of statements, each read once. */
export interface Digests {
  load(statements: Iterable<StatementId>): Promise<void>;
  /** Only of statements that were loaded. */
  readonly rowsOf: RowsOf;
}

export function createDigests(ports: DocumentPorts): Digests {
  const loaded = new Map<StatementId, readonly DigestRow[]>();
  return {
    load: async (statements) => {
      const wanted = [...new Set(statements)].filter((id) => !loaded.has(id));
      await inTurn(wanted, async (id) => {
        const rows = await readRows(await ports.documents.read(documentOf.digest(id)), digestTable);
        loaded.set(id, [...rows.values()]);
      });
    },
    rowsOf: (statement) => {
      const rows = loaded.get(statement);
      if (rows === undefined) throw new Error(`The digest of ${statement} was not loaded.`);
      return rows;
    },
  };
}
