import { z } from 'zod';
import { commandTargets } from '../forge/module-types';
import type { FrameContext, SiteModule } from '../site/site-module';
import { isShown } from './display-conditions';
import { HttpRefusal } from './http';
import { pathOf, Visitor, type Spot } from './places';
import type { World } from './world';

/** Which page of the site asks, and what it shows. */
const placeSchema = z.object({
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  place: z.enum(['admin', 'backlog', 'navigator', 'commands']).optional(),
  /** Key of a workflow rule whose screen is opened. */
  rule: z.string().optional(),
  entryPoint: z.enum(['create', 'edit', 'view']).default('create'),
  configuration: z.string().optional(),
  type: z.string().optional(),
});

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
type Entry = z.infer<typeof entrySchema>;

/** The modules a page of the site shows to this person, after their display conditions. */
export async function modulesFor(world: World, frameOrigin: string, accountId: string, query: URLSearchParams): Promise<readonly SiteModule[]> {
  const parsed = placeSchema.safeParse(Object.fromEntries(query));
  if (!parsed.success) throw new HttpRefusal(400, z.prettifyError(parsed.error));
  const visitor = new Visitor(world, accountId);
  const { rule, type } = parsed.data;
  const make = (name: string, entry: Entry, resource: string | undefined, extension: object) =>
    moduleOf({ world, frameOrigin, accountId, type: name, entry, resource, extension });
  if (rule !== undefined) return ruleScreens(world, visitor, parsed.data, make);

  const spot = await spotOf(visitor, parsed.data);
  if (spot === undefined || !world.forge.isInstalled) return [];
  return spot.types
    .filter((name) => type === undefined || type === name)
    .flatMap((name) => entriesOf(world, name).map((entry) => ({ name, entry })))
    .filter(({ entry }) => isShown(entry.displayConditions, spot.where))
    .map(({ name, entry }) => {
      const extension = spot.extension({ type: name, key: entry.key });
      if (name === 'jira:command') return commandOf(world, entry, (resource) => make(name, entry, resource, extension));
      const module = make(name, entry, entry.resource, extension);
      return name === 'jira:issuePanel' && spot.projectId !== undefined ? { ...module, pinned: world.jira.isPanelPinned(spot.projectId, entry.key) } : module;
    });
}

function spotOf(visitor: Visitor, { issueKey, projectKey, place }: z.infer<typeof placeSchema>): Promise<Spot | undefined> {
  if (place === 'admin') return visitor.admin();
  if (place === 'navigator') return visitor.anywhere('jira:issueNavigatorAction', '/issues/');
  if (place === 'commands') return visitor.anywhere('jira:command', '/');
  if (issueKey !== undefined) return visitor.issue(issueKey);
  if (projectKey !== undefined) return place === 'backlog' ? visitor.backlog(projectKey) : visitor.project(projectKey);
  throw new HttpRefusal(400, 'Say where: issueKey, projectKey (with place=backlog or not), place=admin, navigator or commands, or rule.');
}

const entriesOf = ({ manifest }: World, type: string): Entry[] => (manifest.modules[type] ?? []).map((entry) => entrySchema.parse(entry));

/** A rule that stays when its app is gone has no screen any more. */
async function ruleScreens(
  world: World,
  visitor: Visitor,
  { rule, entryPoint, configuration }: z.infer<typeof placeSchema>,
  make: (name: string, entry: Entry, resource: string | undefined, extension: object) => SiteModule,
): Promise<readonly SiteModule[]> {
  if (!world.forge.isInstalled || !(await visitor.isJiraAdmin())) return [];
  const type = 'jira:workflowValidator';
  const extension = { entryPoint, isNewEditor: true, ...(configuration !== undefined && { validatorConfig: configuration }) };
  return entriesOf(world, type)
    .filter(({ key }) => key === rule)
    .map((entry) => make(type, entry, screenOf(entry, entryPoint), extension));
}

const screenOf = (entry: Entry, entryPoint: string): string | undefined => {
  const screen = z.object({ resource: z.string() }).safeParse(entry[entryPoint]);
  return screen.success ? screen.data.resource : undefined;
};

/** A command opens a modal of its own, or leads to a page: then its frame is that page's. */
function commandOf({ manifest }: World, { key }: Entry, make: (resource: string | undefined) => SiteModule): SiteModule {
  const command = manifest.commands.find((candidate) => candidate.key === key);
  if (command === undefined) throw new Error(`The manifest has no command "${key}".`);
  const { target, keywords, shortcut } = command;
  const words = { keywords, ...(shortcut !== undefined && { shortcut }) };
  if (!('page' in target)) {
    const { resource, viewportSize } = target;
    return { ...make(resource), ...(viewportSize !== undefined && { viewportSize }), command: words };
  }
  const page = commandTargets.flatMap((type) => manifest.modules[type] ?? []).find((candidate) => candidate.key === target.page);
  return { ...make(page && entrySchema.parse(page).resource), command: { ...words, page: target.page } };
}

/** Where the site shows a page of the app, for links by module key. */
export function addressOf({ manifest }: World, query: URLSearchParams): string {
  const [moduleKey, projectKey] = [query.get('moduleKey'), query.get('projectKey') ?? undefined];
  const type = Object.keys(manifest.modules).find((name) => manifest.modules[name]?.some(({ key }) => key === moduleKey));
  const path = type === undefined || moduleKey === null ? undefined : pathOf(type, moduleKey, projectKey);
  if (path === undefined)
    throw new HttpRefusal(404, `There is no page of the app at module "${String(moduleKey)}"${projectKey === undefined ? ', or it needs a project' : ''}.`);
  return path;
}

interface Parts {
  readonly world: World;
  readonly frameOrigin: string;
  readonly accountId: string;
  readonly type: string;
  readonly entry: Entry;
  readonly resource: string | undefined;
  readonly extension: object;
}

function moduleOf({ world, frameOrigin, accountId, type, entry, resource, extension }: Parts): SiteModule {
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
