import type { SetupLine } from '../contract/setup';
import type { GateMode } from '../domain/gate';
import { changesFor, modeFor, ruleIdsOf } from './gate-rows';
import type { ProjectFacts } from './ports';
import type { KeptGate } from './settings-ports';
import type { WorkflowFacts, WorkflowStep } from './workflow-ports';
import type { SetupFacts } from './setup-facts';
import { named, projectLine } from './setup-project-lines';

type Project = Omit<ProjectFacts, 'types'>;

const modeWords: Readonly<Record<GateMode, string>> = { off: 'Off: it never looks.', warn: 'Warn: it counts and stops nothing.', require: 'Require.' };

/** The rule in the workflows of a project's epics. */
export function gateLine(facts: SetupFacts, project: Project): SetupLine {
  const kept = facts.settings.gates[project.id];
  const line = { ...projectLine(project), id: `gate.${project.id}`, title: titleFor(kept) };
  if (project.style === 'team-managed')
    return {
      ...line,
      title: 'Gate',
      detail: 'Groundwork’s rule does not run in team-managed projects. Panel and Health say what is missing, and Health lists what got past.',
      state: 'not-possible',
    };
  const workflows = facts.gate?.workflowsOf.get(project.id) ?? [];
  if (workflows.length === 0)
    return {
      ...line,
      title: 'Gate',
      detail: 'The project has no work type at the level of epics, so that there is nothing to look at.',
      state: 'not-possible',
    };
  const missing = workflows.filter((workflow) => needsRule(facts, workflow, project));
  if (missing.length === 0) return { ...line, title: 'Gate', detail: existing(workflows, project), state: 'exists' };
  if (missing.every((workflow) => modeFor(workflow, project.id) !== undefined))
    return {
      ...line,
      ...(kept?.isToDo ? {} : { title: 'Gate' }),
      detail: kept?.isToDo
        ? `The rule in ${missing.map(({ name }) => `“${name}”`).join(', ')} says something else. It gets the modes that were read from the file.`
        : `The rule in ${missing.map(({ name }) => `“${name}”`).join(', ')} learns types that it does not know yet. Its mode stays.`,
      state: 'will-add',
      isOptional: true,
    };
  const objection = missing.flatMap((workflow) => facts.gate?.objections.get(workflow.name) ?? [])[0];
  const stepless = missing.find((workflow) => workflow.rules.length === 0 && starts(workflow).length === 0);
  if (objection === undefined && !stepless)
    return {
      ...line,
      detail: `${missing.map((workflow) => where(facts, workflow, project)).join(' ')} ${stopsNothing(kept) ? 'Stops nothing yet.' : 'It does again what it was told before.'}`,
      state: 'will-add',
      isOptional: true,
    };
  return {
    ...line,
    detail: stepless
      ? `No step of “${stepless.name}” leads from a status of “To do” to one of “In progress”.`
      : `Jira takes the rule from a person only: ${objection ?? ''}`,
    state: 'by-hand',
    isOptional: true,
    steps: missing.flatMap((workflow) => [
      `Open Jira settings, Work items, Workflows, and edit “${workflow.name}”.`,
      `Choose ${starts(workflow).length > 0 ? `the step ${stepNames(starts(workflow))}` : 'the step by which work on an epic starts'}, then Rules, Add rule, Validate.`,
      `Choose “Epic states the problem it solves”, ${kept ? `set it to ${keptWords(kept)}` : 'leave it at Warn'}, add it, and update the workflow.`,
      'Come back and check again: the rule is found wherever you put it.',
    ]),
  };
}

const modeNames: Readonly<Record<GateMode, string>> = { off: 'Off', warn: 'Warn', require: 'Require' };

const keptWords = ({ rows }: KeptGate): string => [...new Set(rows.map(({ mode }) => modeNames[mode]))].join(' and ');

const titleFor = (kept: KeptGate | undefined): string => `Gate, set to ${kept ? keptWords(kept) : modeNames.warn}`;

const stopsNothing = (kept: KeptGate | undefined): boolean => kept?.rows.some(({ mode }) => mode === 'require') !== true;

const needsRule = ({ settings }: SetupFacts, workflow: WorkflowFacts, { id }: Project): boolean => {
  const ids = ruleIdsOf(settings);
  if (!ids) return modeFor(workflow, id) === undefined;
  // A workflow without a step to put it on needs it all the same.
  return workflow.rules.length === 0 || changesFor(workflow, id, ids, settings.gates[id]).length > 0;
};

const starts = ({ steps }: WorkflowFacts): readonly WorkflowStep[] => steps.filter(({ isStart }) => isStart);

const stepNames = (steps: readonly WorkflowStep[]): string =>
  steps.map(({ name, from, to }) => `“${name}” (${from.length > 0 ? from.join(', ') : 'any'} → ${to})`).join(' and ');

function where(facts: SetupFacts, workflow: WorkflowFacts, project: Project): string {
  const ruled = workflow.steps.filter(({ id }) => workflow.rules.some(({ stepId }) => stepId === id));
  const others = (facts.gate?.usersOf.get(workflow.name) ?? []).filter((id) => id !== project.id);
  const names = others.flatMap((id) => facts.projects.find((one) => one.id === id)?.name ?? []);
  const sharing = names.length > 0 ? ` ${named(names)} use${names.length === 1 ? 's' : ''} the same workflow; there the rule stays silent.` : '';
  return `${stepNames(ruled.length > 0 ? ruled : starts(workflow))} in the workflow “${workflow.name}”.${sharing}`;
}

function existing(workflows: readonly WorkflowFacts[], { id }: Project): string {
  return workflows
    .map((workflow) => {
      const ruled = workflow.steps.filter((step) => workflow.rules.some(({ stepId }) => stepId === step.id));
      return `${stepNames(ruled)} in the workflow “${workflow.name}”. ${modeWords[modeFor(workflow, id) ?? 'off']}`;
    })
    .join(' ');
}
