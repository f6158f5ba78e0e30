import { describe, expect, test } from '@jest/globals';
import type { GateView } from '../../src/contract/gate';
import { received } from '../../src/contract/failures';
import { barriers, openInBrowser } from './site';

const site = openInBrowser('demo');
const projectId = '10000';
const settings = '/projects/LED/settings/apps/settings';

/** What another admin saves meanwhile, on a page of their own. */
async function warnedByAdmin(): Promise<void> {
  const { forge } = site.sandbox();
  const as = { moduleKey: 'settings', accountId: 'user-admin' };
  const opened = received<GateView>(await forge.invoke({ ...as, functionKey: 'openGate', payload: { projectId } }));
  if (!opened.ok) throw new Error(opened.detail);
  const { revision, whenJiraIsDown, types } = opened.value;
  const modes = types.map(({ id, level, mode }) => ({ typeId: id, mode: level >= 1 ? 'warn' : mode }));
  expect(received(await forge.invoke({ ...as, functionKey: 'saveGate', payload: { projectId, revision, whenJiraIsDown, modes } }))).toMatchObject({ ok: true });
}

describe('the gate of a project', () => {
  test('is set by its admin, stops an epic, lets it past with a reason, and lists that it did', async () => {
    const lead = await site.visit('lead');
    await lead.go(settings);
    await lead.app.getByLabel('stop the epic until Jira answers').check();
    await lead.app.getByRole('button', { name: 'Save', exact: true }).click();
    await lead.app.getByText('Saved. The gate holds from the next move on.').waitFor();

    const { page, app, go } = await site.visit('engineer');
    await go('/browse/LED-160');
    await app.getByText('Can’t move on').waitFor();
    expect(await app.getByRole('button', { name: /Let it pass/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'In Progress' }).click();
    await page.getByText('LED-160 wasn’t moved to In Progress').waitFor();

    const again = await site.visit('lead');
    await again.go('/browse/LED-160');
    await again.app.getByRole('button', { name: /Let it pass/ }).focus();
    await again.page.keyboard.press('Enter');
    await again.app.getByLabel('Why may it move on without a problem?').waitFor();
    await again.app.getByText('Still missing: a reason of at least 3 characters.').waitFor();
    await again.page.keyboard.type('Contract signed before the gate');
    await again.page.keyboard.press('Enter');
    await again.app.getByText(/^Exempt until/).waitFor();
    expect(await again.app.getByRole('main').innerText()).toContain('Exempt, because: Contract signed before the gate');
    await again.app.getByText(/^Exempted by (?!…|Somebody)/).waitFor();
    expect(await barriers(again.page)).toEqual([]);

    const mover = await site.visit('engineer');
    await mover.go('/browse/LED-160');
    await mover.page.getByRole('button', { name: 'In Progress' }).click();
    await mover.page.getByText('LED-160 is In Progress').waitFor();
    await site.sandbox().forge.settle();

    const auditor = await site.visit('lead');
    await auditor.go(settings);
    const exempt = auditor.app.getByRole('row', { name: /LED-160/ });
    await exempt.getByText('Contract signed before the gate').waitFor();
    await auditor.app.getByText(/It stopped 1 of 2 moves/).waitFor();
    await auditor.app.getByText('1 got past it').waitFor();
    expect(await barriers(auditor.page)).toEqual([]);
    await exempt.getByRole('button', { name: /End now/ }).click();
    await auditor.app.getByText('No epic is exempt.').waitFor();
    await auditor.app.getByRole('button', { name: 'Add exemption' }).click();
    await auditor.app.getByLabel('Key of the epic').fill('LED-160');
    await auditor.app.getByLabel('Why may it move on without a problem?').fill('The law asks for it from July');
    await auditor.app.getByRole('button', { name: 'Let it pass' }).click();
    await exempt.getByText('The law asks for it from July').waitFor();
    await exempt.getByRole('button', { name: /End now/ }).click();
    await auditor.app.getByText('No epic is exempt.').waitFor();
    await auditor.go('/projects/LED/apps/project');
    await auditor.app.getByRole('button', { name: 'Health' }).click();
    await auditor.app.getByRole('region', { name: 'Got past the gate' }).getByText('LED-160').waitFor();
  });

  test('keeps what was chosen when another admin saved first', async () => {
    const { app, go } = await site.visit('lead');
    await go(settings);
    await app.getByLabel('Off Never looks.').check();
    await warnedByAdmin();
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByText('Somebody else changed the gate while you were here. Nothing is lost.').waitFor();
    expect(await app.getByLabel('Off Never looks.').isChecked()).toBe(true);
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByText('Saved. The gate holds from the next move on.').waitFor();
  });
});
