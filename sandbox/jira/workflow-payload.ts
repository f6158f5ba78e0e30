import { z } from 'zod';

/** What `workflows/update` takes. The document leaves its parts open to more members; these alone are kept. */

const parameters = z.record(z.string(), z.string());
const ruleSchema = z.strictObject({ id: z.string().nullish(), ruleKey: z.string(), parameters: parameters.optional() });
export type SentRule = z.output<typeof ruleSchema>;
export interface SentGroup {
  readonly operation: 'ANY' | 'ALL';
  readonly conditions?: readonly (SentRule | null)[] | undefined;
  readonly conditionGroups?: readonly (SentGroup | null)[] | undefined;
}
const groupSchema: z.ZodType<SentGroup> = z.strictObject({
  operation: z.enum(['ANY', 'ALL']),
  conditions: z.array(ruleSchema.nullable()).optional(),
  conditionGroups: z.array(z.lazy(() => groupSchema).nullable()).optional(),
});
const layoutSchema = z.strictObject({ x: z.number().nullish(), y: z.number().nullish() }).nullish();

const transitionSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']).optional(),
  toStatusReference: z.string().optional(),
  links: z.array(z.looseObject({ fromStatusReference: z.string().nullish() }).nullable()).optional(),
  validators: z.array(ruleSchema.nullable()).optional(),
  actions: z.array(ruleSchema.nullable()).optional(),
  conditions: groupSchema.nullish(),
  triggers: z.array(z.strictObject({ id: z.string().optional(), ruleKey: z.string(), parameters })).optional(),
  transitionScreen: ruleSchema.nullish(),
  properties: parameters.optional(),
});

const migrations = z.array(z.looseObject({ oldStatusReference: z.string(), newStatusReference: z.string() }));

const workflowSchema = z.looseObject({
  id: z.string(),
  description: z.string().optional(),
  version: z.strictObject({ id: z.string(), versionNumber: z.number().int() }),
  statuses: z.array(z.looseObject({ statusReference: z.string(), properties: parameters.optional(), layout: layoutSchema })),
  transitions: z.array(transitionSchema),
  defaultStatusMappings: migrations.optional(),
  statusMappings: z.array(z.looseObject({ projectId: z.string(), issueTypeId: z.string(), statusMigrations: migrations })).optional(),
});

const statusSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  statusCategory: z.enum(['TODO', 'IN_PROGRESS', 'DONE']),
  statusReference: z.string(),
});

const mostWorkflows = 20;
const mostStatuses = 1_000;

export const updateSchema = z.strictObject({
  statuses: z.array(statusSchema).max(mostStatuses).default([]),
  workflows: z.array(workflowSchema).max(mostWorkflows).default([]),
});
export const validationSchema = z.strictObject({
  payload: updateSchema,
  validationOptions: z
    .strictObject({
      levels: z
        .array(z.enum(['WARNING', 'ERROR']))
        .max(2)
        .optional(),
    })
    .optional(),
});

export type Payload = z.output<typeof updateSchema>;
export type SentWorkflow = Payload['workflows'][number];
export type SentTransition = SentWorkflow['transitions'][number];
export type SentStatus = Payload['statuses'][number];
