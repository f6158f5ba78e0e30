import type { Deliveries } from './deliveries';
import { reinstalled, type Installation } from './installation';
import type { Kvs } from './kvs';
import type { Manifest } from './manifest';
import type { Runner } from './runner';
import { startSchedules } from './schedules';
import type { Triggers } from './triggers';

interface LifecycleParts {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly deliveries: Deliveries;
  readonly runner: Runner;
  readonly triggers: Triggers;
  readonly kvs: Kvs;
  readonly presence: Presence;
}

/** Whether the app is on the site, and for the how-manieth time. A site starts with the app. */
export interface Presence {
  isInstalled: boolean;
  times: number;
}

/** The site's installation as it is now. */
export const installationNow = (first: Installation, presence: Presence): Installation => ({
  ...first,
  get installationId() {
    return reinstalled(first, presence.times);
  },
});

/** Installing, upgrading and removing the app, as an admin does it. */
export function createLifecycle({ manifest, installation, deliveries, runner, triggers, kvs, presence }: LifecycleParts) {
  const tell = (event: string, more: object = {}) =>
    triggers.event(event, {
      id: installation.installationId,
      ...more,
      app: { id: manifest.appId, version: installation.appVersion, name: 'app' },
      environment: { id: installation.environmentId },
    });
  const schedule = () => startSchedules({ manifest, deliveries, runner, installation });
  schedule();

  return {
    install: (installerAccountId: string): void => {
      if (!presence.isInstalled) {
        presence.isInstalled = true;
        presence.times += 1;
        deliveries.open();
        schedule();
      }
      tell('avi:forge:installed:app', { installerAccountId });
    },
    upgrade: () => tell('avi:forge:upgraded:app'),
    /** The app's last word comes first, and what it says changes nothing. Answers which functions ran, and how that ended. */
    uninstall: async (): Promise<readonly string[]> => {
      const ran: string[] = [];
      for (const { key, function: functionKey } of manifest.preUninstalls) {
        const body = { context: { cloudId: installation.cloudId, moduleKey: key }, contextToken: '' };
        const outcome = await runner.run({ kind: 'uninstall', moduleKey: key, functionKey, body });
        ran.push(`${functionKey} ${outcome.ok ? 'ok' : outcome.reason}`);
      }
      presence.isInstalled = false;
      deliveries.close();
      runner.killAll();
      // Atlassian keeps the data for a while, but a later install starts with empty storage.
      kvs.erase();
      return ran;
    },
  };
}
