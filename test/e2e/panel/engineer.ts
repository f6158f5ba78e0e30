import { describe, expect, test } from '@jest/globals';
import { barriers, tabTo } from '../site';
import { site } from './site';

describe('an engineer', () => {
  test('understands the problem of an epic without a click', async () => {
    const { app, go } = await site.visit('engineer');
    await go('/browse/LED-102');
    await app.getByRole('heading', { name: 'Month-end close stalls because exports over 10,000 rows time out' }).waitFor();
    const seen = await app.getByRole('main').innerText();
    for (const words of [
      'Finance controller',
      'close the books in two days',
      '14 customers',
      'I split the month into six exports',
      'Never failed.',
      'Place 1 of 61',
    ]) {
      expect(seen).toContain(words);
    }
    expect(await app.getByRole('list').first().getByRole('listitem').count()).toBeGreaterThanOrEqual(3);
  });

  test('sees it on a story of the epic, too', async () => {
    const { app, go } = await site.visit('engineer');
    await go('/browse/LED-103');
    await app.getByText('From its epic').waitFor();
    expect(await app.getByRole('main').innerText()).toContain('Month-end close stalls because exports over 10,000 rows time out');
  });

  test('says why they are not convinced, which counts against', async () => {
    const { page, app, go } = await site.visit('engineer');
    await go('/browse/LED-87');
    await tabTo(page, app.getByRole('button', { name: 'Not convinced' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('The flag is explained in the mail already.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Noted as evidence against DISC-7').waitFor();
    await app.getByText('The flag is explained in the mail already.').waitFor();
  });

  test('keeps what was there when it can’t be read again, and says so', async () => {
    const { page, app, go } = await site.visit('engineer');
    await go('/browse/LED-76');
    await tabTo(page, app.getByRole('button', { name: 'Not convinced' }));
    await page.route('**/__site/bridge/invoke', (route) => (route.request().postData()?.includes('openPanel') === true ? route.abort() : route.fallback()));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nobody corrects many lines by hand any more.');
    await page.keyboard.press('Control+Enter');
    await app.getByText('Couldn’t refresh.').waitFor();
    await app.getByText('Nobody corrects many lines by hand any more.').waitFor();
    expect(await app.getByRole('main').innerText()).not.toContain('Nothing was changed');
    expect(await barriers(page)).toEqual([]);
    await page.unroute('**/__site/bridge/invoke');
    await tabTo(page, app.getByRole('button', { name: 'Try again' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await app.getByText('Couldn’t refresh.').waitFor({ state: 'detached' });
  });

  test('is stopped on an epic without a problem, is told what to do, repairs it in place by keyboard, and moves it', async () => {
    const { page, app, go } = await site.visit('engineer');
    await go('/browse/LED-160');
    await tabTo(page, page.getByRole('button', { name: 'In Progress' }));
    await page.keyboard.press('Enter');
    await page.getByText('LED-160 wasn’t moved to In Progress').waitFor();
    expect(await barriers(page)).toEqual([]);
    const told = await page.getByRole('status', { name: 'Messages' }).innerText();
    expect(told).toMatch(/problem/i);

    // The suggestions carry digits; nothing needs the mouse, and a digit elsewhere links nothing.
    await tabTo(page, app.getByRole('button', { name: 'Write the problem' }));
    await page.keyboard.press('2');
    await tabTo(page, app.getByRole('listitem').filter({ hasText: 'DISC-7' }).getByRole('button', { name: 'Link' }));
    await page.keyboard.press('1');
    await page.getByText('LED-160 solves DISC-7').waitFor();
    await app.getByRole('heading', { name: /Approvers can’t tell why an expense was flagged/ }).waitFor();
    // How much of it is solved is one arrow key away.
    await app.getByRole('radio', { name: 'largely' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('LED-160 solves DISC-7 partly').waitFor();
    expect(await app.getByRole('radio', { name: 'partly' }).isChecked()).toBe(true);
    await tabTo(page, page.getByRole('button', { name: 'In Progress' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('LED-160 is In Progress').waitFor();
  });

  test('writes the problem that nobody has stated, without leaving the item', async () => {
    const { page, app, go } = await site.visit('engineer');
    await go('/browse/LED-12');
    await tabTo(page, app.locator('summary', { hasText: 'This is work to build' }));
    await page.keyboard.press('Enter');
    await tabTo(page, app.getByRole('button', { name: 'Write the problem' }));
    await page.keyboard.press('Enter');
    await app.locator('textarea:focus').waitFor();
    await page.keyboard.type('Night shifts squint because the bright screen hurts their eyes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Dispatcher');
    await page.keyboard.press('Tab');
    await page.keyboard.type('read the ledger at night');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/LED-12 solves DISC-\d+/).waitFor();
    await app.getByRole('heading', { name: 'Night shifts squint because the bright screen hurts their eyes' }).waitFor();
  });
});
