import type { SetupChoices, SetupLine } from '../contract/setup';
import { statementKinds, statementWords } from '../domain/statements';
import type { ProjectFacts } from './ports';
import { schemeOf, type SetupFacts } from './setup-facts';
import { namedLikeOurs, ownTypesOf, typeOf } from './setup-types';

type Project = Omit<ProjectFacts, 'types'>;

/** What every line about a project has. */
export const projectLine = ({ id, key, name }: Project) => ({
  section: 'project' as const,
  project: { id, key, name },
  steps: [],
  isOptional: false,
  candidates: [],
});

export function projectTypesLine(facts: SetupFacts, choices: SetupChoices, project: Project): SetupLine {
  const line = { ...projectLine(project), id: `types.${project.id}`, title: 'Statements can be written here' };
  if (project.style === 'team-managed') return { ...line, ...ownTypesState(facts, choices, project) };
  const scheme = schemeOf(facts, project.id);
  if (!scheme) return { ...line, detail: 'Jira named no work type scheme for this project.', state: 'not-possible' };
  const words = statementKinds.map((kind) => typeOf(facts, choices, kind)?.name ?? statementWords[kind].name);
  const types = `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
  const hasAll = statementKinds.every((kind) => scheme.typeIds.includes(typeOf(facts, choices, kind)?.id ?? ''));
  if (hasAll) return { ...line, detail: `Scheme “${scheme.name}” holds ${types}.`, state: 'exists' };
  if (scheme.projectIds.length === 1) return { ...line, detail: `Adds ${types} to “${scheme.name}”, which only this project uses.`, state: 'will-add' };
  const others = scheme.projectIds.filter((id) => id !== project.id).flatMap((id) => facts.projects.find((one) => one.id === id)?.name ?? []);
  const sharers = `“${scheme.name}” is used by ${String(others.length)} other ${others.length === 1 ? 'project' : 'projects'}, too: ${named(others)}`;
  const detail = choices.sharedScheme === 'copy' ? `${sharers}. So this project gets a copy of its own.` : `${sharers}. They get ${types}, too.`;
  return { ...line, detail, state: 'will-add' };
}

const mostNames = 5;

/** A few names, and how many more there are. */
export const named = (names: readonly string[]): string =>
  names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} and ${String(names.length - mostNames)} more` : names.join(', ');

/** Jira offers apps no way to add a type to a team-managed project; what is there by our names may mean something else. */
function ownTypesState(facts: SetupFacts, choices: SetupChoices, project: Project): Pick<SetupLine, 'detail' | 'state' | 'steps' | 'candidates'> {
  const own = ownTypesOf(facts, choices, project.id);
  const alike = namedLikeOurs(facts, project.id);
  const missing = statementKinds.filter((kind) => own[kind] === undefined);
  if (missing.some((kind) => alike[kind] === undefined)) {
    const names = missing.filter((kind) => alike[kind] === undefined).map((kind) => statementWords[kind].name);
    return {
      detail: 'A team-managed project holds its own work types, which only its admin can add.',
      state: 'by-hand',
      steps: [`Open the settings of ${project.name}, Work types.`, `Add ${names.join(', ')}, spelled exactly so.`, 'Come back and check again.'],
      candidates: [],
    };
  }
  const adopted = statementKinds.filter((kind) => own[kind] === undefined || own[kind] === alike[kind]).map((kind) => statementWords[kind].name);
  const candidates = adopted.length > 0 ? [{ id: project.id, name: `${adopted.join(', ')} of ${project.name}`, about: '' }] : [];
  if (missing.length > 0)
    return {
      detail: `${project.name} has work types of these names. Only you know whether they mean what Groundwork means by them.`,
      state: 'choose',
      steps: ['If they do, use them: choose them here.', `If not, give them other names in the settings of ${project.name}, Work types. Then check again.`],
      candidates,
    };
  const isDone = statementKinds.every((kind) => {
    const id = own[kind]?.id ?? '';
    return facts.settings.statementTypes[kind].includes(id) && facts.marks.get(id)?.kind === kind;
  });
  const words = statementKinds.map((kind) => own[kind]?.name ?? statementWords[kind].name);
  return {
    detail: `The project has ${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''} of its own.`,
    state: isDone ? 'exists' : 'will-add',
    steps: [],
    candidates,
  };
}

export const pinLine = ({ settings }: SetupFacts, project: Project): SetupLine => ({
  ...projectLine(project),
  id: `pin.${project.id}`,
  title: 'Groundwork panel on every issue',
  detail: 'Pinned for all, so that nobody has to open it first. People can hide it.',
  state: settings.pinnedProjects.includes(project.id) ? 'exists' : 'will-add',
  isOptional: true,
});
