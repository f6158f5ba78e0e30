import * as z from 'zod/mini';
import { gateRuleShape } from './gate';
import { operation } from './operation';
import { linkKindShape, projectIdShape, secondsShape, statementKindShape } from './shapes';

const jiraIdShape = z.string().check(z.regex(/^\d{1,18}$/));
const lineIdShape = z.string().check(z.maxLength(120));

/** What a person can choose before anything is changed. */
export const setupChoicesShape = z.object({
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
  /** Types and link types of the site that a person wants for ours, whatever they are called. */
  adopt: z._default(
    z.object({
      types: z.partialRecord(statementKindShape, z.nullable(jiraIdShape)),
      links: z.partialRecord(linkKindShape, z.nullable(jiraIdShape)),
      /** Team-managed projects whose own types of our names are for statements. */
      own: z._default(z.array(projectIdShape), []),
    }),
    { types: {}, links: {}, own: [] },
  ),
  /** Lines that a person wants left undone. */
  leftOut: z._default(z.array(lineIdShape).check(z.maxLength(1000)), []),
  /** Screens to show the number field on; null: the ones that setup proposes. */
  screens: z._default(z.nullable(z.array(jiraIdShape).check(z.maxLength(1000))), null),
});
export type SetupChoices = z.output<typeof setupChoicesShape>;

const setupLineShape = z.object({
  /** Names the step for good: the same line has the same id in every plan. */
  id: lineIdShape,
  section: z.enum(['statements', 'links', 'field', 'project']),
  project: z.nullable(z.object({ id: projectIdShape, key: z.string(), name: z.string() })),
  title: z.string(),
  detail: z.string(),
  /** `choose`: a name is taken, and only a person knows whether by the same thing. `left-out`: not wanted. */
  state: z.enum(['exists', 'will-create', 'will-add', 'choose', 'by-hand', 'not-possible', 'left-out']),
  /** What to do by hand, in order. */
  steps: z.array(z.string()),
  /** It may be left out. */
  isOptional: z.boolean(),
  /** What of the site could serve instead of making it. */
  candidates: z.array(z.object({ id: jiraIdShape, name: z.string(), about: z.string() })),
});
export type SetupLine = z.infer<typeof setupLineShape>;

const planProjectShape = z.object({
  id: projectIdShape,
  key: z.string(),
  name: z.string(),
  style: z.enum(['company-managed', 'team-managed']),
});

const setupPlanShape = z.object({
  lines: z.array(setupLineShape),
  choices: setupChoicesShape,
  /** Which saved choices this plan knows of: who saves says it. */
  revision: z.int(),
  /** Who saved them last, and when. */
  saved: z.nullable(z.object({ by: z.string(), at: secondsShape })),
  projects: z.array(planProjectShape),
  /** Schemes that a change would touch for other projects too. */
  sharedSchemes: z.array(z.object({ scheme: z.string(), projects: z.array(z.string()) })),
  /** Screens of the site; none while the field is not there. */
  screens: z.array(z.object({ id: jiraIdShape, name: z.string(), isChosen: z.boolean() })),
});
export type SetupPlan = z.infer<typeof setupPlanShape>;

const jiraAdmin = [{ on: 'site', right: 'administer-jira' }] as const;

export const setupOperations = {
  /** What exists, what would be created, what must be done by hand. Changes nothing. */
  planSetup: operation({
    input: z.object({ choices: z.nullable(setupChoicesShape) }),
    output: setupPlanShape,
    access: jiraAdmin,
    failures: ['forbidden'],
  }),
  /** Saves the choices, or answers conflict when somebody saved others since `revision` was read. The first step of applying a plan. */
  saveSetup: operation({
    input: z.object({ choices: setupChoicesShape, revision: z.int().check(z.minimum(0)) }),
    output: z.object({ revision: z.int() }),
    access: jiraAdmin,
    failures: ['forbidden', 'conflict'],
  }),
  /** Does one line of the plan in the person's name; a line that is done already changes nothing. */
  applySetupLine: operation({
    input: z.object({ lineId: lineIdShape, choices: setupChoicesShape }),
    output: z.object({ line: setupLineShape }),
    access: jiraAdmin,
    failures: ['forbidden', 'conflict', 'not-found'],
  }),
  /** Starts reading the chosen projects; the last step of applying a plan. */
  finishSetup: operation({
    input: z.object({}),
    output: z.object({ reading: z.array(projectIdShape) }),
    access: jiraAdmin,
    failures: ['forbidden'],
  }),
  /** The ids a new gate rule must carry; null before setup. */
  gateDefaults: operation({
    input: z.object({}),
    output: z.object({ rule: z.nullable(gateRuleShape) }),
    access: jiraAdmin,
    failures: ['forbidden'],
  }),
} as const;
