import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { loadSite } from '../../sandbox/data';
import { createJira } from '../../sandbox/jira';
import { probeDirectory } from '../sandbox/forge/probe';
import { barriers, openInBrowser } from './site';

// The pages of the local Jira around an app of their own, so that the site's rules are tested without the product.
const site = openInBrowser('demo', {
  root: probeDirectory,
  bundleDirectory: probeDirectory,
  siteDirectory: join(__dirname, '../../build/site'),
  parts: { createJira, loadSite: async (_site, { seed }) => ({ data: (await loadSite('demo', { seed })).data }) },
});

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const within = (page: Page, name: string) => dialog(page, name).locator('iframe').contentFrame();

describe('the settings of a project', () => {
  test('hold the app’s page for a project admin, its history in the address bar', async () => {
    const { page, app, go } = await site.visit('lead');
    await go('/jira/software/c/projects/LED/settings');
    await page.getByRole('heading', { name: 'Details', level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Project settings' }).getByRole('link', { name: 'Probe settings' }).click();
    await app.getByText('POP /', { exact: true }).waitFor();
    await app.getByRole('button', { name: 'Go deeper' }).click();
    await page.waitForURL('**/projects/LED/settings/apps/settings/second');
    await page.goBack();
    await app.getByText('POP /first?step=1').waitFor();
    await app.getByRole('button', { name: 'Go back' }).click();
    await page.waitForURL('**/projects/LED/settings/apps/settings');
    await app.getByText('POP /', { exact: true }).waitFor();
    await app.getByRole('button', { name: 'Open settings' }).click();
    await page.waitForURL('**/projects/LED/settings/apps/settings/sources');
    await app.getByText('POP /sources').waitFor();
    await app.getByRole('button', { name: 'Close' }).click();
    await app.getByText('not closable').waitFor();
  });

  test('are closed to others', async () => {
    const { page, go } = await site.visit('pm');
    await go('/projects/LED/settings/people');
    await page.getByText('Only people who administer this project may open its settings.').waitFor();
  });
});

describe('a modal of the app', () => {
  test('asks Jira as the person, and what it is closed with reaches the page that opened it', async () => {
    const { page, app, go } = await site.visit('lead');
    await go('/projects/LED/settings/apps/settings');
    await app.getByRole('button', { name: 'Open modal' }).click();
    const modal = within(page, 'Within');
    await modal.getByText('"modal":{"from":"above"}').waitFor();
    await modal.getByRole('button', { name: 'Ask Jira' }).click();
    await modal.getByText('200 LED-12').waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await app.getByText('{"closedWith":{"picked":3}}').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('opens on the selected results of a search, by keyboard', async () => {
    const { page, go } = await site.visit('pm');
    await go(`/issues/?jql=${encodeURIComponent('key in (LED-12, LED-64, LED-160) ORDER BY key')}`);
    await page.getByRole('checkbox', { name: 'Select LED-64' }).press('Space');
    await page.getByRole('status').filter({ hasText: '1 selected' }).waitFor();
    await page.getByRole('button', { name: 'More actions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Tag these' }).press('Enter');
    await within(page, 'Tag these').getByText('"issueKeys":["LED-64"]').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page, 'Tag these').waitFor({ state: 'detached' });

    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('status').filter({ hasText: '3 selected' }).waitFor();
    await page.getByRole('button', { name: 'More actions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Tag these' }).press('Enter');
    await within(page, 'Tag these').getByText('"issueKeys":["LED-12","LED-64","LED-160"]').waitFor();
  });

  test('opens on the backlog', async () => {
    const { page, go } = await site.visit('pm');
    await go('/projects/LED');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Tag the backlog' }).click();
    await within(page, 'Tag the backlog').getByText('"board":{"id":"1","type":"scrum"}').waitFor();
  });
});

test('the command palette leads to pages, work items and modals without a mouse', async () => {
  const { page, go } = await site.visit('lead');
  await go('/projects/DISC');
  await page.getByRole('heading', { name: 'Backlog' }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('option', { name: 'Open the settings' }).waitFor();
  await page.keyboard.type('trust');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/projects/DISC/settings/apps/settings');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('led-160');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'AI assistant' }).waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await dialog(page, 'Tag something').waitFor();
});

test('uninstalled, the app leaves frozen transitions behind; installed again, it is new', async () => {
  const { page, go } = await site.visit('admin');
  await go('/admin/manage-apps');
  await page.getByRole('button', { name: 'Uninstall Probe' }).click();
  await dialog(page, 'Uninstall Probe?').getByRole('button', { name: 'Uninstall' }).click();
  await page.getByText('Probe is uninstalled').waitFor();
  await go('/browse/LED-160');
  await page.getByRole('button', { name: 'In Progress' }).click();
  await page.getByText('LED-160 wasn’t moved to In Progress').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  // A work item as Jira shows it, with a message above it.
  expect(await barriers(page)).toEqual([]);
  await go('/admin/manage-apps');
  await page.getByRole('button', { name: 'Install Probe', exact: true }).click();
  await page.getByText('Probe is installed').waitFor();
  await go('/browse/LED-160');
  await page.getByRole('button', { name: 'In Progress' }).click();
  await page.getByText('LED-160 is In Progress').waitFor();
});

const pages = [
  { what: 'the project list', path: '/projects', ready: 'Projects' },
  { what: 'the backlog', path: '/projects/LED', ready: 'Backlog' },
  { what: 'a search', path: '/issues/', ready: 'Search' },
  { what: 'a project’s details', path: '/projects/LED/settings/details', ready: 'Details' },
  { what: 'its people', path: '/projects/LED/settings/people', ready: 'People' },
  { what: 'its work types', path: '/projects/LED/settings/worktypes', ready: 'Work types' },
  { what: 'its workflows', path: '/projects/LED/settings/workflows', ready: 'Workflows' },
  { what: 'managing apps', path: '/admin/manage-apps', ready: 'Manage apps' },
] as const;

test.each(pages)('$what has no barriers', async ({ path, ready }) => {
  const { page, go } = await site.visit('admin');
  await go(path);
  await page.getByRole('heading', { name: ready, level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await barriers(page)).toEqual([]);
});

test('neither have menu, palette and dialogs', async () => {
  const { page, go } = await site.visit('admin');
  await go('/projects/LED');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.getByRole('option').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await go('/admin/manage-apps');
  await page.getByRole('button', { name: 'Uninstall Probe' }).click();
  expect(await barriers(page)).toEqual([]);
});
