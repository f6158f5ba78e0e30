import type { ProjectId } from '../domain/ids';
import type { As } from './ports';

/** A step between two statuses of a workflow. */
export interface WorkflowStep {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Work starts by it: it leaves a status of Jira's category "new", or any status, for one of "indeterminate". */
  readonly isStart: boolean;
}

/** A rule of this app, and of no other, in a workflow. */
interface OwnRule {
  readonly id: string;
  readonly stepId: string;
  /** As Jira keeps it: a JSON text of this app's own. */
  readonly configuration: string;
}

export interface WorkflowFacts {
  readonly name: string;
  readonly steps: readonly WorkflowStep[];
  readonly rules: readonly OwnRule[];
}

/** What is done to the app's own rules in a workflow; everything else in it stays as it is. */
export type RuleChange =
  | { readonly kind: 'add'; readonly stepId: string; readonly configuration: string }
  | { readonly kind: 'configure'; readonly ruleId: string; readonly configuration: string }
  | { readonly kind: 'remove'; readonly ruleId: string };

/** What is to change, from what is there: asked again where somebody else changed the workflow meanwhile. */
export type RuleChanges = (workflow: WorkflowFacts) => readonly RuleChange[];

interface WorkflowScheme {
  readonly projectIds: readonly ProjectId[];
  readonly defaultWorkflow: string;
  /** Names of workflows by issue type. */
  readonly workflowOf: Readonly<Record<string, string>>;
}

/** Workflows that projects share; always as a Jira admin, or as the app where it may. */
export interface WorkflowsPort {
  /** The schemes of company-managed projects, each with those of them that use it. */
  schemesOf(as: As, projectIds: readonly ProjectId[]): Promise<readonly WorkflowScheme[]>;
  read(as: As, names: readonly string[]): Promise<readonly WorkflowFacts[]>;
  /** What Jira says against a change; undefined: it would take it. Changes nothing. */
  objection(name: string, changes: RuleChanges): Promise<string | undefined>;
  /** Nothing but these rules changes, and only from the version that was read. */
  change(as: As, name: string, changes: RuleChanges): Promise<{ readonly kind: 'changed' | 'unchanged' } | { readonly kind: 'refused'; readonly why: string }>;
  /** Names of the workflows that hold rules of this app. */
  withOwnRules(): Promise<readonly string[]>;
}
