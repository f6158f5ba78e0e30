import { z } from 'zod';
import type { FrameContext, SiteModule } from '../site/site-module';
import { HttpRefusal } from './http';
import { isShown, type Place } from './display-conditions';
import type { World } from './world';

/** Which page of the site asks, and what it shows. */
const placeSchema = z.object({
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  place: z.enum(['admin']).optional(),
  /** Key of a workflow rule whose screen is opened. */
  rule: z.string().optional(),
  entryPoint: z.enum(['create', 'edit', 'view']).default('create'),
  configuration: z.string().optional(),
  type: z.string().optional(),
});

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    issuetype: z.object({ id: z.string(), name: z.string(), hierarchyLevel: z.number() }),
    project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().default('software'), simplified: z.boolean().default(false) }),
  }),
});
const projectSchema = z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().default('software'), simplified: z.boolean().default(false) });
const permissionSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const entrySchema = z.looseObject({
  key: z.string(),
  title: z.string().optional(),
  name: z.string().optional(),
  label: z.string().optional(),
  icon: z.string().optional(),
  resource: z.string().optional(),
  viewportSize: z.string().optional(),
  layout: z.string().optional(),
  displayConditions: z.unknown().optional(),
});

const typesOf = {
  issue: ['jira:issuePanel', 'jira:issueContext'],
  project: ['jira:projectPage', 'jira:projectSettingsPage'],
  admin: ['jira:adminPage'],
  rule: ['jira:workflowValidator'],
} as const;

/** The modules a page of the site shows to this person, after their display conditions. */
export async function modulesFor(world: World, frameOrigin: string, accountId: string, query: URLSearchParams): Promise<readonly SiteModule[]> {
  const parsed = placeSchema.safeParse(Object.fromEntries(query));
  if (!parsed.success) throw new HttpRefusal(400, z.prettifyError(parsed.error));
  const { issueKey, projectKey, place, rule, entryPoint, configuration, type } = parsed.data;
  const ask = askAs(world, accountId);

  const listed = (kind: keyof typeof typesOf) =>
    typesOf[kind]
      .filter((name) => type === undefined || type === name)
      .flatMap((name) => (world.manifest.modules[name] ?? []).map((entry) => ({ type: name, entry: entrySchema.parse(entry) })));
  const shown = (kind: keyof typeof typesOf, where: Place, extension: object) =>
    listed(kind)
      .filter(({ entry }) => isShown(entry.displayConditions, where))
      .map(({ type: name, entry }) => moduleOf(world, frameOrigin, accountId, name, entry, entry.resource, extension));

  if (issueKey !== undefined) {
    const issue = await ask(issueSchema, `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`);
    if (issue === undefined) return [];
    const { issuetype, project } = issue.fields;
    const where = {
      issue: { key: issue.key, typeName: issuetype.name, hierarchyLevel: issuetype.hierarchyLevel },
      project: { key: project.key, style: styleOf(project) },
      isJiraAdmin: await isJiraAdmin(ask),
    };
    const extension = {
      issue: { id: issue.id, key: issue.key, type: issuetype.name, typeId: issuetype.id },
      project: { id: project.id, key: project.key, type: project.projectTypeKey },
      location: `${world.siteUrl}/browse/${issue.key}`,
    };
    return shown('issue', where, extension).map((module) =>
      module.type === 'jira:issuePanel' ? { ...module, pinned: world.jira.isPanelPinned(project.id, module.key) } : module,
    );
  }
  if (projectKey !== undefined) {
    const project = await ask(projectSchema, `/rest/api/3/project/${encodeURIComponent(projectKey)}`);
    if (project === undefined) return [];
    const isAdministrator = await hasPermission(ask, 'ADMINISTER_PROJECTS', `&projectKey=${encodeURIComponent(project.key)}`);
    const where = { project: { key: project.key, style: styleOf(project) }, isJiraAdmin: await isJiraAdmin(ask) };
    const extension = { project: { id: project.id, key: project.key, type: project.projectTypeKey }, location: `${world.siteUrl}/projects/${project.key}` };
    return shown('project', where, extension).filter(({ type: name }) => name !== 'jira:projectSettingsPage' || isAdministrator);
  }
  if (place === 'admin') {
    if (!(await isJiraAdmin(ask))) return [];
    return shown('admin', { isJiraAdmin: true }, { location: `${world.siteUrl}/admin` });
  }
  if (rule !== undefined) {
    if (!(await isJiraAdmin(ask))) return [];
    const extension = { entryPoint, isNewEditor: true, ...(configuration !== undefined && { validatorConfig: configuration }) };
    return listed('rule')
      .filter(({ entry }) => entry.key === rule)
      .map(({ type: name, entry }) => moduleOf(world, frameOrigin, accountId, name, entry, screenOf(entry, entryPoint), extension));
  }
  throw new HttpRefusal(400, 'Say where: issueKey, projectKey, place=admin or rule.');
}

