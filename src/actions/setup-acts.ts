import type { SetupChoices } from '../contract/setup';
import type { ProjectId } from '../domain/ids';
import type { LinkKind } from '../domain/link-kinds';
import { statementKinds, type StatementKind } from '../domain/statements';
import { changeSettings, including } from './changing-settings';
import { changesFor, ruleIdsOf } from './gate-rows';
import { settleGate } from './keeping-gates';
import { Refusal } from './outcome';
import { revisionOf, rulesOn } from './own-rows';
import type { Ports, ProjectFacts } from './ports';
import type { KeptGate, SiteSettings } from './settings-ports';
import type { IssueTypeScheme } from './setup-ports';
import { linkTypeOf, readSetupFacts, schemeOf, type SetupFacts, type SetupPorts } from './setup-facts';
import { ownTypesOf, typeOf } from './setup-types';
import type { WorkflowFacts } from './workflow-ports';

export async function applyType(ports: SetupPorts, facts: SetupFacts, choices: SetupChoices, kind: StatementKind): Promise<void> {
  const id = typeOf(facts, choices, kind)?.id ?? (await makeType(ports, choices, kind));
  // The mark comes before the memory: what is remembered is never looked at again.
  await ports.site.mark(id, { kind, linkTypes: kind === 'problem' ? { ...facts.marks.get(id)?.linkTypes, ...facts.settings.linkTypes } : {} });
  // The type of the whole site stands first: it is the one that carries the ids of link types. There is one a kind: of two admins who
  // choose different ones at once, the later wins.
  const ofTheSite = new Set(facts.siteTypes.filter(({ projectId }) => projectId === undefined).map((type) => type.id));
  await changeSettings(ports, (settings) => {
    const others = settings.statementTypes[kind].filter((other) => other !== id && !ofTheSite.has(other));
    return { ...settings, statementTypes: { ...settings.statementTypes, [kind]: [id, ...others] } };
  });
}

async function makeType(ports: SetupPorts, choices: SetupChoices, kind: StatementKind): Promise<string> {
  const made = await ports.site.createType(kind);
  if (made.kind === 'created') return made.id;
  // Somebody made it since the plan was read.
  const now = typeOf(await readSetupFacts(ports, choices, `type.${kind}`), choices, kind);
  if (!now) throw new Refusal('conflict', 'Jira has this name in use for something else: a sub-task, or one project only. Rename that one, then try again.');
  return now.id;
}

export async function applyLink(ports: SetupPorts, facts: SetupFacts, choices: SetupChoices, kind: LinkKind): Promise<void> {
  const id = linkTypeOf(facts, choices, kind)?.id ?? (await makeLinkType(ports, choices, kind));
  const settings = await changeSettings(ports, (before) => ({ ...before, linkTypes: { ...before.linkTypes, [kind]: id } }));
  await noteLinkTypes(ports, settings);
}

async function makeLinkType(ports: SetupPorts, choices: SetupChoices, kind: LinkKind): Promise<string> {
  const made = await ports.site.createLinkType(kind);
  if (made.kind === 'created') return made.id;
  const now = linkTypeOf(await readSetupFacts(ports, choices, `link.${kind}`), choices, kind);
  if (!now) throw new Refusal('conflict', 'Jira did not make the link type: the name is in use with other phrases, or linking is switched off.');
  return now.id;
}

/** Link types carry nothing of ours: their ids are noted on the type of problems, where the next installation finds them. */
export async function noteLinkTypes(ports: Pick<Ports, 'site'>, { statementTypes, linkTypes }: SiteSettings): Promise<void> {
  const [problem] = statementTypes.problem;
  if (problem === undefined) return;
  const noted = (await ports.site.markOf(problem))?.linkTypes ?? {};
  // What an earlier installation noted stays until this one knows better: the store starts empty, one line is applied at a time.
  const known = { ...noted, ...linkTypes };
  if (JSON.stringify(sorted(known)) !== JSON.stringify(sorted(noted))) await ports.site.mark(problem, { kind: 'problem', linkTypes: known });
}

const sorted = (ids: object): unknown => Object.entries(ids).sort(([a], [b]) => (a < b ? -1 : 1));

export async function applyFields(ports: SetupPorts, { effort, organisations }: SetupFacts): Promise<void> {
  await changeSettings(ports, (settings) => ({
    ...settings,
    effort: settings.effort ?? (effort && { fieldId: effort.id, unit: 'story points' }),
    organisationsFieldId: settings.organisationsFieldId ?? organisations?.id,
  }));
}

export async function applyScreen(ports: SetupPorts, { field }: SetupFacts, screenId: string): Promise<void> {
  if (!field) throw new Refusal('conflict', 'The site has no such field any more.');
  if ((await ports.screens.show(screenId, field.id)) === 'added' || (await ports.screens.showing(field.id)).includes(screenId)) return;
  throw new Refusal('conflict', 'Jira did not put the field on this screen. A Jira admin can: Jira settings, Work items, Screens.');
}

