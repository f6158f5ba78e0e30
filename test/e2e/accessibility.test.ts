import { describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { barriers, openInBrowser, type User } from './site';

const site = openInBrowser('demo');

interface Surface {
  readonly what: string;
  readonly user: User;
  readonly path: string;
  /** What brings the app up, where Jira does not show it by itself. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly ready: (app: FrameLocator) => Promise<unknown>;
}

const heading = (name: string | RegExp) => (app: FrameLocator) => app.getByRole('heading', { name }).first().waitFor();

const surfaces: readonly Surface[] = [
  { what: 'the panel of an epic', user: 'engineer', path: '/browse/LED-102', ready: heading(/Month-end close stalls/) },
  { what: 'the panel of its story', user: 'engineer', path: '/browse/LED-103', ready: heading(/Month-end close stalls/) },
  { what: 'the panel of an epic without a problem', user: 'engineer', path: '/browse/LED-160', ready: heading('No problem stated') },
  { what: 'the panel of a ticket, open to tag', user: 'pm', path: '/browse/SUP-122', ready: (app) => app.getByLabel('Quote').click() },
  { what: 'the panel of a statement', user: 'pm', path: '/browse/DISC-12', ready: (app) => app.getByText('Speaks for, by customer').waitFor() },
  {
    what: 'Rank with a row open',
    user: 'lead',
    path: '/projects/LED/apps/project',
    ready: async (app) => {
      await app.locator('[data-row]').first().click();
      await app.getByText('Strongest quotes').waitFor();
    },
  },
  {
    what: 'the screen of the gate’s rule',
    user: 'admin',
    path: '/admin/workflows',
    before: (page) => page.getByRole('row').filter({ hasText: 'Start work' }).getByRole('button').click(),
    ready: (app) => app.getByRole('radio').first().waitFor(),
  },
  { what: 'the settings of a project', user: 'lead', path: '/projects/LED/settings/apps/settings', ready: heading('Sources') },
  { what: 'the setup page', user: 'admin', path: '/admin/apps', ready: heading('Set up Groundwork') },
];

// The theme changes in place, as a person changes it: the page is opened once for both.
const other = { light: 'dark', dark: 'light' } as const;

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 480 },
] as const)('$width wide, first in the $theme theme', (look) => {
  test.each(surfaces)('$what has no barriers', async ({ user, path, before, ready }) => {
    const { page, app, go } = await site.visit(user, look);
    await go(path);
    await before?.(page);
    await ready(app);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await app.locator(`html[data-color-mode="${other[look.theme]}"]`).waitFor({ state: 'attached' });
    expect(await barriers(page)).toEqual([]);
  });
});
