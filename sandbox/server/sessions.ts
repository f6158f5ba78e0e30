import { randomUUID } from 'node:crypto';
import type { SiteUser } from '../jira/site-data';
import type { Asked } from './http';

const cookieName = 'sandbox.session';

/** Who sits at which browser. Local and without passwords: switching users is what the sandbox is for. */
export function createSessions() {
  const accounts = new Map<string, string>();
  const tokenOf = ({ headers }: Asked) => new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(headers['cookie'] ?? '')?.[1];
  return {
    accountOf: (asked: Asked): string | undefined => accounts.get(tokenOf(asked) ?? ''),
    /** Signs in, keeping the browser's token; gives the header that sets it. */
    signIn(asked: Asked, accountId: string): Readonly<Record<string, string>> {
      const token = tokenOf(asked) ?? randomUUID();
      accounts.set(token, accountId);
      return { 'set-cookie': `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict` };
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

/** Basic auth as Jira's: e-mail and any token. */
export function basicUser({ headers }: Asked, users: readonly SiteUser[]): SiteUser | undefined {
  const [, encoded] = /^Basic (\S+)$/i.exec(headers['authorization'] ?? '') ?? [];
  const email = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':')[0]
    ?.toLowerCase();
  return users.find((user) => user.email.toLowerCase() === email);
}
