import { describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { barriers, openInBrowser } from './site';

const site = openInBrowser('demo');
const tens = `key in (${Array.from({ length: 40 }, (_, at) => `SUP-${String(at + 1)}`).join(', ')}) ORDER BY key ASC`;
const two = 'key in (SUP-121, SUP-122)';

async function openFromSearch(page: Page, go: (path: string) => Promise<void>, jql = tens): Promise<void> {
  await go(`/issues/?jql=${encodeURIComponent(jql)}`);
  await page.getByLabel('Select all').check();
  await page.getByText(/^\d+ selected$/).waitFor();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Tag with evidence' }).click();
}

async function pick(app: FrameLocator, words: string, key: string): Promise<void> {
  await app.getByRole('combobox', { name: 'Evidence for which statement?' }).fill(words);
  await app.getByRole('option', { name: new RegExp(key) }).click();
}

describe('a product manager with tens of tickets', () => {
  test('tags them onto one statement, with the page closed on the way, and takes all of it back', async () => {
    const { page, app, go } = await site.visit('pm');
    await openFromSearch(page, go);
    await pick(app, 'tax code', 'DISC-28');
    await app.getByText('Everyone who can browse DISC-28').waitFor();
    await app.getByRole('button', { name: /^Tag \d+ tickets for DISC-28$/ }).click();
    await app.getByText(/^18 of 40 tickets done\. Jira takes only so many/).waitFor();

    await openFromSearch(page, go);
    await app.getByText('Tagging waits for you.').waitFor();
    await app.getByRole('button', { name: 'Go on' }).click();
    await app.getByText(/That’s all\.$/).waitFor({ timeout: 60_000 });
    await app
      .getByRole('row', { name: /SUP-\d+ .* Tagged$/ })
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);

    await app.getByRole('button', { name: 'Undo all of it' }).click();
    await app.getByText(/All tags of this are taken back\.$/).waitFor({ timeout: 60_000 });
    await app.getByRole('cell', { name: 'Taken back' }).first().waitFor();
  });

  test('chooses the tickets of a backlog, and is told what is missing before anything is written', async () => {
    const { page, app, go } = await site.visit('pm', { width: 480, theme: 'dark' });
    await go('/projects/LED/backlog');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Tag with evidence' }).click();
    await app.getByRole('button', { name: 'Tag 0 tickets' }).click();
    await app.getByText('Pick the statement first.').waitFor();
    await app.getByRole('combobox').press('ArrowDown');
    await app.getByRole('button', { name: /^Tag 0 tickets for/ }).click();
    await app.getByText('Tick the tickets first.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('says which tickets are meant, from the command palette of any page', async () => {
    const { page, app, go } = await site.visit('pm');
    await go('/projects');
    await page.getByRole('button', { name: /Command palette/ }).click();
    await page.getByRole('combobox', { name: /Type a command/ }).fill('tag tickets');
    await page.keyboard.press('Enter');
    await app.getByLabel(/^Which tickets/).fill('SUP-121, sup-122 DISC-28 foo');
    await page.keyboard.press('Enter');
    await app.getByText('Not understood: foo.').waitFor();
    await app.getByText('Left out: DISC-28 is a statement itself').waitFor();
    await app.getByRole('button', { name: 'Tag 2 tickets' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await app.getByRole('button', { name: 'Close' }).press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('who may only read is told so for each ticket', async () => {
    const { page, app, go } = await site.visit('viewer');
    await openFromSearch(page, go, two);
    await pick(app, 'tax code', 'DISC-28');
    await app.getByRole('button', { name: /^Tag \d+ tickets for DISC-28$/ }).click();
    await app.getByText(/That’s all\.$/).waitFor({ timeout: 60_000 });
    await app.getByRole('cell', { name: 'Not tagged: you may not link this' }).first().waitFor();
    await app.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
