import type { Input, Output } from '../contract';
import type { SetupChoices, SetupLine } from '../contract/setup';
import { isLinkKind, type LinkKind } from '../domain/link-kinds';
import { projectId, type ProjectId } from '../domain/ids';
import { statementKinds, type StatementKind } from '../domain/statements';
import { changeSettings, including } from './changing-settings';
import { Refusal } from './outcome';
import type { IssueTypeScheme, Ports, ProjectFacts } from './ports';
import { linkTypeOf, ownTypesOf, readSetupFacts, schemeOf, type SetupFacts } from './setup-facts';
import { linesOf } from './setup-lines';

type Needed = Pick<Ports, 'settings' | 'site' | 'projects'>;

/**
 * Does one line of the plan. Each looks first and remembers last, so that a run that died anywhere, or two admins at once,
 * end with the same site: what is there already is taken, never made twice.
 */
export async function applySetupLine(ports: Needed, { lineId, choices }: Input<'applySetupLine'>): Promise<Output<'applySetupLine'>> {
  const facts = await readSetupFacts(ports);
  const line = lineIn(facts, choices, lineId);
  if (line.state !== 'will-create' && line.state !== 'will-add') return { line };
  const [subject = '', about = ''] = lineId.split('.');
  switch (subject) {
    case 'type':
      await applyType(ports, facts, kindNamed(about));
      break;
    case 'link':
      await applyLink(ports, facts, linkKindNamed(about));
      break;
    case 'effort':
      await applyFields(ports, facts);
      break;
    case 'types':
      await applyProjectTypes(ports, facts, choices, projectNamed(facts, about));
      break;
    case 'pin':
      await applyPin(ports, projectNamed(facts, about).id);
      break;
    default:
      throw noSuchLine();
  }
  return { line: lineIn(await readSetupFacts(ports), choices, lineId) };
}

async function applyType(ports: Needed, facts: SetupFacts, kind: StatementKind): Promise<void> {
  const id = facts.types[kind]?.id ?? (await makeType(ports, kind));
  await ports.site.mark(id, kind);
  await rememberTypes(ports, { [kind]: id });
}

async function makeType(ports: Needed, kind: StatementKind): Promise<string> {
  const made = await ports.site.createType(kind);
  if (made.kind === 'created') return made.id;
  // Somebody made it since the plan was read.
  const now = (await readSetupFacts(ports)).types[kind];
  if (!now) throw new Refusal('conflict', 'Jira has this name in use for something else: a sub-task, or one project only. Rename that one, then try again.');
  return now.id;
}

async function applyLink(ports: Needed, facts: SetupFacts, kind: LinkKind): Promise<void> {
  const id = linkTypeOf(facts, kind)?.id ?? (await makeLinkType(ports, facts, kind));
  await changeSettings(ports, (settings) => ({ ...settings, linkTypes: { ...settings.linkTypes, [kind]: id } }));
}

async function makeLinkType(ports: Needed, { settings }: SetupFacts, kind: LinkKind): Promise<string> {
  const made = await ports.site.createLinkType(kind);
  if (made.kind === 'created') return made.id;
  const now = linkTypeOf({ settings, linkTypes: await ports.site.linkTypes() }, kind);
  if (!now) throw new Refusal('conflict', 'Jira did not make the link type: the name is in use with other phrases, or linking is switched off.');
  return now.id;
}

async function applyFields(ports: Needed, { effort, organisations }: SetupFacts): Promise<void> {
  await changeSettings(ports, (settings) => ({
    ...settings,
    effort: settings.effort ?? (effort && { fieldId: effort.id, unit: 'story points' }),
    organisationsFieldId: settings.organisationsFieldId ?? organisations?.id,
  }));
}

