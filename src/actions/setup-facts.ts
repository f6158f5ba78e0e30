import type { SetupChoices } from '../contract/setup';
import { linkKindNames, linkKinds, type LinkKind } from '../domain/link-kinds';
import type { ProjectId } from '../domain/ids';
import { statementKinds, statementWords, type StatementKind } from '../domain/statements';
import type { IssueTypeScheme, Ports, ProjectFacts, SiteField, SiteIssueType, SiteLinkType, SiteSettings } from './ports';

type Project = Omit<ProjectFacts, 'types'>;

/** What the site holds of what setup wants; everything read as the admin, nothing guessed. */
export interface SetupFacts {
  readonly settings: SiteSettings;
  readonly projects: readonly Project[];
  /** The site-wide type of a kind: remembered, else marked as ours, else of exactly our name. */
  readonly types: Readonly<Record<StatementKind, SiteIssueType | undefined>>;
  /** Types that only one team-managed project has. */
  readonly ownTypes: readonly SiteIssueType[];
  /** undefined: linking is switched off. */
  readonly linkTypes: readonly SiteLinkType[] | undefined;
  readonly schemes: readonly IssueTypeScheme[];
  readonly effort: SiteField | undefined;
  readonly organisations: SiteField | undefined;
}

export async function readSetupFacts(ports: Pick<Ports, 'settings' | 'site' | 'projects'>): Promise<SetupFacts> {
  const [settings, projects, types, linkTypes, fields] = await Promise.all([
    ports.settings.read(),
    ports.projects.list('user'),
    ports.site.issueTypes(),
    ports.site.linkTypes(),
    ports.site.fields(),
  ]);
  const companyManaged = projects.filter(({ style }) => style === 'company-managed').map(({ id }) => id);
  const [schemes, ofKind] = await Promise.all([ports.site.schemesOf(companyManaged), findTypes(ports, settings, types)]);
  return {
    settings,
    projects,
    types: ofKind,
    ownTypes: types.filter(({ projectId }) => projectId !== undefined),
    linkTypes,
    schemes,
    effort: effortField(fields),
    organisations: organisationsField(fields),
  };
}

async function findTypes(ports: Pick<Ports, 'site'>, settings: SiteSettings, types: readonly SiteIssueType[]): Promise<SetupFacts['types']> {
  const candidates = types.filter(({ projectId, level }) => projectId === undefined && level === 0);
  const remembered = (kind: StatementKind) => candidates.find(({ id }) => settings.statementTypes[kind].includes(id));
  // Marks are asked for only where memory fails: after a new installation, which starts with an empty store.
  const isComplete = statementKinds.every(remembered);
  const marks = new Map(isComplete ? [] : await Promise.all(candidates.map(async ({ id }) => [id, await ports.site.markedKind(id)] as const)));
  const find = (kind: StatementKind) =>
    remembered(kind) ??
    candidates.find(({ id }) => marks.get(id) === kind) ??
    candidates.find(({ id, name }) => name === statementWords[kind].name && marks.get(id) === undefined);
  return { insight: find('insight'), problem: find('problem'), opportunity: find('opportunity') };
}

/** The link type of a kind: remembered, else of the same name and phrases; a name alone may mean something else. */
export function linkTypeOf({ settings, linkTypes }: Pick<SetupFacts, 'settings' | 'linkTypes'>, kind: LinkKind): SiteLinkType | undefined {
  const rule = linkKinds[kind];
  return (
    linkTypes?.find(({ id }) => id === settings.linkTypes[kind]) ??
    linkTypes?.find((type) => type.name === rule.name && type.phrase === rule.phrase && type.inverse === rule.inverse)
  );
}

export const isNameTaken = ({ linkTypes }: Pick<SetupFacts, 'linkTypes'>, kind: LinkKind): boolean =>
  linkTypes?.some(({ name }) => name.toLowerCase() === linkKinds[kind].name.toLowerCase()) ?? false;

/** A team-managed project's own types by our names; undefined for a kind that its admin has not made yet. */
export const ownTypesOf = ({ ownTypes }: Pick<SetupFacts, 'ownTypes'>, projectId: ProjectId): Readonly<Record<StatementKind, string | undefined>> => {
  const find = (kind: StatementKind) => ownTypes.find((type) => type.projectId === projectId && type.name === statementWords[kind].name)?.id;
  return { insight: find('insight'), problem: find('problem'), opportunity: find('opportunity') };
};

export const schemeOf = ({ schemes }: Pick<SetupFacts, 'schemes'>, projectId: ProjectId): IssueTypeScheme | undefined =>
  schemes.find((scheme) => scheme.projectIds.includes(projectId));

/** Projects of the choices, statements first, each once. */
export const chosenProjects = (facts: Pick<SetupFacts, 'projects'>, { statementProjects, backlogProjects, ticketProjects }: SetupChoices): readonly Project[] =>
  [...new Set([...statementProjects, ...backlogProjects, ...ticketProjects])].flatMap((id) => facts.projects.find((project) => project.id === id) ?? []);

export const allLinkKinds = linkKindNames();

const effortTypes = ['com.pyxis.greenhopper.jira:jsw-story-points'];
const effortNames = ['story points', 'story point estimate'];
export const numberType = 'com.atlassian.jira.plugin.system.customfieldtypes:float';

// Jira offers no sure way to tell which field holds the effort: the type key of Jira Software first, then the name.
export const effortField = (fields: readonly SiteField[]): SiteField | undefined =>
  fields.find(({ custom, name }) => custom === numberType && name.toLowerCase() === 'story points') ??
  fields.find(({ custom }) => custom !== undefined && effortTypes.includes(custom)) ??
  fields.find(({ custom, name }) => custom === numberType && effortNames.includes(name.toLowerCase()));

const organisationsField = (fields: readonly SiteField[]): SiteField | undefined =>
  fields.find(
    ({ custom }) =>
      custom === 'com.atlassian.servicedesk:sd-customer-organizations' ||
      custom === 'com.atlassian.servicedesk.customer-organizations:sd-customer-organizations',
  );
