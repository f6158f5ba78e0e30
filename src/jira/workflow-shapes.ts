import * as z from 'zod';

/**
 * Workflows are written whole: what is left out of an update is gone. So the shapes name only what is looked at here, and everything
 * else goes back as it came.
 */
const ruleShape = z.looseObject({
  id: z.string().nullish(),
  ruleKey: z.string(),
  parameters: z.record(z.string(), z.string()).optional(),
});
export type RawRule = z.output<typeof ruleShape>;

const transitionShape = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  type: z.string().optional(),
  toStatusReference: z.string().optional(),
  links: z.array(z.looseObject({ fromStatusReference: z.string().nullish() }).nullable()).optional(),
  validators: z.array(ruleShape.nullable()).optional(),
});
export type RawTransition = z.output<typeof transitionShape>;

const workflowShape = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  version: z.unknown(),
  statuses: z.array(z.unknown()),
  transitions: z.array(transitionShape),
  startPointLayout: z.unknown().optional(),
  loopedTransitionContainerLayout: z.unknown().optional(),
  scope: z.looseObject({ type: z.string() }).optional(),
});
export type RawWorkflow = z.output<typeof workflowShape>;

const statusShape = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  statusCategory: z.string(),
  statusReference: z.string(),
});
export type RawStatus = z.output<typeof statusShape>;

export const readShape = z.looseObject({ statuses: z.array(statusShape), workflows: z.array(workflowShape) });

export const objectionsShape = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string().optional(), level: z.string().optional() })).optional(),
});

export const refusalShape = z.looseObject({ errorMessages: z.array(z.string()).optional() });

export const capabilitiesShape = z.looseObject({
  forgeRules: z.array(z.looseObject({ id: z.string().optional(), ruleKey: z.string().optional() })).optional(),
});

/** Only the parts of the answer that an update has a place for. */
export const updateOf = ({ id, version, description, statuses, transitions, startPointLayout, loopedTransitionContainerLayout }: RawWorkflow) => ({
  id,
  version,
  statuses,
  transitions,
  ...(description !== undefined && { description }),
  ...(startPointLayout !== undefined && { startPointLayout }),
  ...(loopedTransitionContainerLayout !== undefined && { loopedTransitionContainerLayout }),
});

export const statusUpdateOf = ({ id, name, description, statusCategory, statusReference }: RawStatus) => ({
  id,
  name,
  statusCategory,
  statusReference,
  ...(description !== undefined && { description }),
});
