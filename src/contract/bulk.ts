import * as z from 'zod/mini';
import { operation } from './operation';
import { issueIdShape, requestIdShape, severityShape, stanceShape, statementIdShape } from './shapes';
import { mostSteps, workShape } from './work';

export const bulkOperations = {
  /** Plans to tag many tickets with one statement; driving the work then tags them, in the person's name. */
  startBulkTag: operation({
    input: z.object({
      requestId: requestIdShape,
      issueIds: z.array(issueIdShape).check(z.minLength(1), z.maxLength(mostSteps)),
      statementId: statementIdShape,
      stance: stanceShape,
      /** null: each ticket's own priority says it. */
      severity: z.nullable(severityShape),
    }),
    output: workShape,
    // Which tickets a person may tag shows when each is tagged.
    access: [
      { on: 'issue', input: 'statementId', right: 'browse' },
      { on: 'unlooked-at', input: 'issueIds' },
    ],
    failures: ['not-found', 'invalid', 'conflict', 'too-large'],
  }),
} as const;
