import type { SetupChoices, SetupLine } from '../contract/setup';
import { linkKinds, type LinkKind } from '../domain/link-kinds';
import { statementKinds, statementWords, type StatementKind } from '../domain/statements';
import type { ProjectFacts } from './ports';
import { allLinkKinds, chosenProjects, isNameTaken, linkTypeOf, ownTypesOf, schemeOf, type SetupFacts } from './setup-facts';

type Project = Omit<ProjectFacts, 'types'>;

/** The whole plan; a line's id says what it is about, so that it can be applied and asked for again. */
export const linesOf = (facts: SetupFacts, choices: SetupChoices): SetupLine[] => [
  ...statementKinds.map((kind) => typeLine(facts, kind)),
  ...allLinkKinds.map((kind) => linkLine(facts, kind)),
  effortLine(facts),
  ...chosenProjects(facts, choices).flatMap((project) => [
    ...(choices.statementProjects.includes(project.id) ? [projectTypesLine(facts, choices, project)] : []),
    pinLine(facts, project),
  ]),
];

function typeLine(facts: SetupFacts, kind: StatementKind): SetupLine {
  const { name, description } = statementWords[kind];
  const type = facts.types[kind];
  const line = { id: `type.${kind}`, section: 'statements', project: null, title: `Issue type ${type?.name ?? name}`, detail: description, steps: [] } as const;
  if (!type) return { ...line, steps: [], state: 'will-create' };
  if (facts.settings.statementTypes[kind].includes(type.id)) return { ...line, steps: [], state: 'exists' };
  return { ...line, steps: [], detail: `There is an issue type of this name. Groundwork will use it. ${description}`, state: 'will-add' };
}

function linkLine(facts: SetupFacts, kind: LinkKind): SetupLine {
  const { name, phrase, inverse } = linkKinds[kind];
  const line = { id: `link.${kind}`, section: 'links' as const, project: null, title: `Link type ${name}`, detail: `"${phrase}" / "${inverse}"`, steps: [] };
  if (!facts.linkTypes)
    return { ...line, state: 'by-hand', steps: ['Open Jira settings, Work items, Work item linking.', 'Switch linking on.', 'Run this setup again.'] };
  const type = linkTypeOf(facts, kind);
  if (type) return { ...line, state: facts.settings.linkTypes[kind] === type.id ? 'exists' : 'will-add' };
  if (!isNameTaken(facts, kind)) return { ...line, state: 'will-create' };
  return {
    ...line,
    state: 'by-hand',
    detail: `There is a link type "${name}" with other phrases. Groundwork would say something else with it.`,
    steps: [
      'Open Jira settings, Work items, Work item linking.',
      `Give "${name}" another name, or set its phrases to "${phrase}" and "${inverse}".`,
      'Run this setup again.',
    ],
  };
}

function effortLine({ settings, effort }: SetupFacts): SetupLine {
  const line = { id: 'effort', section: 'project' as const, project: null, steps: [] };
  if (!effort)
    return {
      ...line,
      title: 'Effort',
      detail: 'No field holds story points: every item counts as one typical piece of work.',
      state: 'by-hand',
      steps: ['Add a number field named "Story Points" to the items you estimate.', 'Run this setup again.'],
    };
  return {
    ...line,
    title: `Effort from "${effort.name}"`,
    detail: 'Divides the value of an item. Items without it count as one typical piece of work.',
    state: settings.effort ? 'exists' : 'will-add',
  };
}

function projectTypesLine(facts: SetupFacts, choices: SetupChoices, project: Project): SetupLine {
  const line = {
    id: `types.${project.id}`,
    section: 'project' as const,
    project: { id: project.id, key: project.key, name: project.name },
    title: 'Statements can be written here',
    steps: [],
  };
  if (project.style === 'team-managed') return { ...line, ...ownTypesState(facts, project) };
  const scheme = schemeOf(facts, project.id);
  if (!scheme) return { ...line, detail: 'Jira named no issue type scheme for this project.', state: 'not-possible' };
  const hasAll = statementKinds.every((kind) => scheme.typeIds.includes(facts.types[kind]?.id ?? ''));
  if (hasAll) return { ...line, detail: `Scheme "${scheme.name}" holds Insight, Problem and Opportunity.`, state: 'exists' };
  if (scheme.projectIds.length === 1)
    return { ...line, detail: `Adds Insight, Problem and Opportunity to "${scheme.name}", which only this project uses.`, state: 'will-add' };
  const others = scheme.projectIds.length - 1;
  const sharers = `"${scheme.name}" is used by ${String(others)} other ${others === 1 ? 'project' : 'projects'}`;
  return {
    ...line,
    detail:
      choices.sharedScheme === 'copy' ? `${sharers}, so this project gets a copy of its own.` : `${sharers}: they get Insight, Problem and Opportunity, too.`,
    state: 'will-add',
  };
}

/** Jira offers apps no way to add a type to a team-managed project. */
function ownTypesState(facts: SetupFacts, project: Project): Pick<SetupLine, 'detail' | 'state' | 'steps'> {
  const own = ownTypesOf(facts, project.id);
  const missing = statementKinds.filter((kind) => own[kind] === undefined).map((kind) => statementWords[kind].name);
  if (missing.length > 0) {
    return {
      detail: 'A team-managed project holds its own issue types, which only its admin can add.',
      state: 'by-hand',
      steps: [`Open the settings of ${project.name}, Work types.`, `Add ${missing.join(', ')}, spelled exactly so.`, 'Run this setup again.'],
    };
  }
  const areRemembered = statementKinds.every((kind) => facts.settings.statementTypes[kind].includes(own[kind] ?? ''));
  return { detail: 'The project holds Insight, Problem and Opportunity of its own.', state: areRemembered ? 'exists' : 'will-add', steps: [] };
}

const pinLine = ({ settings }: SetupFacts, project: Project): SetupLine => ({
  id: `pin.${project.id}`,
  section: 'project',
  project: { id: project.id, key: project.key, name: project.name },
  title: 'Groundwork panel on every issue',
  detail: 'Pinned for all, so that nobody has to open it first.',
  state: settings.pinnedProjects.includes(project.id) ? 'exists' : 'will-add',
  steps: [],
});
