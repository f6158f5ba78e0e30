import * as z from 'zod/mini';
import { isRuleName, type RuleName } from '../domain/health/rules';
import { operation } from './operation';
import { mostSteps, workShape } from './work';
import { issueIdShape, projectIdShape, requestIdShape, secondsShape } from './shapes';

const ruleShape = z.pipe(
  z.string(),
  z.transform((text: string, context): RuleName => {
    if (isRuleName(text)) return text;
    context.issues.push({ code: 'custom', message: 'not a rule', input: text });
    return z.NEVER;
  }),
);

/** Names a fault, the same at every look. */
const faultIdShape = z.string().check(z.regex(/^[A-Za-z]{3,40}(?:\.[A-Za-z0-9]{1,40}){1,3}$/));

/** Something wrong between issues that this person may browse, all of them. */
export const faultShape = z.object({
  id: faultIdShape,
  rule: ruleShape,
  /** What is wrong, in one sentence. */
  sentence: z.string(),
  /** The first is the one it is about. */
  subjects: z.array(
    z.object({
      id: issueIdShape,
      key: z.string(),
      kind: z.enum(['insight', 'problem', 'opportunity', 'work']),
      /** 1 and above: epic and above. */
      level: z.int(),
      sentence: z.string(),
      isClosed: z.boolean(),
    }),
  ),
  /** What mending does to the links, in words; none: a person decides on the issue, several: a person picks. */
  repairs: z.array(z.object({ removes: z.array(z.string()), adds: z.array(z.string()) })),
  isOneClick: z.boolean(),
});
export type FaultView = z.infer<typeof faultShape>;

const healthShape = z.object({
  state: z.enum(['not-set-up', 'not-enabled', 'looking', 'ready']),
  /** While a look is under way: issues read so far and expected. */
  progress: z.nullable(z.object({ done: z.int(), of: z.int() })),
  now: secondsShape,
  /** There is no issue behind the project yet, so that nothing can be wrong. */
  isEmpty: z.boolean(),
  /** When the last look was finished; null: never. */
  checkedAt: z.nullable(secondsShape),
  /** By rule, in the order of the rules; `total` counts those that are not listed, too. */
  groups: z.array(z.object({ rule: ruleShape, total: z.int(), oneClick: z.int(), faults: z.array(faultShape) })),
  /** This person may start another look. */
  canCheck: z.boolean(),
});
export type HealthView = z.infer<typeof healthShape>;

/** Operations of this surface. */
export const healthOperations = {
  /** What is wrong with the statements and links behind a project, as far as this person may browse it. The first one to ask starts the first look. */
  openHealth: operation({
    input: z.object({ projectId: projectIdShape }),
    output: healthShape,
    access: [{ on: 'project', input: 'projectId', right: 'browse' }],
    failures: ['not-found'],
  }),
  /** Looks at everything again; where a look is under way already, that one goes on. */
  checkHealth: operation({
    input: z.object({ projectId: projectIdShape, requestId: requestIdShape }),
    output: z.object({ isNew: z.boolean() }),
    access: [{ on: 'project', input: 'projectId', right: 'create-issues' }],
    failures: ['not-found', 'forbidden'],
  }),
  /** Puts down which faults to mend, and for each which of its repairs; nothing is done before the page drives it. Twice is once. */
  mendFaults: operation({
    input: z.object({
      requestId: requestIdShape,
      projectId: projectIdShape,
      picks: z.array(z.object({ faultId: faultIdShape, choice: z.int().check(z.minimum(0), z.maximum(50)) })).check(z.minLength(1), z.maxLength(mostSteps)),
    }),
    output: z.object({ work: workShape }),
    access: [{ on: 'project', input: 'projectId', right: 'browse' }],
    failures: ['not-found', 'conflict', 'too-large'],
  }),
} as const;