export async function applyProjectTypes(ports: SetupPorts, facts: SetupFacts, choices: SetupChoices, project: Omit<ProjectFacts, 'types'>): Promise<void> {
  if (project.style === 'team-managed') return takeOwnTypes(ports, facts, ownTypesOf(facts, choices, project.id));
  const scheme = schemeOf(facts, project.id);
  const typeIds = statementKinds.flatMap((kind) => typeOf(facts, choices, kind)?.id ?? []);
  if (!scheme || typeIds.length < statementKinds.length) throw new Refusal('conflict', 'The work types must exist first.');
  if (scheme.projectIds.length > 1 && choices.sharedScheme === 'copy') return giveOwnScheme(ports, scheme, typeIds, project);
  await completeScheme(ports, project.id, scheme, typeIds);
}

async function completeScheme(ports: SetupPorts, project: ProjectId, scheme: IssueTypeScheme, typeIds: readonly string[]): Promise<void> {
  const missing = typeIds.filter((id) => !scheme.typeIds.includes(id));
  if (missing.length === 0 || (await ports.site.addToScheme(scheme.id, missing)) === 'added') return;
  // All or none: refused, because another run added one of them meanwhile. What is still missing goes in alone.
  const now = schemeOf({ schemes: await ports.site.schemesOf([project]) }, project);
  const left = typeIds.filter((id) => !now?.typeIds.includes(id));
  if (left.length > 0 && (await ports.site.addToScheme(scheme.id, left)) === 'refused')
    throw new Refusal('conflict', `Jira does not add the work types to “${scheme.name}”.`);
}

async function giveOwnScheme(ports: SetupPorts, shared: IssueTypeScheme, typeIds: readonly string[], project: Omit<ProjectFacts, 'types'>): Promise<void> {
  const name = `${project.key}: ${shared.name}`.slice(0, 255);
  const made = await ports.site.createScheme(name, [...new Set([...shared.typeIds, ...typeIds])], shared.defaultTypeId);
  const id = made.kind === 'created' ? made.id : await ports.site.schemeNamed(name);
  if (id === undefined) throw new Refusal('conflict', `Jira has the name “${name}” in use.`);
  await ports.site.assignScheme(id, project.id);
  // A copy that an earlier run left behind may be older than the types.
  const assigned = schemeOf({ schemes: await ports.site.schemesOf([project.id]) }, project.id);
  if (assigned) await completeScheme(ports, project.id, assigned, typeIds);
}

export async function applyPin(ports: SetupPorts, project: ProjectId): Promise<void> {
  if ((await ports.site.pinPanel(project)) === 'refused')
    throw new Refusal('conflict', 'Jira did not pin the panel in this project. It can be opened from any issue all the same.');
  await changeSettings(ports, (settings) => ({ ...settings, pinnedProjects: including(settings.pinnedProjects, project) }));
}

export async function applyGate(ports: SetupPorts, { settings, gate }: SetupFacts, project: ProjectId): Promise<void> {
  const ids = ruleIdsOf(settings);
  if (!ids) throw new Refusal('conflict', 'The work types and link types must exist first.');
  const applied: (KeptGate | undefined)[] = [];
  for (const planned of gate?.workflowsOf.get(project) ?? []) {
    // As it is kept now: the project's admin may have saved the gate since the plan was read.
    const kept = (await ports.settings.read()).gates[project];
    const answer = await ports.workflows.change('user', planned.name, (workflow) => {
      const changes = changesFor(workflow, project, ids, kept);
      if (kept?.isToDo && changes.length > 0 && said(workflow, project) !== said(planned, project))
        throw new Refusal('conflict', 'Somebody else changed the gate since the plan was read. Read the plan again.');
      return changes;
    });
    if (answer.kind === 'refused')
      throw new Refusal('conflict', `Jira did not take the rule into “${planned.name}”: ${answer.why} Nothing in the workflow was changed.`);
    applied.push(kept);
  }
  await settleGate(ports, project, applied);
}

const said = (workflow: WorkflowFacts, project: ProjectId): string => revisionOf(rulesOn([workflow], project), project);

/** As with the types of the site, the mark comes before the memory. */
async function takeOwnTypes(ports: SetupPorts, { marks }: SetupFacts, own: ReturnType<typeof ownTypesOf>): Promise<void> {
  for (const kind of statementKinds) {
    const id = own[kind]?.id;
    if (id !== undefined && marks.get(id)?.kind !== kind) await ports.site.mark(id, { kind, linkTypes: {} });
  }
  await changeSettings(ports, (settings) => {
    const remember = (kind: StatementKind) => (own[kind] ? including(settings.statementTypes[kind], own[kind].id) : settings.statementTypes[kind]);
    return { ...settings, statementTypes: { insight: remember('insight'), problem: remember('problem'), opportunity: remember('opportunity') } };
  });
}
