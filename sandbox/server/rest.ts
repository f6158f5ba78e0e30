import { HttpRefusal, type Answered, type Asked } from './http';
import { basicUser, type Sessions } from './sessions';
import type { World } from './world';

/** `/rest/*` of the site: scripts come with Basic auth, the site's own pages with their session. */
export async function answerRest(world: World, sessions: Sessions, asked: Asked): Promise<Answered> {
  const { method, url, headers, body } = asked;
  const caller = callerOf(world, sessions, asked);
  const answer = await world.jira.handle({ method, path: url.pathname + url.search, headers, body: body === '' ? undefined : body, caller });
  if (answer.body === undefined) return { status: answer.status, headers: answer.headers };
  return { status: answer.status, headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers }, body: JSON.stringify(answer.body) };
}

function callerOf(world: World, sessions: Sessions, asked: Asked) {
  if (asked.headers['authorization'] !== undefined) {
    const user = basicUser(asked, world.users);
    if (user === undefined) throw new HttpRefusal(401, 'Basic auth takes the e-mail of a user of this site and any token.');
    return { kind: 'user', accountId: user.accountId, via: 'rest' } as const;
  }
  const accountId = sessions.accountOf(asked);
  // A page of another origin would send the cookie along: only the site's own may use it.
  if (accountId === undefined || !isOwnPage(world, asked)) return { kind: 'anonymous' } as const;
  return { kind: 'user', accountId, via: 'browser' } as const;
}

export const isOwnPage = ({ siteUrl }: World, { headers }: Asked): boolean => headers['origin'] === undefined || headers['origin'] === siteUrl;
