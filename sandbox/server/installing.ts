import { z } from 'zod';
import { HttpRefusal } from './http';
import type { World } from './world';

export const installSchema = z.strictObject({ accountId: z.string().optional() });

/** An admin removes the app: its own last function first, then everything of it that Jira and Forge keep. Issues, links and properties stay. */
export async function uninstallApp({ forge, jira }: World): Promise<{ readonly isInstalled: boolean; readonly ran: readonly string[] }> {
  if (!forge.isInstalled) throw new HttpRefusal(409, 'The app is not installed.');
  const ran = await forge.uninstall();
  jira.forgetApp();
  return { isInstalled: false, ran };
}

/** An admin installs it again: nothing it once stored comes back, and nothing is pinned. */
export function installApp({ forge, jira, users }: World, accountId?: string): { readonly isInstalled: boolean } {
  if (forge.isInstalled) throw new HttpRefusal(409, 'The app is installed already.');
  const installer = users.find((user) => (accountId === undefined ? user.isJiraAdmin : user.accountId === accountId));
  if (installer?.isJiraAdmin !== true) throw new HttpRefusal(403, 'Only a Jira admin installs apps.');
  forge.install(installer.accountId);
  jira.learnApp();
  return { isInstalled: true };
}

/** What Jira's list of apps shows. */
export function appsOf({ manifest, forge }: World) {
  const page = manifest.modules['jira:adminPage']?.[0] ?? manifest.modules['jira:projectPage']?.[0];
  const title = z.object({ title: z.string() }).safeParse(page);
  return [
    {
      id: manifest.appId,
      name: title.success ? title.data.title : 'The app',
      version: forge.installation.appVersion,
      isInstalled: forge.isInstalled,
      scopes: manifest.scopes,
    },
  ];
}
