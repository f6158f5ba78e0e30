import * as z from 'zod';
import type { IssueTypeScheme, SiteIssueType, SitePort } from '../actions/setup-ports';
import { linkKindNames, linkKinds } from '../domain/link-kinds';
import { asAdmin, checked, pagesOf } from './as-admin';
import { statementKinds, statementWords } from '../domain/statements';
import { pinPanel } from './panel-pins';
import { find, route } from './request';
import { projectIdShape } from './shapes';

/** Marks an issue type as ours; names can be changed and translated, this stays. */
const typeProperty = 'groundwork.kind';

const typeShape = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  hierarchyLevel: z.number().optional(),
  subtask: z.boolean().optional(),
  scope: z.looseObject({ project: z.looseObject({ id: projectIdShape }).optional() }).optional(),
});
const markShape = z.looseObject({
  value: z.looseObject({ kind: z.enum(statementKinds), linkTypes: z.partialRecord(z.enum(linkKindNames()), z.string()).default({}) }),
});
const madeShape = z.looseObject({ id: z.string() });
const linkTypesShape = z.looseObject({ issueLinkTypes: z.array(z.looseObject({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() })) });
const fieldsShape = z.array(z.looseObject({ id: z.string(), name: z.string(), schema: z.looseObject({ custom: z.string().optional() }).optional() }));

/** What only a Jira admin may read and change; Jira itself refuses everybody else. */
export const jiraSite: SitePort = {
  async issueTypes() {
    const response = await asAdmin({ method: 'GET', path: route`/rest/api/3/issuetype`, isRepeatable: true });
    return (await response.parse(z.array(typeShape))).map((type): SiteIssueType => ({
      id: type.id,
      name: type.name,
      description: type.description ?? '',
      level: type.hierarchyLevel ?? (type.subtask ? -1 : 0),
      projectId: type.scope?.project?.id,
    }));
  },

  async markOf(typeId) {
    const found = await find('user', route`/rest/api/3/issuetype/${checked(typeId)}/properties/${typeProperty}`, z.looseObject({ value: z.unknown() }));
    const parsed = markShape.safeParse(found);
    return parsed.success ? { kind: parsed.data.value.kind, linkTypes: parsed.data.value.linkTypes } : undefined;
  },

  async mark(typeId, mark) {
    await asAdmin({ method: 'PUT', path: route`/rest/api/3/issuetype/${checked(typeId)}/properties/${typeProperty}`, body: mark, isRepeatable: true });
  },

  async createType(kind) {
    const { name, description } = statementWords[kind];
    // 0 is the base level: the only one on which REST makes a type that is no sub-task.
    const body = { name, description, hierarchyLevel: 0 };
    const response = await asAdmin({ method: 'POST', path: route`/rest/api/3/issuetype`, body, isRepeatable: false, expects: [409] });
    return response.status === 409 ? { kind: 'name-in-use' } : { kind: 'created', id: (await response.parse(madeShape)).id };
  },

  async linkTypes() {
    const found = await find('user', route`/rest/api/3/issueLinkType`, linkTypesShape);
    return found?.issueLinkTypes.map(({ id, name, inward, outward }) => ({ id, name, phrase: outward, inverse: inward }));
  },

  async createLinkType(kind) {
    const { name, phrase, inverse } = linkKinds[kind];
    const response = await asAdmin({
      method: 'POST',
      path: route`/rest/api/3/issueLinkType`,
      body: { name, outward: phrase, inward: inverse },
      isRepeatable: false,
      expects: [404, 409],
    });
    // Jira says 404 for a name in use, too; who reads the list again sees which it was.
    return response.status >= 400 ? { kind: 'name-in-use' } : { kind: 'created', id: (await response.parse(madeShape)).id };
  },

  schemesOf: (projectIds) => schemesOf(projectIds),

  async addToScheme(schemeId, typeIds) {
    // Repeatable: a second try of one that was carried out is refused, and the caller reads what the scheme holds then.
    const response = await asAdmin({
      method: 'PUT',
      path: route`/rest/api/3/issuetypescheme/${checked(schemeId)}/issuetype`,
      body: { issueTypeIds: typeIds },
      isRepeatable: true,
      expects: [400],
    });
    return response.status === 400 ? 'refused' : 'added';
  },

  async createScheme(name, typeIds, defaultTypeId) {
    const body = { name, issueTypeIds: typeIds, ...(defaultTypeId !== undefined && { defaultIssueTypeId: defaultTypeId }) };
    const response = await asAdmin({ method: 'POST', path: route`/rest/api/3/issuetypescheme`, body, isRepeatable: false, expects: [409] });
    return response.status === 409
      ? { kind: 'name-in-use' }
      : { kind: 'created', id: (await response.parse(z.looseObject({ issueTypeSchemeId: z.string() }))).issueTypeSchemeId };
  },

  async schemeNamed(name) {
    const schemes = await pagesOf(
      z.looseObject({ id: z.string(), name: z.string() }),
      (startAt) => route`/rest/api/3/issuetypescheme?startAt=${startAt}&maxResults=50&queryString=${name}`,
    );
    return schemes.find((scheme) => scheme.name === name)?.id;
  },

  async assignScheme(schemeId, projectId) {
    await asAdmin({
      method: 'PUT',
      path: route`/rest/api/3/issuetypescheme/project`,
      body: { issueTypeSchemeId: checked(schemeId), projectId },
      isRepeatable: true,
    });
  },

  pinPanel,

  async fields() {
    const response = await asAdmin({ method: 'GET', path: route`/rest/api/3/field`, isRepeatable: true });
    return (await response.parse(fieldsShape)).map(({ id, name, schema }) => ({ id, name, custom: schema?.custom }));
  },
};

