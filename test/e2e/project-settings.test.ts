import { describe, expect, test } from '@jest/globals';
import { received } from '../../src/contract/failures';
import type { ProjectSettingsPage, ProjectSettingsView } from '../../src/contract/project-settings';
import { openInBrowser } from './site';

const site = openInBrowser('demo');
const projectId = '10000';
const settings = '/projects/LED/settings/apps/settings';

/** What another admin does meanwhile, on a page of their own. */
async function savedByAdmin(change: Partial<ProjectSettingsView>): Promise<void> {
  const { forge } = site.sandbox();
  const as = { moduleKey: 'settings', accountId: 'user-admin' };
  const opened = received<ProjectSettingsPage>(await forge.invoke({ ...as, functionKey: 'openProjectSettings', payload: { projectId } }));
  if (!opened.ok) throw new Error(opened.detail);
  const settings = { ...opened.value.settings, ...change };
  expect(received(await forge.invoke({ ...as, functionKey: 'saveProjectSettings', payload: { projectId, settings } }))).toMatchObject({ ok: true });
}

describe('the admin of a project', () => {
  test('sees what other weights would do to the order before anything is saved, saves, and finds them again', async () => {
    const { app, go } = await site.visit('lead');
    await go(settings);
    const trust = app.getByLabel('sales note: trust, %');
    await trust.fill('90');
    await app.getByText(/items change their place/).waitFor();
    const order = app.getByRole('complementary', { name: 'The order this would give' });
    // Those that change, and no other.
    const moved = Number.parseInt(await order.getByRole('status').innerText(), 10);
    expect(await order.getByRole('listitem').count()).toBe(Math.min(10, moved));
    expect(await order.getByText(/[▲▼] \d/).count()).toBe(Math.min(10, moved));
    await app.getByText('Not saved yet.').waitFor();

    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByText('Saved. The order is worked out anew').waitFor();
    await go(settings);
    await trust.waitFor();
    expect(await trust.inputValue()).toBe('90');
    await app
      .getByRole('row', { name: /sales note/ })
      .getByRole('button', { name: 'Default' })
      .click();
    expect(await trust.inputValue()).toBe('30');
  });

  test('loses nothing when somebody else saves meanwhile', async () => {
    const { app, go } = await site.visit('lead');
    await go(settings);
    await app.getByLabel('Stakeholders, one a line').fill('Finance clerk');
    await savedByAdmin({ jobs: ['Close the month'] });
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByText('They changed: Jobs.').waitFor();
    await app.locator('[role=alert]:focus').waitFor();
    expect(await app.getByLabel('Stakeholders, one a line').inputValue()).toBe('Finance clerk');
    expect(await app.getByLabel('Jobs, one a line').inputValue()).toBe('Close the month');
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByText('Saved. The order is worked out anew').waitFor();
  });

  test('is the only one who is shown them', async () => {
    const { page, go } = await site.visit('engineer');
    await go(settings);
    await page.getByText('Only people who administer this project may open its settings.').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});
