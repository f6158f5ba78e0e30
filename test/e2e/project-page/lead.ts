import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { barriers } from '../site';
import { site } from './site';

const rank = '/projects/LED/apps/project';

describe('a lead', () => {
  test('sees the build order of the story, and how it differs from Jira’s own', async () => {
    const { app, go } = await site.visit('lead');
    await go(rank);
    await app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
    const row = (key: string) => app.getByRole('row').filter({ has: app.getByRole('link', { name: key, exact: true }) });
    await row('LED-102').getByText('37').waitFor();
    expect(await row('LED-102').innerText()).toMatch(/^1\s[\s\S]*37[\s\S]*14[\s\S]*13 %[\s\S]*12\.9\s+8\s+8\.1/);
    expect(await row('LED-87').innerText()).toMatch(/^2\s/);
    expect(await row('LED-64').innerText()).toMatch(/^9\s[\s\S]*41 messages from Acme Logistics count as 1\.9 customers/);
    await app.getByText('Tie band 2').waitFor();
  });

  test('still sees the build order when Jira’s own can’t be read, and no move is made up', async () => {
    const { page, app, go } = await site.visit('lead');
    await page.route('**/__site/bridge/fetch', (route) => route.abort());
    await go(rank);
    await app.getByText('Couldn’t read Jira’s own order.').waitFor();
    await app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
    const first = app.getByRole('row').filter({ has: app.getByRole('link', { name: 'LED-102', exact: true }) });
    expect(await first.innerText()).toContain('Its place in Jira’s own order isn’t known');
    expect(await barriers(page)).toEqual([]);
    await page.unroute('**/__site/bridge/fetch');
    await app.getByRole('button', { name: 'Try again' }).click();
    await first.getByText('37').waitFor();
  });

  test('opens a row by keyboard to see why: parts that add up, quotes, what speaks against', async () => {
    const { page, app, go } = await site.visit('lead');
    await go(rank);
    await app.locator('[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const why = app.getByRole('region', { name: /Why place 1/ });
    await why.getByText('Strongest quotes').waitFor();
    const amounts = (await why.getByRole('table').getByRole('row').allInnerTexts()).map((row) =>
      Number(/(− )?(\d+\.\d\d)$/.exec(row.trim())?.[0].replace('− ', '-')),
    );
    const [parts, score] = [amounts.slice(0, -1), amounts.at(-1) ?? Number.NaN];
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
    expect(await why.innerText()).toContain('Never failed.');
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
  });

  test('finds an item by words and by filter', async () => {
    const { page, app, go } = await site.visit('lead');
    await go(rank);
    await app.locator('[data-row]').first().focus();
    await page.keyboard.press('/');
    await page.keyboard.type('logo');
    await app.getByRole('link', { name: 'LED-64', exact: true }).waitFor();
    expect(await app.getByRole('link', { name: 'LED-102', exact: true }).count()).toBe(0);
    await app.getByRole('searchbox').fill('');
    await app.getByRole('combobox', { name: 'Stakeholder' }).selectOption('Auditor');
    await app.getByRole('link', { name: 'LED-151', exact: true }).waitFor();
    expect(await app.getByRole('link', { name: 'LED-102', exact: true }).count()).toBe(0);
  });

  test('sees what states no problem, in Jira’s own order', async () => {
    const { app, go } = await site.visit('lead');
    await go(rank);
    await app.getByRole('searchbox').fill('AI assistant');
    await app.getByText('No problem stated').first().waitFor();
    expect(await app.getByRole('row').filter({ hasText: 'LED-160' }).innerText()).toContain('Jira 2');
  });

  test('looks at the list in an own way: columns that stay, Jira’s own words on a wrong query, a view under a name, a file', async () => {
    const { page, app, go } = await site.visit('lead');
    await go(rank);
    await app.getByRole('button', { name: 'Columns' }).click();
    await app.getByRole('checkbox', { name: 'Newest evidence' }).check();
    await page.keyboard.press('Escape');
    await app.getByRole('button', { name: 'More filters' }).click();
    const jql = app.getByRole('textbox', { name: 'JQL' });
    await jql.fill('issuetype = = Epic');
    await jql.press('Enter');
    await app.getByText(/Error in the JQL Query.*The list is not filtered by it/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await jql.fill('issuetype = Epic ORDER BY created');
    await jql.press('Enter');
    await app.getByText(/^24 of 133 items shown/).waitFor();
    expect(await app.getByRole('link', { name: 'LED-87', exact: true }).count()).toBe(0);
    await app.getByRole('button', { name: /^View:/ }).click();
    await app.getByRole('textbox', { name: 'Name of the new view' }).fill('Epics only');
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByRole('button', { name: 'View: Epics only', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await app.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), app.getByRole('button', { name: 'CSV file of all rows' }).click()]);
    const rows = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect([rows.length, rows[0]?.includes('Newest evidence'), rows[1]?.startsWith('Tie band 1,1,37,LED-102,Background exports,Epic')]).toEqual([
      25,
      true,
      true,
    ]);
    // Another day: the columns are still there, the view opens, and it is undone without a question.
    await go(rank);
    await app.getByRole('columnheader', { name: 'Newest evidence' }).waitFor();
    await app.getByRole('button', { name: 'View: All of Ledgerly' }).click();
    await app.getByRole('button', { name: 'Epics only' }).click();
    await app.getByText(/^24 of 133 items shown/).waitFor();
    await app.getByRole('button', { name: 'View: Epics only' }).click();
    await app.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await app.getByRole('button', { name: 'View: Epics only', exact: true }).waitFor();
  });

  test('closes a tie band and lists all keys, by keyboard', async () => {
    const { page, app, go } = await site.visit('lead');
    await go(rank);
    await app.locator('[data-row]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await app.getByRole('link', { name: 'LED-102', exact: true }).waitFor({ state: 'detached' });
    expect(await app.locator(':focus').innerText()).toContain('Tie band 1');
    await page.keyboard.press('ArrowRight');
    await app.getByRole('link', { name: 'LED-102', exact: true }).waitFor();
    await page.keyboard.press('?');
    await app.getByRole('region', { name: 'Keys' }).getByText('why this place').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await app.getByRole('region', { name: 'Keys' }).waitFor({ state: 'detached' });
    expect(await app.locator(':focus').innerText()).toContain('Tie band 1');
  });

  test('looks at the list through RICE, sees how each number came about, and goes back to the evidence', async () => {
    const { page, app, go } = await site.visit('lead');
    await go(rank);
    const rowOf = (key: string) => app.getByRole('row').filter({ has: app.getByRole('link', { name: key, exact: true }) });
    await rowOf('LED-102').waitFor();
    await app.getByRole('combobox', { name: 'Lens' }).selectOption('Lens: RICE');
    await app.getByText(/RICE agrees with the evidence on \d+ of the first 10/).waitFor();
    await app.getByRole('columnheader', { name: 'RICE' }).waitFor();
    const cells = app.locator('[data-row] [title^="RICE "]');
    const numbers = (await cells.allInnerTexts()).map(Number);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    await app.locator('[data-row]').first().focus();
    await page.keyboard.press('Enter');
    const notes = app.getByRole('region', { name: 'Through the lenses' });
    expect(await notes.innerText()).toMatch(/RICE [\d.]+ = reach [\d.]+ × impact [\d.]+ × confidence \d+ % ÷ effort [\d.]+ person-months/);
    expect(await notes.innerText()).toMatch(/each counted once however often they spoke/);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const months = app.getByRole('spinbutton', { name: /One of your story points is/ });
    await months.fill('2');
    await app.locator('[data-row] [title*="at 2 person-months for one"]').first().waitFor();
    await app.getByRole('combobox', { name: 'Lens' }).selectOption('Lens: Evidence');
    await app.getByText('Tie band 1').waitFor();
    expect(await app.locator('[data-row]').first().innerText()).toMatch(/^1\s[\s\S]*LED-102/);
  });
});
