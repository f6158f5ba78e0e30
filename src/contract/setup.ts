import * as z from 'zod/mini';
import { gateModes, outagePolicies } from '../domain/gate';
import { operation } from './operation';
import { projectIdShape, requestIdShape, statementKindShape } from './shapes';

/** What a person can choose before anything is changed. */
const setupChoicesShape = z.object({
  /** Projects in which statements are written. */
  statementProjects: z.array(projectIdShape),
  /** Projects whose backlog is ranked. */
  backlogProjects: z.array(projectIdShape),
  /** Other projects whose tickets are tagged: the panel shows there, and nothing is ranked. */
  ticketProjects: z.array(projectIdShape),
  /** Statement projects whose numbers every reader of a ranked project may see. */
  openProjects: z.array(projectIdShape),
  /** For a shared issue type scheme: give the project a copy of its own, or add to the shared one. */
  sharedScheme: z.enum(['copy', 'shared']),
});
export type SetupChoices = z.infer<typeof setupChoicesShape>;

const setupLineShape = z.object({
  /** Names the step for good: the same line has the same id in every plan. */
  id: z.string(),
  section: z.enum(['statements', 'links', 'project']),
  project: z.nullable(z.object({ id: projectIdShape, key: z.string(), name: z.string() })),
  title: z.string(),
  detail: z.string(),
  state: z.enum(['exists', 'will-create', 'will-add', 'by-hand', 'not-possible']),
  /** What to do by hand, in order. */
  steps: z.array(z.string()),
});
export type SetupLine = z.infer<typeof setupLineShape>;

const setupPlanShape = z.object({
  lines: z.array(setupLineShape),
  choices: setupChoicesShape,
  projects: z.array(z.object({ id: projectIdShape, key: z.string(), name: z.string(), style: z.enum(['company-managed', 'team-managed']) })),
  /** Schemes that a change would touch for other projects too. */
  sharedSchemes: z.array(z.object({ scheme: z.string(), projects: z.array(z.string()) })),
});
export type SetupPlan = z.infer<typeof setupPlanShape>;

/** What a gate rule carries in its own configuration, so that a storage outage does not blind it. */
export const gateRuleShape = z.object({
  mode: z.enum(gateModes),
  whenJiraIsDown: z.enum(outagePolicies),
  statementTypeIds: z.record(statementKindShape, z.string()),
  solvesLinkTypeId: z.string(),
});
export type GateRule = z.infer<typeof gateRuleShape>;

export const setupOperations = {
  /** What exists, what would be created, what must be done by hand. Changes nothing. */
  planSetup: operation({
    input: z.object({ choices: z.nullable(setupChoicesShape) }),
    output: setupPlanShape,
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden'],
  }),
  /** Does one line of the plan in the person's name; a line that is done already changes nothing. */
  applySetupLine: operation({
    input: z.object({ requestId: requestIdShape, lineId: z.string().check(z.maxLength(120)), choices: setupChoicesShape }),
    output: z.object({ line: setupLineShape }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden', 'conflict', 'not-found'],
  }),
  /** Saves the choices and starts reading the chosen projects; the last step of applying a plan. */
  finishSetup: operation({
    input: z.object({ choices: setupChoicesShape }),
    output: z.object({ reading: z.array(projectIdShape) }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden', 'conflict'],
  }),
  /** The ids a new gate rule must carry; null before setup. */
  gateDefaults: operation({
    input: z.object({}),
    output: z.object({ rule: z.nullable(gateRuleShape) }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden'],
  }),
} as const;
