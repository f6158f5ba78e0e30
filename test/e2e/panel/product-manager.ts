import { describe, expect, test } from '@jest/globals';
import { barriers, tabTo } from '../site';
import { site } from './site';

const ticket = '/browse/SUP-122';

describe('a product manager on a ticket', () => {
  test('tags it onto an existing statement in three actions, by keyboard, and takes it back', async () => {
    const { page, app, go } = await site.visit('pm');
    await go(ticket);
    let actions = 0;
    const act = async (what: Promise<unknown>) => {
      actions += 1;
      await what;
    };
    await act(tabTo(page, app.getByLabel('Quote')));
    await act(page.keyboard.insertText('We type the tax code on every line of the invoice, and it is always the same code.'));
    await app.getByRole('option', { selected: true }).getByText('DISC-28').waitFor();
    await act(page.keyboard.press('Enter'));
    await page.getByText('Tagged as evidence for DISC-28').waitFor();
    expect(actions).toBeLessThanOrEqual(3);
    await app.getByText('We type the tax code on every line').waitFor();
    await page.getByRole('region', { name: 'Linked work items' }).getByText('DISC-28').waitFor();

    await tabTo(page, page.getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Linked work items' }).getByText('DISC-28').waitFor({ state: 'detached' });
    expect(await app.getByLabel('Quote').inputValue()).toContain('We type the tax code');
  });

  test('takes a tag back without leaving the box', async () => {
    const { page, app, go } = await site.visit('pm');
    await go('/browse/SUP-123');
    await tabTo(page, app.getByLabel('Quote'));
    await page.keyboard.insertText('The tax code is the same on every line, and we type it on every line.');
    await app.getByRole('option', { selected: true }).getByText('DISC-28').waitFor();
    await page.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Remove' }).waitFor();
    await page.keyboard.press('Control+z');
    await app.getByRole('button', { name: 'Remove' }).waitFor({ state: 'detached' });
    await page.getByText('Tagged as evidence for DISC-28').waitFor({ state: 'detached' });
    expect(await app.getByLabel('Quote').inputValue()).toContain('The tax code is the same');
  });

  test('sets the severity by Alt and a digit, and is asked once for a customer that nobody knows', async () => {
    const { page, app, go } = await site.visit('pm');
    await go('/browse/LED-129');
    await tabTo(page, app.locator('summary', { hasText: 'Tag with evidence' }));
    await page.keyboard.press('Enter');
    await tabTo(page, app.getByLabel('Quote'));
    await page.keyboard.insertText('Half-written expenses are lost when the session times out over lunch.');
    await page.keyboard.press('Alt+2');
    await app.getByRole('radio', { name: '2 minor' }).waitFor();
    expect(await app.getByRole('radio', { name: '2 minor' }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await app.getByText('Whose words are these?').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('Foxglove Print');
    await page.keyboard.press('Enter');
    await page.getByText(/Tagged as evidence for DISC-\d+/).waitFor();
    await app.getByText('Foxglove Print').first().waitFor();
  });

  test('writes the statement that is not there yet, and the ticket backs it', async () => {
    const { page, app, go } = await site.visit('pm');
    await go('/browse/SUP-121');
    await tabTo(page, app.getByLabel('Quote'));
    await page.keyboard.insertText('Receipts in Welsh are refused by the scanner.');
    await tabTo(page, app.getByRole('combobox', { name: 'Evidence for which statement?' }));
    await page.keyboard.type('Receipts in small languages are refused');
    await app.getByRole('option', { name: /Write a new problem/ }).waitFor();
    await page.keyboard.press('ArrowUp');
    await app.getByRole('option', { selected: true }).getByText('Write a new problem').waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, app.getByLabel('Stakeholder'));
    await page.keyboard.type('traveller');
    await tabTo(page, app.getByLabel('Job'));
    await page.keyboard.type('be paid back within the week');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Tagged as evidence for DISC-\d+/).waitFor();
    await page.getByRole('region', { name: 'Linked work items' }).getByText('Receipts in small languages are refused').waitFor();
  });
});