const screenOf = (entry: z.infer<typeof entrySchema>, entryPoint: string): string | undefined => {
  const screen = z.object({ resource: z.string() }).safeParse(entry[entryPoint]);
  return screen.success ? screen.data.resource : undefined;
};

const styleOf = ({ simplified }: { readonly simplified: boolean }) => (simplified ? 'team-managed' : 'company-managed');

type Ask = <Value>(schema: z.ZodType<Value>, path: string) => Promise<Value | undefined>;

/** Reads Jira as the person, who may be refused: then there is nothing to show. */
const askAs =
  ({ jira }: World, accountId: string): Ask =>
  async (schema, path) => {
    const { status, body } = await jira.handle({ method: 'GET', path, headers: {}, body: undefined, caller: { kind: 'user', accountId, via: 'browser' } });
    return status === 200 ? schema.parse(body) : undefined;
  };

const isJiraAdmin = (ask: Ask) => hasPermission(ask, 'ADMINISTER', '');
const hasPermission = async (ask: Ask, permission: string, where: string) =>
  (await ask(permissionSchema, `/rest/api/3/mypermissions?permissions=${permission}${where}`))?.permissions[permission]?.havePermission ?? false;

function moduleOf(
  world: World,
  frameOrigin: string,
  accountId: string,
  type: string,
  entry: z.infer<typeof entrySchema>,
  resource: string | undefined,
  extension: object,
): SiteModule {
  const { environmentId, cloudId } = world.forge.installation;
  const context: FrameContext = {
    accountId,
    cloudId,
    localId: `ari:cloud:ecosystem::extension/${world.manifest.appId}/${environmentId}/static/${entry.key}`,
    locale: 'en-US',
    timezone: world.users.find((user) => user.accountId === accountId)?.timeZone ?? 'UTC',
    moduleKey: entry.key,
    siteUrl: world.siteUrl,
    environmentId,
    environmentType: 'DEVELOPMENT',
    extension: { type, ...extension },
  };
  return {
    key: entry.key,
    type,
    title: entry.title ?? entry.name ?? entry.key,
    ...(entry.label !== undefined && { label: entry.label }),
    ...(entry.icon !== undefined && { icon: iconUrl(frameOrigin, entry.icon) }),
    frameUrl: frameUrlOf(world, frameOrigin, resource ?? ''),
    context,
    ...(entry.viewportSize !== undefined && { viewportSize: entry.viewportSize }),
    ...(entry.layout !== undefined && { layout: entry.layout }),
  };
}

/** `main/panel` or `main` to the page's address. */
export function frameUrlOf({ manifest }: World, frameOrigin: string, resource: string): string {
  const [key = '', entry] = resource.split('/');
  const file = entry === undefined ? 'index.html' : manifest.resources.get(key)?.entries.get(entry);
  if (file === undefined || !manifest.resources.has(key)) throw new Error(`The manifest has no resource "${resource}".`);
  return `${frameOrigin}/${key}/${file}`;
}

function iconUrl(frameOrigin: string, icon: string): string {
  const [, key, path] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  return key === undefined || path === undefined ? icon : `${frameOrigin}/${key}/${path}`;
}
