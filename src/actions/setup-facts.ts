import type { SetupChoices } from '../contract/setup';
import type { ProjectId } from '../domain/ids';
import { linkKindNames, ruleOf, type LinkKind } from '../domain/link-kinds';
import { readGateFacts, type GateFacts } from './setup-gate-facts';
import { readMarks } from './setup-types';
import type { Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import type { IssueTypeScheme, SiteField, SiteIssueType, SiteLinkType, SiteScreen, TypeMark } from './setup-ports';

export type SetupPorts = Pick<Ports, 'settings' | 'site' | 'projects' | 'workflows' | 'screens'>;
type Project = Omit<ProjectFacts, 'types'>;

/** What the site holds of what setup wants; everything read as the admin, nothing guessed. */
export interface SetupFacts {
  readonly settings: SiteSettings;
  readonly projects: readonly Project[];
  readonly siteTypes: readonly SiteIssueType[];
  /** By type id. Read where memory is not enough. */
  readonly marks: ReadonlyMap<string, TypeMark>;
  /** undefined: linking is switched off. */
  readonly linkTypes: readonly SiteLinkType[] | undefined;
  readonly schemes: readonly IssueTypeScheme[];
  readonly effort: SiteField | undefined;
  readonly organisations: SiteField | undefined;
  /** Our own number field and the screens there are; undefined while the site has no such field. */
  readonly field: { readonly id: string; readonly screens: readonly SiteScreen[]; readonly showing: readonly string[] } | undefined;
  /** undefined: not asked for. */
  readonly gate: GateFacts | undefined;
}

/** What each subject of a line looks at; a plan looks at all of it. */
const looksAt = {
  types: ['type', 'types', 'link', 'gate'],
  marks: ['type', 'types', 'link'],
  linkTypes: ['link'],
  projects: ['types', 'screen', 'pin', 'gate'],
  fields: ['effort', 'screen'],
  schemes: ['types', 'gate'],
  gate: ['gate'],
} as const;

/** `about` names the one line that is asked for: what it does not need is not read. */
export async function readSetupFacts(ports: SetupPorts, choices: SetupChoices, about?: string): Promise<SetupFacts> {
  const [subject] = about?.split('.') ?? [];
  const needs = (what: keyof typeof looksAt): boolean => subject === undefined || looksAt[what].some((one) => one === subject);
  const [settings, projects, siteTypes, linkTypes, fields] = await Promise.all([
    ports.settings.read(),
    needs('projects') ? ports.projects.list('user') : [],
    needs('types') ? ports.site.issueTypes() : [],
    needs('linkTypes') ? ports.site.linkTypes() : [],
    needs('fields') ? ports.site.fields() : [],
  ]);
  const companyManaged = projects.filter(({ style }) => style === 'company-managed').map(({ id }) => id);
  const ownField = fields.find(({ custom }) => custom?.endsWith(evidenceField) === true);
  const [schemes, marks, field] = await Promise.all([
    needs('schemes') ? ports.site.schemesOf(companyManaged) : [],
    needs('marks') ? readMarks(ports, settings, siteTypes, choices) : new Map<string, TypeMark>(),
    ownField ? readScreens(ports, ownField.id) : undefined,
  ]);
  const known = { settings, projects, siteTypes, marks, linkTypes, schemes, field, effort: effortField(fields), organisations: organisationsField(fields) };
  return { ...known, gate: needs('gate') ? await readGateFacts(ports, known, choices, about) : undefined };
}

/** The field's module in this app's manifest, as Jira names it at the end of the field's type. */
const evidenceField = '/static/evidence-score';

async function readScreens(ports: Pick<Ports, 'screens'>, id: string): Promise<SetupFacts['field']> {
  const [screens, showing] = await Promise.all([ports.screens.list(), ports.screens.showing(id)]);
  return { id, screens, showing };
}

/** The link type of a kind: remembered, else noted on our types, else what a person chose, else of the same name and both phrases. */
export function linkTypeOf(
  { settings, linkTypes, marks }: Pick<SetupFacts, 'settings' | 'linkTypes' | 'marks'>,
  { adopt }: Pick<SetupChoices, 'adopt'>,
  kind: LinkKind,
): SiteLinkType | undefined {
  const noted = notedLinks(marks)[kind];
  return (
    linkTypes?.find(({ id }) => id === settings.linkTypes[kind]) ??
    linkTypes?.find(({ id }) => id === noted) ??
    linkTypes?.find(({ id }) => id === adopt.links[kind]) ??
    linkTypes?.find((type) => isOfOurWords(type, kind))
  );
}

const isOfOurWords = ({ name, phrase, inverse }: SiteLinkType, kind: LinkKind): boolean => {
  const rule = ruleOf(kind);
  return name === rule.name && phrase === rule.phrase && inverse === rule.inverse;
};

/** Link types that our types carry the ids of. */
export const notedLinks = (marks: SetupFacts['marks']): TypeMark['linkTypes'] =>
  [...marks.values()].find(({ kind, linkTypes }) => kind === 'problem' && Object.keys(linkTypes).length > 0)?.linkTypes ?? {};

export const isNameTaken = ({ linkTypes }: Pick<SetupFacts, 'linkTypes'>, kind: LinkKind): boolean =>
  linkTypes?.some(({ name }) => name.toLowerCase() === ruleOf(kind).name.toLowerCase()) ?? false;

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
  fields.find(({ custom }) => custom !== undefined && effortTypes.includes(custom)) ??
  fields.find(({ custom, name }) => custom === numberType && effortNames.includes(name.toLowerCase()));

const organisationsField = (fields: readonly SiteField[]): SiteField | undefined =>
  fields.find(
    ({ custom }) =>
      custom === 'com.atlassian.servicedesk:sd-customer-organizations' ||
      custom === 'com.atlassian.servicedesk.customer-organizations:sd-customer-organizations',
  );
