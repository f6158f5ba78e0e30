import { useState } from 'react';
import { call } from '../../../api';
import { readSite } from '../../../forge';
import { readArchive, slicesOf, type Archive } from './archive-file';

export type Importing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fault'; readonly says: string }
  | { readonly kind: 'checking' | 'running'; readonly done: number; readonly of: number }
  /** Checked to the end: nothing was put back yet. */
  | { readonly kind: 'plan'; readonly archive: Archive; readonly added: number; readonly replaced: number }
  | { readonly kind: 'done'; readonly records: number }
  | { readonly kind: 'failed'; readonly failure: Error; readonly archive: Archive };

/** A plan first, from a check of every record; then slice by slice, each safe to run twice. */
export function useImport() {
  const [importing, setImporting] = useState<Importing>({ kind: 'idle' });

  async function send(archive: Archive, isDryRun: boolean): Promise<{ readonly added: number; readonly replaced: number }> {
    let [done, added, replaced] = [0, 0, 0];
    for (const records of slicesOf(archive.records)) {
      setImporting({ kind: isDryRun ? 'checking' : 'running', done, of: archive.records.length });
      const answer = await call('importData', { records, isDryRun });
      done += records.length;
      added += answer.added;
      replaced += answer.replaced;
    }
    return { added, replaced };
  }

  async function check(file: File): Promise<void> {
    const read = readArchive(await file.text(), await readSite());
    if (read.kind === 'fault') {
      setImporting(read);
      return;
    }
    try {
      setImporting({ kind: 'plan', archive: read.archive, ...(await send(read.archive, true)) });
    } catch (failure) {
      setImporting({ kind: 'fault', says: `Nothing was imported. ${failure instanceof Error ? failure.message : ''}` });
    }
  }

  async function apply(archive: Archive): Promise<void> {
    try {
      await send(archive, false);
      await call('finishImport', {});
      setImporting({ kind: 'done', records: archive.records.length });
    } catch (failure) {
      setImporting({ kind: 'failed', failure: failure instanceof Error ? failure : new Error('It did not work.'), archive });
    }
  }

  return {
    importing,
    check,
    apply,
    cancel: () => {
      setImporting({ kind: 'idle' });
    },
  };
}
