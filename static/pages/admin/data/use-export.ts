import { useState } from 'react';
import type { StoredRecord } from '../../../../src/contract/data';
import { call, readJira } from '../../../api';
import { readSite } from '../../../forge';
import { archiveOf } from './archive-file';
import { saveFile } from '../../../parts/save-file';
import type { IssueWords } from './evidence-csv';

type Form = 'json' | 'csv';

export type Exporting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly records: number }
  /** What is in the file: of a CSV the rows below its head. */
  | { readonly kind: 'done'; readonly form: Form; readonly count: number }
  | { readonly kind: 'failed'; readonly failure: Error };

/** Reads everything page by page, then saves one file in the browser. */
export function useExport() {
  const [exporting, setExporting] = useState<Exporting>({ kind: 'idle' });
  const run = async (form: Form): Promise<void> => {
    try {
      const records: StoredRecord[] = [];
      let after: string | null = null;
      do {
        setExporting({ kind: 'running', records: records.length });
        const page: { readonly records: readonly StoredRecord[]; readonly next: string | null } = await call('exportData', { after });
        records.push(...page.records);
        after = page.next;
      } while (after !== null);
      const day = new Date().toISOString().slice(0, 10);
      let count = records.length;
      if (form === 'json') saveFile(`groundwork-${day}.json`, 'application/json', archiveOf(await readSite(), records));
      else {
        const { evidenceCsv, issuesIn, rowsIn } = await import('./evidence-csv');
        count = rowsIn(records);
        saveFile(`groundwork-evidence-${day}.csv`, 'text/csv', evidenceCsv(records, await readWords(issuesIn(records))));
      }
      setExporting({ kind: 'done', form, count });
    } catch (failure) {
      setExporting({ kind: 'failed', failure: failure instanceof Error ? failure : new Error('It did not work.') });
    }
  };
  return { exporting, run };
}

interface Fetched {
  readonly issues?: readonly { readonly id: string; readonly key: string; readonly fields: { readonly summary: string } }[];
}

async function readWords(ids: readonly string[]): Promise<ReadonlyMap<string, IssueWords>> {
  const found = new Map<string, IssueWords>();
  for (let start = 0; start < ids.length; start += 100) {
    const body = { issueIdsOrKeys: ids.slice(start, start + 100), fields: ['summary'] };
    const { issues = [] } = (await readJira('/rest/api/3/issue/bulkfetch', { method: 'POST', body })) as Fetched;
    for (const { id, key, fields } of issues) found.set(id, { key, summary: fields.summary });
  }
  return found;
}
