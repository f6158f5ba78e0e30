import { describe, expect, test } from '@jest/globals';
import { received } from '../../../src/contract/failures';
import { barriers } from '../site';
import { site } from './site';

describe('who may what', () => {
  test('a viewer reads the evidence and cannot tag, on the page or past it', async () => {
    const { page, app, go } = await site.visit('viewer');
    await go('/browse/SUP-122');
    await app.getByText('You can read this ticket’s evidence, but not tag it').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await app.getByLabel('Quote').count()).toBe(0);

    const [ticket, statement] = ['SUP-122', 'DISC-28'].map((key) => idOf(key));
    const before = JSON.stringify(site.sandbox().jira.snapshot());
    const answer = await invoke(
      'tagEvidence',
      { issueId: ticket, statementId: statement, stance: 'for', quote: 'As a viewer', severity: 'major', customer: null },
      'user-viewer',
    );
    expect(answer).toMatchObject({ ok: false, code: 'forbidden' });
    expect(JSON.stringify(site.sandbox().jira.snapshot())).toBe(before);
  });

  test('an outsider cannot tell a hidden issue from a missing one: not on the site, not by the app', async () => {
    const { page, go } = await site.visit('outsider');
    const texts: string[] = [];
    for (const key of ['LED-102', 'LED-99999']) {
      await go(`/browse/${key}`);
      await page.getByRole('heading', { name: 'We can’t find that work item' }).waitFor();
      texts.push((await page.getByRole('main').innerText()).replaceAll(key, 'KEY'));
    }
    expect(texts[0]).toBe(texts[1]);
    expect(await barriers(page)).toEqual([]);
    const answers = await Promise.all([idOf('LED-102'), '99999999'].map((issueId) => invoke('openPanel', { issueId }, 'user-outsider')));
    const said = answers.map((answer) => JSON.stringify(answer, (name, value: unknown) => (name === 'trace' ? '' : value)));
    expect(said[0]).toBe(said[1]);
    expect(answers[0]).toMatchObject({ ok: false });
  });
});

interface Shown {
  readonly issues: readonly { readonly id: number; readonly key: string }[];
}

function idOf(key: string): string {
  const { issues } = site.sandbox().jira.snapshot() as Shown;
  return String(issues.find((issue) => issue.key === key)?.id);
}

const invoke = async (functionKey: string, payload: unknown, accountId: string) =>
  received(await site.sandbox().forge.invoke({ moduleKey: 'panel', functionKey, payload, accountId }));