async function applyProjectTypes(ports: Needed, facts: SetupFacts, choices: SetupChoices, project: Omit<ProjectFacts, 'types'>): Promise<void> {
  if (project.style === 'team-managed') return rememberTypes(ports, ownTypesOf(facts, project.id));
  const scheme = schemeOf(facts, project.id);
  const typeIds = statementKinds.flatMap((kind) => facts.types[kind]?.id ?? []);
  if (!scheme || typeIds.length < statementKinds.length) throw new Refusal('conflict', 'The issue types must exist first.');
  if (scheme.projectIds.length > 1 && choices.sharedScheme === 'copy') return giveOwnScheme(ports, scheme, typeIds, project);
  await completeScheme(ports, project.id, scheme, typeIds);
}

async function completeScheme(ports: Needed, project: ProjectId, scheme: IssueTypeScheme, typeIds: readonly string[]): Promise<void> {
  const missing = typeIds.filter((id) => !scheme.typeIds.includes(id));
  if (missing.length === 0 || (await ports.site.addToScheme(scheme.id, missing)) === 'added') return;
  // All or none: refused, because another run added one of them meanwhile. What is still missing goes in alone.
  const now = schemeOf({ schemes: await ports.site.schemesOf([project]) }, project);
  const left = typeIds.filter((id) => !now?.typeIds.includes(id));
  if (left.length > 0 && (await ports.site.addToScheme(scheme.id, left)) === 'refused')
    throw new Refusal('conflict', `Jira does not add the issue types to "${scheme.name}".`);
}

async function giveOwnScheme(ports: Needed, shared: IssueTypeScheme, typeIds: readonly string[], project: Omit<ProjectFacts, 'types'>): Promise<void> {
  const name = `${project.key}: ${shared.name}`.slice(0, 255);
  const made = await ports.site.createScheme(name, [...new Set([...shared.typeIds, ...typeIds])], shared.defaultTypeId);
  const id = made.kind === 'created' ? made.id : await ports.site.schemeNamed(name);
  if (id === undefined) throw new Refusal('conflict', `Jira has the name "${name}" in use.`);
  await ports.site.assignScheme(id, project.id);
  // A copy that an earlier run left behind may be older than the types.
  const assigned = schemeOf({ schemes: await ports.site.schemesOf([project.id]) }, project.id);
  if (assigned) await completeScheme(ports, project.id, assigned, typeIds);
}

async function applyPin(ports: Needed, project: ProjectId): Promise<void> {
  if ((await ports.site.pinPanel(project)) === 'refused')
    throw new Refusal('conflict', 'Jira did not pin the panel in this project. It can be opened from any issue all the same.');
  await changeSettings(ports, (settings) => ({ ...settings, pinnedProjects: including(settings.pinnedProjects, project) }));
}

/** The site-wide type stays first: it is the one that gate rules carry. */
async function rememberTypes(ports: Needed, ids: Readonly<Partial<Record<StatementKind, string | undefined>>>): Promise<void> {
  await changeSettings(ports, (settings) => {
    const remember = (kind: StatementKind) => (ids[kind] === undefined ? settings.statementTypes[kind] : including(settings.statementTypes[kind], ids[kind]));
    return { ...settings, statementTypes: { insight: remember('insight'), problem: remember('problem'), opportunity: remember('opportunity') } };
  });
}

function lineIn(facts: SetupFacts, choices: SetupChoices, lineId: string): SetupLine {
  const line = linesOf(facts, choices).find(({ id }) => id === lineId);
  if (!line) throw noSuchLine();
  return line;
}

const noSuchLine = (): Refusal => new Refusal('not-found', 'The plan has no such line any more. Read the plan again.');

function kindNamed(text: string): StatementKind {
  const kind = statementKinds.find((one) => one === text);
  if (!kind) throw noSuchLine();
  return kind;
}

function linkKindNamed(text: string): LinkKind {
  if (!isLinkKind(text)) throw noSuchLine();
  return text;
}

function projectNamed({ projects }: SetupFacts, text: string): Omit<ProjectFacts, 'types'> {
  const id = projectId(text);
  const project = projects.find((one) => one.id === id);
  if (!project) throw noSuchLine();
  return project;
}
