/** A rule as Jira keeps it: its own, another app's, or one of this app; only the key and the parameters tell them apart. */
export interface Rule {
  readonly id: string;
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ConditionGroup {
  readonly operation: 'ANY' | 'ALL';
  readonly conditions: readonly Rule[];
  readonly conditionGroups: readonly ConditionGroup[];
}

/** A trigger comes without an id where nobody gave it one. */
type Trigger = Omit<Rule, 'id'> & { readonly id: string | undefined };

export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Status ids; empty: from anywhere. */
  readonly from: readonly string[];
  readonly to: string;
  readonly validators: readonly Rule[];
  readonly actions: readonly Rule[];
  readonly conditions: ConditionGroup | undefined;
  readonly triggers: readonly Trigger[];
  readonly screen: Rule | undefined;
  readonly properties: Readonly<Record<string, string>>;
}

/** A status in a workflow: where the editor draws it and what is noted on it there. */
export interface StatusPlace {
  readonly statusId: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly layout: { readonly x?: number | null | undefined; readonly y?: number | null | undefined } | null | undefined;
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Set where it belongs to a team-managed project alone. */
  readonly projectId: string | undefined;
  readonly statuses: readonly StatusPlace[];
  /** What makes an issue. */
  readonly initial: Transition;
  readonly transitions: readonly Transition[];
  readonly version: number;
  readonly updated: number;
}

export const statusIdsIn = ({ statuses }: Workflow): string[] => statuses.map(({ statusId }) => statusId);

const rulesUnder = (group: ConditionGroup | undefined): readonly Rule[] =>
  group === undefined ? [] : [...group.conditions, ...group.conditionGroups.flatMap(rulesUnder)];

/** Every rule of a transition but its triggers, with the place it stands at. */
export const rulesOf = (transition: Transition) => [
  ...transition.validators.map((rule) => ({ rule, type: 'Validator' as const })),
  ...transition.actions.map((rule) => ({ rule, type: 'Function' as const })),
  ...rulesUnder(transition.conditions).map((rule) => ({ rule, type: 'Condition' as const })),
  ...(transition.screen === undefined ? [] : [{ rule: transition.screen, type: 'Screen' as const }]),
];

export const allTransitions = ({ initial, transitions }: Workflow): readonly Transition[] => [initial, ...transitions];
