import { describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { barriers, openInBrowser } from './site';

const site = openInBrowser('demo');

async function openHealth(go: (path: string) => Promise<void>, app: FrameLocator): Promise<void> {
  await go('/projects/LED/apps/project');
  await app.getByRole('button', { name: 'Health' }).click();
  await app.getByRole('heading', { level: 1, name: /to mend/ }).waitFor();
}

/** Draws a link as Jira's own screens do, as the person that the page belongs to, and lets the app hear of it. */
async function drawByHand(page: Page, type: string, from: string, to: string): Promise<void> {
  const { url } = site.sandbox();
  const answer = await page.request.post(`${url}/rest/api/3/issueLink`, {
    data: { type: { name: type }, inwardIssue: { key: from }, outwardIssue: { key: to } },
    headers: { origin: url, 'x-atlassian-token': 'no-check' },
  });
  expect(answer.status()).toBe(201);
  await page.request.post(`${url}/__sandbox/settle`, { headers: { origin: url } });
}

describe('a lead', () => {
  test('sees what is wrong by rule and why it matters, mends one by keyboard after a preview, and takes it back', async () => {
    const { page, app, go } = await site.visit('lead');
    await openHealth(go, app);
    const wrong = app.getByRole('region', { name: /Drawn the wrong way round/ });
    await wrong.getByText('The link reads backwards').waitFor();
    await wrong.getByRole('button', { name: /^Mend: It says “DISC-62 solves LED-88”/ }).press('Enter');
    const preview = wrong.getByRole('group', { name: 'Preview' });
    expect(await preview.innerText()).toMatch(/This link goes\s+− DISC-62 solves LED-88\s+This link comes\s+\+ LED-88 solves DISC-62/);
    await page.keyboard.press('Enter');
    await app.getByText('1 thing mended.').waitFor();
    await wrong.getByText('Mended').waitFor();
    await app.locator('[role=status]:focus', { hasText: '1 thing mended.' }).waitFor();
    await app.getByRole('heading', { level: 2, name: 'Drawn the wrong way round 0' }).waitFor();
    await app.getByRole('button', { name: 'Undo' }).click();
    await app.getByText('Taken back: the links are as they were.').waitFor();
    await wrong.getByRole('button', { name: /^Mend: It says “DISC-62 solves LED-88”/ }).waitFor();
  });

  test('reads it without barriers', async () => {
    const { page, app, go } = await site.visit('lead');
    await openHealth(go, app);
    await app
      .getByRole('button', { name: /^Mend: / })
      .first()
      .click();
    await app.getByRole('group', { name: 'Preview' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('mends many at once, with one undo for all of them', async () => {
    const { page, app, go } = await site.visit('lead');
    for (const item of ['LED-36', 'LED-82', 'LED-83']) await drawByHand(page, 'Solves', 'DISC-62', item);
    await openHealth(go, app);
    const wrong = app.getByRole('region', { name: /Drawn the wrong way round/ });
    await wrong.getByRole('button', { name: 'Mend all 4 of these' }).click();
    await wrong.getByRole('group', { name: 'Mend 4 at once' }).getByText('LED-36 solves DISC-62').waitFor();
    await wrong.getByRole('button', { name: 'Mend 4', exact: true }).click();
    await app.getByText('4 things mended.').waitFor();
    await app.getByRole('button', { name: 'Undo' }).click();
    await app.getByText('Taken back: the links are as they were.').waitFor();
    await wrong.getByRole('button', { name: 'Mend all 4 of these' }).waitFor();
  });
});

test('who drew a link in plain Jira sees in the panel what is wrong with it, and mends it there', async () => {
  const { page, app, go } = await site.visit('engineer');
  await drawByHand(page, 'Relates', 'LED-160', 'DISC-12');
  await go('/browse/LED-160');
  const note = app.getByRole('region', { name: 'Health' });
  await note.getByText('It says “LED-160 relates to DISC-12”, which nothing counts.').waitFor();
  await note.getByText('removes “LED-160 relates to DISC-12”, draws “LED-160 solves DISC-12”').waitFor();
  expect(await barriers(page)).toEqual([]);
  await note.getByRole('button', { name: 'Mend' }).click();
  await note.getByText('Mended', { exact: true }).waitFor();
  await app.getByText('Month-end close stalls because exports over 10,000 rows time out').first().waitFor();
  await note.getByRole('button', { name: 'Undo' }).click();
  await note.getByRole('button', { name: 'Mend' }).waitFor();
});
