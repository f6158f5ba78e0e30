import { expect, test } from '@jest/globals';
import { barriers, tabTo } from '../site';
import { site } from './site';

test('a lead turns a half-life by keyboard, sees the order move beside the saved one, and goes back to saved', async () => {
  const { page, app, go } = await site.visit('lead');
  await go('/projects/LED/apps/project');
  await app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
  await app.getByRole('button', { name: 'What if …' }).focus();
  await page.keyboard.press('Enter');
  await app.getByText('Nothing is changed: both orders are the saved one.').waitFor();
  const placed = app.locator('[data-item]');
  const slider = app.getByRole('slider', { name: 'Ticket half-life, slider' });
  await slider.focus();
  const saved = await placed.allInnerTexts();

  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await app.getByRole('heading', { name: 'What if tickets faded faster?' }).waitFor();
  expect(await app.getByLabel('Ticket half-life, days').inputValue()).toBe('75');
  await app.getByText(/^1 setting changed, nothing saved\. \d+ of the first 14 change place/).waitFor();
  expect(await placed.allInnerTexts()).not.toEqual(saved);
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('r');
  await app.getByText('Nothing is changed: both orders are the saved one.').waitFor();
  expect(await placed.allInnerTexts()).toEqual(saved);
  await page.keyboard.press('Escape');
  await app.getByRole('heading', { name: 'Build Background exports first' }).waitFor();
});

test('through another lens the same evidence gives another order, beside the saved one, and nothing of it is saved', async () => {
  const { page, app, go } = await site.visit('lead');
  await go('/projects/LED/apps/project');
  await app.getByRole('button', { name: 'What if …' }).click();
  const lens = app.getByRole('combobox', { name: 'Lens' });
  await tabTo(page, lens);
  for (const [title, key] of [
    ['RICE', 'R'],
    ['ICE', 'ArrowDown'],
    ['WSJF', 'ArrowDown'],
  ] as const) {
    await page.keyboard.press(key);
    await app.getByRole('heading', { name: `What if ${title} decided?` }).waitFor();
    await app.getByRole('columnheader', { name: title, exact: true }).waitFor();
    await app.getByText(`${title} over the same evidence.`).waitFor();
    await app.getByText(/^1 setting changed, nothing saved\. \d+ of the first 14 change place/).waitFor();
  }
  expect(await barriers(page)).toEqual([]);
  await app.getByRole('button', { name: 'Propose as settings' }).click();
  await app.getByText('The lens is not saved: everybody chooses their own above the list.').waitFor();
  expect(await app.getByRole('button', { name: 'Save for this project' }).isDisabled()).toBe(true);
});

test('an admin of the project saves it as settings and takes it back; whoever is none gets a text to hand on', async () => {
  const lead = await site.visit('lead');
  const open = async ({ app, go, page }: typeof lead): Promise<void> => {
    await go('/projects/LED/apps/project');
    await app.getByRole('button', { name: 'What if …' }).click();
    await app.getByLabel('Ticket half-life, days').fill('60');
    await app.getByRole('button', { name: 'Type in the list' }).click();
    await app.getByLabel('LED-102: effort').fill('40');
    await page.keyboard.press('Enter');
    await app.getByRole('heading', { name: 'What if tickets faded faster and LED-102 took more effort?' }).waitFor();
    await app.getByRole('button', { name: 'Propose as settings' }).click();
  };
  await open(lead);
  await lead.app.getByText('Ticket half-life: 180 days → 60 days').waitFor();
  await lead.app.getByRole('button', { name: 'Save for this project' }).click();
  await lead.app.getByRole('heading', { name: 'Saved as this project’s settings' }).waitFor();
  expect(await barriers(lead.page)).toEqual([]);
  await lead.app.getByRole('button', { name: 'Undo' }).click();
  await lead.app.getByRole('heading', { name: 'Taken back: the settings are the ones from before' }).waitFor();

  const engineer = await site.visit('engineer');
  await open(engineer);
  const text = await engineer.app.getByLabel('What is changed and what moves, as Markdown').inputValue();
  expect(text).toContain('| Ticket half-life | 180 days | 60 days |');
  expect(text).toContain('| LED-102 effort | 8 | 40 story points |');
});
