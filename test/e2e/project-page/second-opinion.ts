import { expect, test } from '@jest/globals';
import { barriers } from '../site';
import { site } from './site';

/** Customers that an engineer believes to be reached; all else is the same. */
const reach: Readonly<Record<string, number>> = { 'LED-102': 14, 'LED-64': 60 };

test('a lead asks, an engineer estimates blind by keyboard, and then both views stand side by side', async () => {
  const lead = await site.visit('lead');
  await lead.go('/projects/LED/apps/project');
  await lead.app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
  await lead.app.getByRole('button', { name: 'Second opinion' }).focus();
  await lead.page.keyboard.press('Enter');
  await lead.app.getByRole('button', { name: 'Ask about 12 items' }).waitFor();
  expect(await barriers(lead.page)).toEqual([]);
  await lead.app.getByRole('button', { name: 'Ask about 12 items' }).focus();
  await lead.page.keyboard.press('Enter');
  await lead.app.getByRole('heading', { name: 'Your team is asked about 12 items' }).waitFor();
  await lead.app.getByRole('button', { name: 'Invite the team' }).click();
  const [link = ''] = /\/projects\S+$/.exec(await lead.app.getByLabel('Text to send').inputValue()) ?? [];
  expect(link).toBe('/projects/LED/apps/project/second-opinion');

  const { page, app, go } = await site.visit('engineer');
  await go(link);
  await app.getByRole('button', { name: 'Join and estimate' }).focus();
  await page.keyboard.press('Enter');
  await app.getByText('· 0 of 12 in').waitFor();
  await app.getByText('hidden until your estimate is in').nth(11).waitFor();
  expect(await app.getByText('hidden until your estimate is in').count()).toBe(12);
  expect(await barriers(page)).toEqual([]);
  // The order itself is hidden, too, and a reload changes nothing of that.
  await page.reload();
  await app.getByText('· 0 of 12 in').waitFor();
  const keys = await app.getByRole('rowheader').getByRole('link').allInnerTexts();
  expect([...keys].sort()).toEqual(expect.arrayContaining(['LED-102', 'LED-64', 'LED-87']));
  await app.getByRole('textbox').first().focus();
  for (const [at, key] of keys.entries()) {
    for (const typed of [String(reach[key] ?? 6), '3', '5']) {
      await page.keyboard.type(typed);
      await page.keyboard.press(typed === '5' ? 'Enter' : 'Tab');
    }
    await app.getByText(`· ${String(at + 1)} of 12 in`).waitFor();
    if (at === 0) expect(await app.getByText('shown, estimate is in').count()).toBe(1);
  }
  // The last Enter has led to the button that ends it.
  await page.keyboard.press('Enter');
  await app.getByRole('heading', { name: /^What the team says/ }).waitFor();
  expect(await app.getByRole('row').filter({ hasText: 'LED-64' }).innerText()).toContain('Team higher');
  await app.getByText(/^Custom logo: the team says/).waitFor();
  const first = async (): Promise<string> => (await app.getByRole('row').nth(1).innerText()).replace(/\s+/g, ' ');
  await app.getByRole('button', { name: 'Team', exact: true }).click();
  expect(await first()).toContain('LED-64');
  await app.getByRole('button', { name: 'Evidence', exact: true }).click();
  expect(await first()).toContain('LED-102');
  await app.getByRole('button', { name: 'Blended', exact: true }).focus();
  await page.keyboard.press('Enter');
  expect(await first()).toContain('LED-102');
  expect(await barriers(page)).toEqual([]);
  await app.getByRole('button', { name: 'Back to the list' }).click();
  await app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
});
