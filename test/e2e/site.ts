import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server';
import type { SiteChoice } from '../../sandbox/server/site-loader';
import { sharedFolder } from '../shared-documents';

export type User = 'admin' | 'lead' | 'pm' | 'engineer' | 'viewer' | 'outsider';

export interface Visit {
  readonly page: Page;
  /** The app's own page within Jira's. */
  readonly app: FrameLocator;
  readonly go: (path: string) => Promise<void>;
}

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

const patience = 90_000;
jest.setTimeout(patience);

/** A site with the app in it and a real browser, for the tests of one file; every answer of Jira is held against Atlassian's documents. */
export function openInBrowser(
  site: SiteChoice,
  options: SandboxOptions = {},
): {
  readonly visit: (user: User, look?: Look) => Promise<Visit>;
  readonly sandbox: () => Sandbox;
} {
  const open: { sandbox?: Sandbox; browser?: Browser } = {};
  const contexts: BrowserContext[] = [];
  const sandbox = (): Sandbox => {
    if (open.sandbox === undefined) throw new Error('The site is not open yet.');
    return open.sandbox;
  };
  const violations = async (): Promise<unknown> => (await fetch(`${sandbox().url}/__sandbox/csp-violations`)).json();
  beforeAll(async () => {
    open.sandbox = await startSandbox({ port: 0, site, validateAnswers: sharedFolder() !== undefined, ...options });
    open.browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  }, patience);
  afterAll(async () => {
    // Whatever the tests of a file did: Forge's policy would have stopped none of it.
    if (open.sandbox !== undefined) expect(await violations()).toEqual([]);
    await open.browser?.close();
    await open.sandbox?.stop();
  }, patience);

  return {
    sandbox,
    async visit(user, { theme = 'light', width = 1280 } = {}) {
      if (open.browser === undefined) throw new Error('The browser is not open yet.');
      const { url } = sandbox();
      for (const old of contexts.splice(0)) await old.close();
      const context = await open.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      contexts.push(context);
      await context.request.get(`${url}/__site/session`);
      await context.request.post(`${url}/__site/session`, { data: { accountId: `user-${user}` }, headers: { origin: url } });
      await context.addInitScript((chosen) => {
        if (window.location.hostname === 'localhost') localStorage.setItem('theme', chosen);
      }, theme);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      return {
        page,
        app: page.locator('iframe').first().contentFrame(),
        go: async (path) => {
          await page.goto(`${url}${path}`);
        },
      };
    },
  };
}

const farthest = 150;

/** As somebody without a mouse gets there: by Tab, or backwards, from where they are. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < farthest; presses += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target.toString()} can’t be reached by ${key}.`);
}

const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], iframes: false };

interface Looked {
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/**
 * WCAG 2.2 AA over what the app shows, and over Jira's page where the app shows nothing, as it looks now and in the other theme at the
 * other width: what is wrong, in words. Colours depend on the theme and layout on the width, so that two looks show what four would.
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  const now: Looked = {
    theme: (await page.locator('html').getAttribute('data-color-mode')) === 'dark' ? 'dark' : 'light',
    width: page.viewportSize()?.width ?? 1280,
  };
  const found = [...(await barriersNow(page, now))];
  const other: Looked = { theme: now.theme === 'dark' ? 'light' : 'dark', width: now.width < 800 ? 1280 : 480 };
  await turn(page, other);
  found.push(...(await barriersNow(page, other)));
  await turn(page, now);
  return found;
}

async function turn(page: Page, { theme, width }: Looked): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  // As if the person had chosen it in another tab.
  await page.evaluate((chosen) => window.dispatchEvent(new StorageEvent('storage', { key: 'theme', newValue: chosen })), theme);
  for (const frame of page.frames()) await frame.waitForFunction((chosen) => document.documentElement.dataset['colorMode'] === chosen, theme);
}

async function barriersNow(page: Page, look: Looked): Promise<readonly string[]> {
  const found: string[] = [];
  // One frame after the other: a frame of another origin answers nobody but the browser itself.
  const [site, ...frames] = page.frames();
  for (const frame of frames.length > 0 ? frames : site ? [site] : []) {
    await frame.evaluate(axe.source);
    const { violations } = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(rules)})`);
    found.push(
      ...violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${look.theme}, ${String(look.width)}: ${id}: ${help} at ${JSON.stringify(target)} ${failureSummary ?? ''}`),
      ),
    );
  }
  return found;
}
