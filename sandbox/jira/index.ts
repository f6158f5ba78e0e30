import { forgetApp, learnApp } from './app';
import type { JiraAnswer, JiraCall } from './call';
import { Door } from './door';
import { Ledger } from './ledger';
import { siteOf } from './load';
import { isPanelPinned } from './pins';
import { findProject } from './rights';
import { isOnScreen } from './screens';
import { Site, type JiraOptions } from './site';
import type { SiteData } from './site-data';
import { snapshotOf } from './snapshot';

export interface Jira {
  handle(call: JiraCall): Promise<JiraAnswer>;
  /** The search index has caught up. */
  settle(): void;
  load(data: SiteData): void;
  /** The whole state, for comparing two of them. */
  snapshot(): unknown;
  readonly ledger: Ledger;
  isPanelPinned(projectIdOrKey: string, moduleKey: string): boolean;
  /** Whether a project's issues show a field to people. */
  isOnScreen(projectIdOrKey: string, fieldId: string): boolean;
  /** The app was removed, or installed again. */
  forgetApp(): void;
  learnApp(): void;
}

const publishedQuota = 65_000;

/** A Jira Cloud site as far as this app and its people need one; what it does not know it says by name. */
export function createJira(options: JiraOptions): Jira {
  const now = () => options.clock.now();
  const ledger = new Ledger(now, options.pointsAnHour ?? publishedQuota);
  const door = new Door(options, ledger);
  let site = new Site(options);
  return {
    ledger,
    handle: (call) => door.handle(site, call),
    settle: () => {
      site.issues.index.settle();
    },
    load: (data) => {
      site = siteOf(data, options);
    },
    snapshot: () => snapshotOf(site),
    isPanelPinned: (projectIdOrKey, moduleKey) => isPanelPinned(site, projectIdOrKey, moduleKey),
    isOnScreen(projectIdOrKey, fieldId) {
      const project = findProject(site, projectIdOrKey);
      return project !== undefined && isOnScreen(site, project, fieldId);
    },
    forgetApp: () => forgetApp(site),
    learnApp: () => learnApp(site),
  };
}