const schemeOfProjectsShape = z.looseObject({
  issueTypeScheme: z.looseObject({ id: z.string(), name: z.string(), defaultIssueTypeId: z.string().optional(), isDefault: z.boolean().optional() }),
  projectIds: z.array(projectIdShape),
});
const mappingShape = z.looseObject({ issueTypeSchemeId: z.string(), issueTypeId: z.string() });

async function schemesOf(projectIds: Parameters<SitePort['schemesOf']>[0]): Promise<readonly IssueTypeScheme[]> {
  const rows = await inSlices(projectIds, (slice) =>
    pagesOf(schemeOfProjectsShape, (startAt) => route`/rest/api/3/issuetypescheme/project?${query('projectId', slice, startAt)}`),
  );
  const schemes = new Map(rows.map(({ issueTypeScheme }) => [issueTypeScheme.id, issueTypeScheme]));
  const mapping = await inSlices([...schemes.keys()], (slice) =>
    pagesOf(mappingShape, (startAt) => route`/rest/api/3/issuetypescheme/mapping?${query('issueTypeSchemeId', slice, startAt)}`),
  );
  return [...schemes.values()].map((scheme) => ({
    id: scheme.id,
    name: scheme.name,
    defaultTypeId: scheme.defaultIssueTypeId,
    isDefault: scheme.isDefault ?? false,
    typeIds: mapping.filter((row) => row.issueTypeSchemeId === scheme.id).map((row) => row.issueTypeId),
    projectIds: rows.filter((row) => row.issueTypeScheme.id === scheme.id).flatMap((row) => row.projectIds),
  }));
}

const query = (name: string, ids: readonly string[], startAt: number): URLSearchParams =>
  new URLSearchParams([...ids.map((id) => [name, id]), ['startAt', String(startAt)]]);

// A query of more ids would not fit into an address.
const idsPerQuery = 100;

async function inSlices<Row>(ids: readonly string[], read: (slice: readonly string[]) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += idsPerQuery) rows.push(...(await read(ids.slice(at, at + idsPerQuery))));
  return rows;
}
