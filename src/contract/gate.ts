import * as z from 'zod/mini';
import { gateModes, outagePolicies, requirements, shortestReason } from '../domain/gate';
import { operation } from './operation';
import { issueIdShape, projectIdShape, secondsShape, statementKindShape } from './shapes';

const typeIdShape = z.string().check(z.regex(/^\d{1,18}$/));
const modeShape = z.enum(gateModes);
const policyShape = z.enum(outagePolicies);

/** What the rule does with some projects and types: the first row that fits an issue decides; none fits: off. */
const modeRowShape = z.object({
  /** null: every project that uses the workflow. */
  projectId: z.nullable(z.string()),
  /** Tells whose issue it is while Jira does not answer; as it was when the row was written. */
  projectKey: z.optional(z.string()),
  /** null: epics and what stands above them. */
  typeIds: z.nullable(z.array(z.string())),
  mode: modeShape,
  /** Where a project decided otherwise than the rule as a whole. */
  whenJiraIsDown: z.optional(policyShape),
});

/** What a project's gate was told to do, for a rule that is put into workflows later or elsewhere. */
export const keptGateShape = z.object({
  whenJiraIsDown: policyShape,
  rows: z.array(z.object({ typeIds: z.nullable(z.array(typeIdShape).check(z.maxLength(200))), mode: modeShape })).check(z.minLength(1), z.maxLength(20)),
});

const ruleShape = z.object({
  v: z.literal(2),
  whenJiraIsDown: policyShape,
  statementTypeIds: z.record(statementKindShape, z.array(z.string())),
  solvesLinkTypeId: z.string(),
  modes: z.array(modeRowShape),
});
export type GateRule = z.infer<typeof ruleShape>;

const firstShape = z.object({
  mode: modeShape,
  whenJiraIsDown: policyShape,
  statementTypeIds: z.record(statementKindShape, z.string()),
  solvesLinkTypeId: z.string(),
});

/** What a gate rule carries in its own configuration, so that a storage outage does not blind it; the first form is read, too. */
export const gateRuleShape = z.union([
  ruleShape,
  z.pipe(
    firstShape,
    z.transform(({ mode, statementTypeIds: { insight, problem, opportunity }, ...rest }): GateRule => ({
      v: 2,
      ...rest,
      statementTypeIds: { insight: [insight], problem: [problem], opportunity: [opportunity] },
      modes: [{ projectId: null, typeIds: null, mode }],
    })),
  ),
]);

const epicShape = z.object({ id: issueIdShape, key: z.string(), summary: z.string(), status: z.string() });

const gateShape = z.object({
  /** by-hand: team-managed projects have no such rule; none: setup has not put it into the project's workflows. */
  state: z.enum(['here', 'none', 'by-hand']),
  /** As read: who saves an older one is refused. */
  revision: z.string(),
  whenJiraIsDown: policyShape,
  /** The types that a rule can speak of, with what it does now. */
  types: z.array(z.object({ id: typeIdShape, name: z.string(), level: z.int(), mode: modeShape })),
  /** Names of types that go through workflows without the rule: nothing stops them. */
  unruled: z.array(z.string()),
  /** Where the rule stands. */
  workflows: z.array(z.object({ name: z.string(), steps: z.array(z.object({ name: z.string(), to: z.string() })) })),
  /** Epics at which the gate looked in these days, each counted once a day by what happened. */
  counted: z.object({ days: z.int(), passed: z.int(), stopped: z.int(), wouldStop: z.int(), exempt: z.int(), unchecked: z.int() }),
  /** What it stopped, or would have stopped, newest first. */
  stops: z.array(z.object({ key: z.string(), summary: z.string(), at: secondsShape, isStopped: z.boolean(), missing: z.nullable(z.enum(requirements)) })),
  /** Of each of these days, oldest first: at how many epics it looked, and how many stated no open problem. */
  daily: z.array(z.object({ looked: z.int(), unstated: z.int() })),
  exemptions: z.array(z.extend(epicShape, { reason: z.string(), owner: z.string(), since: secondsShape, until: secondsShape })),
  /** Whether Groundwork reads the items of this project: only then it knows what got past. */
  isAudited: z.boolean(),
  /** Epics in work that state no open problem, and those finished in these days that state none at all; when, why and by whom, as far as is known. */
  past: z.array(
    z.extend(epicShape, {
      how: z.enum(['exempt', 'warned', 'unchecked', 'unseen']),
      at: z.nullable(secondsShape),
      reason: z.nullable(z.string()),
      owner: z.nullable(z.string()),
    }),
  ),
  /** Of the open epics, how many state an open problem: now, and by weeks, oldest first. */
  coverage: z.array(z.object({ at: secondsShape, stated: z.int(), of: z.int() })),
});
export type GateView = z.infer<typeof gateShape>;

const atProject = [{ on: 'project', input: 'projectId', right: 'administer' }] as const;

export const gateOperations = {
  /** The gate of a project, with what it did and what got past it; epics that the person may not browse are left out. */
  openGate: operation({
    input: z.object({ projectId: projectIdShape }),
    output: gateShape,
    access: atProject,
    failures: ['not-found', 'forbidden'],
  }),
  /** Writes the project's own rows into every rule that speaks of it, or answers conflict when they changed since they were read. */
  saveGate: operation({
    input: z.object({
      projectId: projectIdShape,
      revision: z.string().check(z.maxLength(20_000)),
      whenJiraIsDown: policyShape,
      modes: z.array(z.object({ typeId: typeIdShape, mode: modeShape })).check(z.minLength(1), z.maxLength(100)),
    }),
    output: z.object({ revision: z.string() }),
    access: atProject,
    failures: ['not-found', 'forbidden', 'conflict'],
  }),
  /** Lets an epic pass without a problem for some days: with a reason, in the person's name. Again: the new reason and end count. */
  exempt: operation({
    input: z.object({
      issueId: issueIdShape,
      reason: z.string().check(z.trim(), z.minLength(shortestReason), z.maxLength(500)),
      days: z.int().check(z.minimum(1), z.maximum(90)),
    }),
    output: z.object({ until: secondsShape }),
    access: [{ on: 'issue', input: 'issueId', right: 'exempt' }],
    failures: ['not-found', 'forbidden'],
  }),
  /** Ends an exemption at once; where there is none, nothing changes. */
  endExemption: operation({
    input: z.object({ issueId: issueIdShape }),
    output: z.object({}),
    access: [{ on: 'issue', input: 'issueId', right: 'exempt' }],
    failures: ['not-found', 'forbidden'],
  }),
} as const;
