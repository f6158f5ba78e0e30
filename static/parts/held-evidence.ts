import type { EvidencePage } from '../../src/contract/ranking';
import { customerId, evidenceId } from '../../src/domain/ids';
import type { DigestRow } from '../../src/domain/index/digest';
import { createGraph } from '../../src/domain/index/graph';
import type { HeldEvidence } from '../../src/domain/index/weigh-again';

/** Puts the pages together that `openEvidence` answers. */
export function heldEvidence(pages: readonly EvidencePage[]): HeldEvidence {
  const rows = new Map<string, readonly DigestRow[]>();
  for (const { digests, customers } of pages)
    for (const { statement, rows: own } of digests)
      rows.set(
        statement,
        own.flatMap((row) => heldRow(row, customers)),
      );
  const fixes = pages.flatMap((page) => page.fixes);
  return {
    graph: createGraph(pages.flatMap(({ statements }) => statements)),
    rowsOf: (statement) => rows.get(statement) ?? [],
    accounts: [...new Map(pages.flatMap(({ customers }) => customers.map(([id, worth]) => [id, { id, arr: worth }] as const))).values()],
    // Which item it was that finished is not told: its place in the list stands for it.
    fixes: new Map(fixes.map(({ problem, fixes: own }) => [problem, own.map(([doneDay, cover], at) => ({ item: String(at), doneDay, cover }))])),
    asOfDay: pages[0]?.asOfDay ?? 0,
  };
}

type PagedRow = EvidencePage['digests'][number]['rows'][number];

function heldRow([id, source, customer, raw, count, day, stance, origin]: PagedRow, customers: EvidencePage['customers']): DigestRow[] {
  const known = evidenceId(id);
  const who = customer === null ? null : (customers[customer]?.[0] ?? null);
  return known === undefined ? [] : [[known, source, who === null ? null : (customerId(who) ?? null), raw, count, day, stance, origin]];
}
