import * as z from 'zod/mini';
import type { StoredRecord } from '../../../../src/contract/data';
import { recordsPerImport } from '../../../../src/contract/data';

/** What an export says of itself, so that it is not put back into another site: it speaks of issues by their ids. */
const archiveShape = z.object({
  app: z.literal('groundwork'),
  version: z.literal(1),
  site: z.string(),
  records: z.array(z.object({ entity: z.string(), key: z.string(), value: z.record(z.string(), z.unknown()) })),
});

export type Archive = z.infer<typeof archiveShape>;

export const archiveOf = (site: string, records: readonly StoredRecord[]): string => JSON.stringify({ app: 'groundwork', version: 1, site, records }, null, 1);

export type ReadArchive = { readonly kind: 'archive'; readonly archive: Archive } | { readonly kind: 'fault'; readonly says: string };

/** Reads an export; says in a person's words why it can't be one. */
export function readArchive(text: string, site: string): ReadArchive {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'fault', says: 'This file is no JSON. Choose the file that “Export all data” saved.' };
  }
  const checked = archiveShape.safeParse(parsed);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return { kind: 'fault', says: `This is no Groundwork export: ${issue?.path.map(String).join('.') || 'the file'} does not fit.` };
  }
  if (checked.data.site !== site) return { kind: 'fault', says: 'This export is of another Jira site. It speaks of issues that are not here.' };
  return { kind: 'archive', archive: checked.data };
}

// Forge lets 500 KB in with one call.
const mostCharacters = 350_000;

/** Cut so that each slice fits one call. */
export function slicesOf(records: readonly StoredRecord[]): readonly StoredRecord[][] {
  const slices: StoredRecord[][] = [];
  let size = 0;
  for (const record of records) {
    const own = JSON.stringify(record).length;
    const last = slices.at(-1);
    if (last === undefined || last.length === recordsPerImport || size + own > mostCharacters) {
      slices.push([record]);
      size = own;
    } else {
      last.push(record);
      size += own;
    }
  }
  return slices;
}
