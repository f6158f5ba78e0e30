import { describe, expect, test } from '@jest/globals';
import { barriers } from '../site';
import { site } from './site';

describe('a lead', () => {
  test('compares two items from a row and comes back to it, sees why by source, asks the question that decides and takes it back, by keyboard', async () => {
    const { page, app, go } = await site.visit('lead');
    await go('/projects/LED/apps/project');
    await app.getByText('Tie band 2').waitFor();
    const row = app.getByRole('row').filter({ has: app.getByRole('link', { name: 'LED-140', exact: true }) });
    await row.focus();
    await page.keyboard.press('c');
    const compare = app.getByRole('region', { name: 'Compare', exact: true });
    const verdict = compare.getByRole('region', { name: 'Which comes first' });
    await verdict.getByText('LED-140 first, 5').waitFor();
    expect(await verdict.innerText()).toMatch(/A tie: [\s\S]*1,000 common draws of standing scores, seed 1/);
    await compare.getByRole('combobox', { name: 'Second item' }).focus();
    await page.keyboard.type('LED-151');
    await page.keyboard.press('Enter');
    await compare.getByRole('region', { name: 'Shared' }).getByText('Harbour Clinics').waitFor();
    await compare
      .getByText(/To be 80 % sure takes/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await compare.getByRole('heading', { name: 'Compare', exact: true }).focus();
    await page.keyboard.press('s');
    await compare.getByRole('article').first().filter({ hasText: 'LED-151' }).waitFor();
    await page.keyboard.press('Escape');
    await app.locator('[data-row]:focus').filter({ hasText: 'LED-140' }).waitFor();

    await page.keyboard.press('Home');
    await app.locator('[data-row]:focus').filter({ hasText: 'LED-102' }).waitFor();
    await page.keyboard.press('Enter');
    const why = app.getByRole('region', { name: /Why place 1/ });
    await why.getByRole('button', { name: 'By source' }).press('Enter');
    await why.getByRole('button', { name: 'NPS' }).press('Enter');
    await why.getByRole('heading', { name: 'What NPS says' }).waitFor();
    const amounts = (await why.getByRole('table').getByRole('row').allInnerTexts()).map((line) =>
      Number(/(− )?(\d+\.\d\d)$/.exec(line.trim())?.[0].replace('− ', '-')),
    );
    expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(amounts.at(-1) ?? Number.NaN, 6);
    await why.getByRole('button', { name: 'Create discovery task' }).press('Enter');
    await why.getByText('asks this now, linked to DISC-7').waitFor();
    expect(await barriers(page)).toEqual([]);
    await why.locator('button:focus').filter({ hasText: 'Undo' }).waitFor();
    await page.keyboard.press('Enter');
    await why.getByText('Taken back.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await app.getByRole('button', { name: 'Research next' }).press('Enter');
    await app.getByRole('heading', { name: 'Ask about DISC-7 next' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
