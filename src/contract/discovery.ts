import * as z from 'zod/mini';
import { operation } from './operation';
import { issueIdShape, projectIdShape, requestIdShape, stanceShape, statementIdShape } from './shapes';

const taskShape = z.object({
  id: issueIdShape,
  key: z.string(),
  /** It shows on the problem; false: the site has no plain link, or the person may not link there. */
  isLinked: z.boolean(),
  /** The person may delete it again. */
  canUndo: z.boolean(),
});
export type DiscoveryTask = z.output<typeof taskShape>;

/** Questions that would change the order, as ordinary Jira issues. */
export const discoveryOperations = {
  /**
   * Creates a task in the person's name that asks what decides between two items. The issues are read as the person: one that
   * they may not browse is not found. The same request answers the same task, another one under its id conflicts.
   */
  createDiscoveryTask: operation({
    input: z.object({
      requestId: requestIdShape,
      /** Where the task is created: the problem's own project, or that of the items. */
      projectId: projectIdShape,
      problemId: statementIdShape,
      /** The item that would pass, and the one that is ahead of it. */
      itemId: issueIdShape,
      aheadId: issueIdShape,
      need: z.int().check(z.minimum(1), z.maximum(100_000)),
      stance: stanceShape,
      draws: z.int().check(z.minimum(0), z.maximum(100)),
    }),
    output: taskShape,
    access: [{ on: 'project', input: 'projectId', right: 'create-issues' }],
    failures: ['not-found', 'forbidden', 'invalid', 'conflict'],
  }),
  /** Deletes the task that one's own request created, where Jira lets the person and nobody has begun with it. */
  undoDiscoveryTask: operation({
    input: z.object({ requestId: requestIdShape }),
    output: z.object({ outcome: z.enum(['deleted', 'kept', 'gone']) }),
    access: [],
    failures: ['not-found', 'forbidden'],
  }),
} as const;
