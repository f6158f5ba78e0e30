import * as z from 'zod/mini';
import { keptGateShape } from './gate';
import { operation } from './operation';
import { projectSettingsShape } from './project-settings';
import { setupChoicesShape } from './setup';
import { projectIdShape, secondsShape } from './shapes';

const checkShape = z.object({
  id: z.string().check(z.maxLength(120)),
  title: z.string(),
  state: z.enum(['fine', 'broken', 'unknown']),
  /** What was found. */
  found: z.string(),
  /** What it means while it is so; empty where it is fine. */
  means: z.string(),
  /** What mends it: a line of the plan, or reading a project anew; null: by hand, as `steps` say. */
  repair: z.nullable(z.union([z.object({ lineId: z.string() }), z.object({ readAgain: projectIdShape })])),
  steps: z.array(z.string()),
});
export type SetupCheck = z.infer<typeof checkShape>;

/** What setup decided, for another site or for another day: no ids but those of Jira, no evidence, nobody's name. */
export const setupFileShape = z.object({
  kind: z.literal('groundwork-setup'),
  v: z.literal(1),
  /** The site it was written on: what goes by ids means nothing on another. */
  cloudId: z.string().check(z.maxLength(100)),
  /** Ids differ between sites, keys may not. */
  projects: z.array(z.object({ id: projectIdShape, key: z.string().check(z.maxLength(100)) })).check(z.maxLength(5000)),
  choices: setupChoicesShape,
  /** What project admins decided, by the key of the project. */
  settings: z.array(z.object({ key: z.string(), settings: projectSettingsShape })).check(z.maxLength(1000)),
  /** What their gates were told to do. */
  gates: z._default(z.array(z.object({ key: z.string().check(z.maxLength(100)), gate: keptGateShape })).check(z.maxLength(5000)), []),
});
export type SetupFile = z.infer<typeof setupFileShape>;

const jiraAdmin = [{ on: 'site', right: 'administer-jira' }] as const;

export const upkeepOperations = {
  /** Looks at everything that was set up, and at how fresh the numbers are. Changes nothing. */
  checkSetup: operation({
    input: z.object({}),
    output: z.object({ isSetUp: z.boolean(), now: secondsShape, choices: setupChoicesShape, checks: z.array(checkShape) }),
    access: jiraAdmin,
    failures: ['forbidden'],
  }),
  /** Reads a chosen project anew, in the background. */
  readAgain: operation({
    input: z.object({ projectId: projectIdShape }),
    output: z.object({ reading: z.array(projectIdShape) }),
    access: [...jiraAdmin, { on: 'chosen-project', input: 'projectId' }],
    failures: ['forbidden', 'not-found'],
  }),
  exportSetup: operation({ input: z.object({}), output: setupFileShape, access: jiraAdmin, failures: ['forbidden'] }),
  /** What a file would choose and decide here. Changes nothing: choices go through the plan. */
  readSetupFile: operation({
    input: z.object({ file: setupFileShape }),
    output: z.object({
      choices: setupChoicesShape,
      /** Projects whose settings would change. */
      settings: z.array(z.object({ id: projectIdShape, key: z.string(), name: z.string() })),
      /** Keys in the file that this site does not know. */
      missing: z.array(z.string()),
    }),
    access: jiraAdmin,
    failures: ['forbidden'],
  }),
  /** Puts the projects' settings of a file in place of those that are here; what it says of gates becomes lines of the plan. Twice is once. */
  importSettings: operation({
    input: z.object({ file: setupFileShape }),
    output: z.object({ changed: z.array(projectIdShape) }),
    access: jiraAdmin,
    failures: ['forbidden', 'too-large'],
  }),
  /** Which workflows still hold rules of this app. Changes nothing. */
  planUninstall: operation({
    input: z.object({}),
    output: z.object({ workflows: z.array(z.object({ name: z.string(), steps: z.array(z.string()) })) }),
    access: jiraAdmin,
    failures: ['forbidden'],
  }),
  /** Takes this app's rules out of a workflow in the person's name, then reads it back. */
  takeOutRules: operation({
    input: z.object({ workflow: z.string().check(z.minLength(1), z.maxLength(255)) }),
    output: z.object({ left: z.int() }),
    access: jiraAdmin,
    failures: ['forbidden', 'conflict', 'not-found'],
  }),
} as const;
