import * as z from 'zod/mini';
import { operation } from './operation';
import { projectIdShape } from './shapes';

/** One stored record as it lies in storage; `value` holds its attributes and the versioned record. */
const storedRecordShape = z.object({
  entity: z.string().check(z.regex(/^[a-z-]{3,60}$/)),
  key: z.string().check(z.minLength(1), z.maxLength(500)),
  value: z.record(z.string(), z.unknown()),
});
export type StoredRecord = z.infer<typeof storedRecordShape>;

/** Stays below what Forge lets in with one call, 500 KB. */
export const recordsPerImport = 50;

export const dataOperations = {
  /** Everything that people put into the app, page by page; what is computed from it is left out. */
  exportData: operation({
    input: z.object({ after: z.nullable(z.string().check(z.maxLength(2000))) }),
    output: z.object({ records: z.array(storedRecordShape), next: z.nullable(z.string()) }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden'],
  }),
  /** Checks records of an export, or puts them back; records that are there under the same key are replaced. Twice is once. */
  importData: operation({
    input: z.object({ records: z.array(storedRecordShape).check(z.maxLength(recordsPerImport)), isDryRun: z.boolean() }),
    output: z.object({ replaced: z.int(), added: z.int() }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden', 'too-large'],
  }),
  /** The last step of an import: the index is made anew from what was put back. */
  finishImport: operation({
    input: z.object({}),
    output: z.object({ reading: z.array(projectIdShape) }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden'],
  }),
} as const;
