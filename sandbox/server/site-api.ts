import { z } from 'zod';
import { InvokeRefused } from '../forge';
import type { SiteUser } from '../jira/site-data';
import { HttpRefusal, json, parseBody, type Answered, type Asked } from './http';
import { appsOf } from './installing';
import { addressOf, frameUrlOf, modulesFor } from './modules';
import { Visitor } from './places';
import { isOwnPage } from './rest';
import type { Sessions } from './sessions';
import type { World } from './world';

const banner = 'Local stand-in for Jira and Forge: invented data, nothing leaves this machine.';

const signIn = z.strictObject({ accountId: z.string() });
const invoke = z.strictObject({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
const productFetch = z.strictObject({
  product: z.literal('jira'),
  restPath: z.string().startsWith('/'),
  method: z.string().default('GET'),
  headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  body: z.string().nullish(),
});

/** `/__site/*`: what the site's own pages need beside Jira's REST. */
export async function answerSite(world: World, sessions: Sessions, frameOrigin: string, asked: Asked): Promise<Answered> {
  const { method, url, body } = asked;
  if (method !== 'GET' && !isOwnPage(world, asked)) throw new HttpRefusal(403, "Only the site's own pages may do this.");

  switch (`${method} ${url.pathname}`) {
    case 'GET /__site/session': {
      const accountId = sessions.accountOf(asked);
      const user = userOf(world, accountId) ?? userOf(world, 'user-pm') ?? world.users[0];
      if (user === undefined) throw new HttpRefusal(500, 'The site has no users.');
      return sessionOf(world, user, accountId === user.accountId ? {} : sessions.signIn(asked, user.accountId));
    }
    case 'POST /__site/session': {
      const { accountId } = parseBody(signIn, body);
      const user = userOf(world, accountId);
      if (user === undefined) throw new HttpRefusal(404, `There is no user "${accountId}".`);
      return sessionOf(world, user, sessions.signIn(asked, accountId));
    }
    case 'GET /__site/modules':
      return json(200, await modulesFor(world, frameOrigin, signedIn(), url.searchParams));
    case 'GET /__site/apps':
      return json(200, appsOf(world));
    case 'GET /__site/people':
      return json(200, await peopleOf(world, signedIn(), url.searchParams.get('projectKey') ?? ''));
    case 'GET /__site/address':
      return json(200, { path: addressOf(world, url.searchParams) });
    case 'GET /__site/frame-url':
      return json(200, { frameUrl: frameUrlOf(world, frameOrigin, url.searchParams.get('resource') ?? '') });
    case 'POST /__site/bridge/invoke':
      return json(200, await invoked(world, { ...parseBody(invoke, body), accountId: signedIn() }));
    case 'POST /__site/bridge/fetch': {
      const { restPath, method: verb, headers, body: content } = parseBody(productFetch, body);
      return json(
        200,
        await world.forge.fetchProduct({
          accountId: signedIn(),
          method: verb.toUpperCase(),
          path: restPath,
          headers: Object.fromEntries(headers),
          body: content ?? undefined,
        }),
      );
    }
    default:
      throw new HttpRefusal(404, `The site has no ${method} ${url.pathname}.`);
  }

  function signedIn(): string {
    const accountId = sessions.accountOf(asked);
    if (accountId === undefined) throw new HttpRefusal(401, 'Nobody is signed in.');
    return accountId;
  }
}

const roleNames = { administrators: 'Administrator', members: 'Member', viewers: 'Viewer' } as const;

/** Who has which role in a project, for those who see it. */
async function peopleOf(world: World, accountId: string, projectKey: string) {
  const project = world.projects.find(({ key }) => key === projectKey);
  if (project === undefined || (await new Visitor(world, accountId).project(projectKey)) === undefined)
    throw new HttpRefusal(404, `There is no project "${projectKey}".`);
  return (['administrators', 'members', 'viewers'] as const).flatMap((role) =>
    project.roles[role].flatMap((member) => {
      const user = userOf(world, member);
      return user === undefined ? [] : [{ accountId: member, displayName: user.displayName, email: user.email, role: roleNames[role] }];
    }),
  );
}

/** What a page, or a test in its place, hears of a call: the value, or why there is none. */
export async function invoked(
  world: World,
  call: {
    readonly moduleKey: string;
    readonly functionKey: string;
    readonly payload?: unknown;
    readonly accountId: string;
    readonly context?: Readonly<Record<string, unknown>> | undefined;
  },
) {
  const { context, ...rest } = call;
  try {
    return { ok: true, value: await world.forge.invoke({ ...rest, ...(context && { context }) }) };
  } catch (error) {
    if (error instanceof InvokeRefused) return { ok: false, reason: error.reason, message: error.message };
    throw error;
  }
}

const userOf = ({ users }: World, accountId: string | undefined): SiteUser | undefined => users.find((user) => user.accountId === accountId);

function sessionOf(world: World, user: SiteUser, headers: Readonly<Record<string, string>>): Answered {
  const shown = (entry: SiteUser) => ({ accountId: entry.accountId, displayName: entry.displayName, email: entry.email, role: roleOf(world, entry) });
  return json(200, { user: shown(user), users: world.users.map(shown), banner }, headers);
}

/** The most a person may do anywhere, for the user switcher. */
function roleOf({ projects }: World, { accountId, isJiraAdmin }: SiteUser): string {
  if (isJiraAdmin) return 'Jira admin';
  const isIn = (role: keyof (typeof projects)[number]['roles']) => projects.some(({ roles }) => roles[role].includes(accountId));
  if (isIn('administrators')) return 'Project admin';
  if (isIn('members')) return 'Editor';
  const read = projects.filter(({ roles }) => roles.viewers.includes(accountId)).map(({ name }) => name);
  return read.length === 0 ? 'No access' : read.length === 1 && projects.length > 1 ? `Viewer of ${read.join()} only` : 'Viewer';
}
