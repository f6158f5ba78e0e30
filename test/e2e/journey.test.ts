import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, openInBrowser } from './site';

const site = openInBrowser('empty');

async function create(page: Page, summary: string): Promise<void> {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Create' });
  await dialog.getByLabel('Project').selectOption({ label: 'Work' });
  await dialog.getByLabel('Work type').selectOption({ label: 'Epic' });
  await dialog.getByLabel('Summary').fill(summary);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: summary }).waitFor();
}

test('from an app just installed to an epic blocked, repaired and moved, and back to an app uninstalled that froze nothing', async () => {
  const admin = await site.visit('admin');
  await admin.go('/admin/apps');
  await admin.app.getByRole('checkbox', { name: 'Work: statements are written here' }).check();
  await admin.app.getByRole('checkbox', { name: 'Work: its backlog is ranked' }).check();
  await admin.app.getByRole('rowheader', { name: 'Gate, set to Warn' }).waitFor();
  expect(await barriers(admin.page)).toEqual([]);
  await admin.app.getByRole('button', { name: /^Apply \d+ changes$/ }).click();
  await admin.app.getByText('Set up. Groundwork now reads the chosen projects').waitFor();
  await admin.go('/admin/apps');
  await admin.app.getByText('Everything in the plan is in place.').waitFor();

  const lead = await site.visit('lead');
  await lead.go('/projects/WORK/settings/apps/settings');
  await lead.app
    .getByLabel(/^Require/)
    .first()
    .check();
  await lead.app.getByRole('button', { name: 'Save', exact: true }).click();
  await lead.app.getByText('Saved. The gate holds from the next move on.').waitFor();
  await lead.go('/projects');
  await create(lead.page, 'Exports run in the background');
  await create(lead.page, 'AI assistant');

  const engineer = await site.visit('engineer');
  await engineer.go('/browse/WORK-1');
  await engineer.app.getByText('Can’t move on').waitFor();
  await engineer.page.getByRole('button', { name: 'In Progress' }).focus();
  await engineer.page.keyboard.press('Enter');
  await engineer.page.getByText('WORK-1 wasn’t moved to In Progress').waitFor();
  expect(await engineer.page.getByRole('status', { name: 'Messages' }).innerText()).toContain('Link a problem in the Groundwork panel on this epic');

  await engineer.app.getByRole('button', { name: 'Write the problem' }).focus();
  await engineer.page.keyboard.press('Enter');
  await engineer.page.keyboard.type('Finance analysts can’t export a full year, so they close the month by hand');
  await engineer.page.keyboard.press('Tab');
  await engineer.page.keyboard.type('Finance analyst');
  await engineer.page.keyboard.press('Tab');
  await engineer.page.keyboard.type('close the month');
  await engineer.page.keyboard.press('Control+Enter');
  await engineer.page.getByText(/WORK-1 solves WORK-\d+/).waitFor();
  await engineer.page.getByRole('button', { name: 'In Progress' }).focus();
  await engineer.page.keyboard.press('Enter');
  await engineer.page.getByText('WORK-1 is In Progress').waitFor();

  const leaving = await site.visit('admin');
  await leaving.go('/admin/apps');
  await leaving.app.getByRole('button', { name: 'Uninstall' }).click();
  await leaving.app.getByText('Would freeze').waitFor();
  expect(await barriers(leaving.page)).toEqual([]);
  await leaving.app.getByRole('button', { name: 'Take the rule out' }).click();
  await leaving.app.getByText('It is safe to uninstall').waitFor();
  await leaving.go('/admin/manage-apps');
  await leaving.page.getByRole('button', { name: 'Uninstall Groundwork' }).click();
  await leaving.page.getByRole('dialog', { name: 'Uninstall Groundwork?' }).getByRole('button', { name: 'Uninstall' }).click();
  await leaving.page.getByText('Groundwork is uninstalled').waitFor();

  const after = await site.visit('engineer');
  await after.go('/browse/WORK-2');
  await after.page.getByRole('button', { name: 'In Progress' }).click();
  await after.page.getByText('WORK-2 is In Progress').waitFor();
  expect(await after.page.locator('iframe').count()).toBe(0);
  // What was stated stays: it is Jira's own.
  await after.go('/browse/WORK-1');
  await after.page.getByText('solves', { exact: true }).first().waitFor();
});
