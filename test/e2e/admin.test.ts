import { describe, expect, test } from '@jest/globals';
import { barriers, openInBrowser } from './site';

const site = openInBrowser('empty');

describe('an admin on a site that has just got the app', () => {
  test('sees the plan first; applied, everything is there; a second look changes nothing', async () => {
    const { app, go } = await site.visit('admin');
    await go('/admin/apps');
    await app.getByRole('heading', { name: 'Set up Groundwork' }).waitFor();
    expect(await app.getByText('Will create').count()).toBeGreaterThanOrEqual(9);
    const before = JSON.stringify(site.sandbox().jira.snapshot());

    await app
      .getByRole('checkbox', { name: /: statements are written here/ })
      .first()
      .check();
    await app
      .getByRole('checkbox', { name: /: its backlog is ranked/ })
      .first()
      .check();
    await app.getByText('Pinned for all').first().waitFor();
    expect(JSON.stringify(site.sandbox().jira.snapshot())).toBe(before);

    await app.getByRole('button', { name: /^Apply \d+ changes$/ }).click();
    await app.locator('[role=status]:focus', { hasText: 'Set up. Groundwork now reads the chosen projects' }).waitFor();
    expect(await app.getByText('Will create').count()).toBe(0);
    const after = JSON.stringify(site.sandbox().jira.snapshot());
    expect(after).toContain('"Problem"');
    expect(after).toContain('"is solved by"');

    await go('/admin/apps');
    await app.getByText('Everything in the plan is in place.').waitFor();
    await app.getByRole('button', { name: 'Save and read the projects' }).click();
    await app.getByText('Set up. Groundwork now reads the chosen projects').waitFor();
    expect(JSON.stringify(site.sandbox().jira.snapshot())).toBe(after);
  });

  test('says what customers are worth, and finds them again by name', async () => {
    const { page, app, go } = await site.visit('admin');
    await go('/admin/apps');
    await app.getByRole('button', { name: 'Customers' }).click();
    await app.getByText('Nobody has spoken yet.').waitFor();
    await app.getByLabel('Name').fill('Acme Logistics');
    await app.getByLabel('Value a year').fill('a lot');
    await app.getByText('The value is a number').waitFor();
    await app.getByLabel('Value a year').fill('240000');
    await page.keyboard.press('Enter');
    await app.getByRole('rowheader', { name: 'Acme Logistics' }).waitFor();
    await app.getByLabel('Name').fill('ACME logistics ');
    await app.getByText('Acme Logistics is there already: change its value in its row.').waitFor();
    await app.getByLabel('Name').fill('');
    await app.getByLabel('Segment of Acme Logistics').fill('Enterprise');
    await page.keyboard.press('Enter');
    await app.getByText('Saved. The order follows in a moment.').waitFor();
    await app.getByLabel('Find a customer').fill('bolt');
    await app.getByText('No customer’s name starts like this.').waitFor();
    await app.getByLabel('Find a customer').fill('acme');
    expect(await app.getByLabel('Value a year of Acme Logistics').inputValue()).toBe('240000');
    expect(await app.getByLabel('Segment of Acme Logistics').inputValue()).toBe('Enterprise');
    expect(await barriers(page)).toEqual([]);
  });

  test('is the only one who may', async () => {
    const { page, go } = await site.visit('lead');
    await go('/admin/apps');
    await page.getByText('Only a Jira admin may open this page.').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});
