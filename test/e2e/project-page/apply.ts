import { expect, test } from '@jest/globals';
import { barriers } from '../site';
import { site } from './site';

interface Ranked {
  readonly key: string;
  readonly rank: string;
}

/** Jira's own order of the project, byte by byte. */
function orderInJira(): string {
  const { issues } = site.sandbox().jira.snapshot() as { readonly issues: readonly Ranked[] };
  const own = issues.filter(({ key }) => key.startsWith('LED-')).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return own.map(({ key }) => key).join(' ');
}

test('a lead goes from the page to the applied order and back by keyboard, with an item pinned, one put elsewhere and a link crossed', async () => {
  const { page, app, go } = await site.visit('lead');
  const before = orderInJira();
  await go('/projects/LED/apps/project');
  await app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
  await app.getByRole('button', { name: 'Pin …' }).focus();
  await page.keyboard.press('Enter');
  await app.getByLabel('Item: its key').fill('LED-31');
  await app.getByRole('button', { name: 'LED-31' }).press('Enter');
  await app.getByRole('radio', { name: 'Legal' }).press('Space');
  await app.getByLabel('Reason', { exact: true }).fill('The tax office asks for line codes');
  await page.keyboard.press('Enter');
  await app.getByText('Pinned: LED-31').waitFor();
  expect(await barriers(page)).toEqual([]);
  // Out of the field, then out of the view.
  await page.keyboard.press('Escape');
  await app.locator('h1:focus').waitFor();
  await page.keyboard.press('Escape');
  await app.getByText('Pinned: deadlines, legal and security').waitFor();
  await app.getByRole('button', { name: /^Apply to Jira/ }).focus();
  await page.keyboard.press('Enter');
  await app.getByText(/items move/).waitFor();
  await app.getByText('LED-133 Stabilise billing tests (place 4) blocks LED-140').waitFor();
  await app.getByText('The evidence would cross one “blocks” link: this order keeps it').waitFor();
  expect(orderInJira()).toBe(before);
  expect(await barriers(page)).toEqual([]);
  await app.getByRole('radio', { name: 'Cross it, with a reason' }).press('Space');
  const apply = app.getByRole('button', { name: /^Apply \d+ places/ });
  await app.getByText('One exception needs a reason first.').waitFor();
  expect(await apply.isDisabled()).toBe(true);
  await app.getByLabel('Why it is crossed').fill('The set-up is built without billing');
  const row = app.getByRole('list', { name: 'After' }).getByRole('listitem').filter({ hasText: 'LED-76' });
  await row.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await app.getByLabel('Why LED-76 stands elsewhere').fill('Promised at the fair');
  await app.getByText('LED-76 Correct many lines at once goes to place 4, because').waitFor();
  await apply.and(app.locator(':enabled')).waitFor();
  await page.keyboard.press('Control+Enter');
  await app.getByText('Applied: Jira’s order is this one').waitFor();
  // What is in an active sprint stays where it is.
  expect(orderInJira()).toMatch(/^LED-31 LED-102 LED-87 LED-76 LED-140 LED-151 LED-95 LED-121 LED-58 LED-64 /);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('u');
  await app.getByText('Taken back: Jira’s order is the one from before').waitFor();
  expect(orderInJira()).toBe(before);
  await page.keyboard.press('Escape');
  await app.getByText(/order not applied yet/).waitFor();
});

test('what was applied is kept as a decision, which anyone may disagree with', async () => {
  const { page, app, go } = await site.visit('engineer');
  await go('/projects/LED/apps/project');
  await app.getByRole('button', { name: 'Decisions' }).click();
  await app.getByText('Replayed from its record alone: the very order that was shown then.').waitFor();
  await app.getByText(/^Taken back on .*: it was undone in Jira, and is kept for the record.$/).waitFor();
  const [first] = await app.getByRole('row').filter({ hasText: 'LED-102' }).all();
  expect(await first?.innerText()).toMatch(/^2\s+LED-102 Background exports/);
  for (const words of ['Pinned, legal: The tax office', 'Put here by hand: Promised', 'Before LED-133, which blocks it: The set-up'])
    await app.getByText(words).waitFor();
  await app.getByLabel('I would have decided otherwise, because').fill('Approvers wait for the flag since March');
  await page.keyboard.press('Enter');
  await app.getByText('“Approvers wait for the flag since March”').waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('whoever may not schedule issues moves nothing', async () => {
  const { page, app, go } = await site.visit('viewer');
  await go('/projects/LED/apps/project');
  await app.getByRole('button', { name: /^Apply to Jira/ }).click();
  await app.getByRole('alert').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await app.getByRole('button', { name: /^Apply \d+ places/ }).isDisabled()).toBe(true);
});
