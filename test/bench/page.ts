import { chromium, type Frame, type Page } from 'playwright-core';
import { z } from 'zod';
import { createJira } from '../../sandbox/jira';
import { startSandbox } from '../../sandbox/server';
import { loadLargeSite, size } from './page/site';
import { browserPath } from './browser';
import { quantile } from './quantile';

const opened = 5;
const scrollSteps = 240;
const pixelsPerStep = 400;

const ledgerSchema = z.object({
  points: z.number(),
  rows: z.array(z.object({ operation: z.string(), as: z.string(), calls: z.number(), points: z.number() })),
});

/** Runs in the frame, as text: frame times in ms while the list is scrolled as a hand would, a bit every frame. */
const scrollTimes = `new Promise((resolve) => {
  const list = document.querySelector('[role=treegrid]');
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    list.scrollBy(0, ${String(pixelsPerStep)});
    if (times.length <= ${String(scrollSteps)}) requestAnimationFrame(step);
    else resolve(times.slice(1));
  };
  requestAnimationFrame(step);
})`;

/** Runs in every page: notes when the first row of a list was painted, in epoch ms. */
const noteFirstRow = `new MutationObserver((_changes, observer) => {
  if (document.querySelector('[data-row]') === null) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.firstRowAt = Date.now(); }));
}).observe(document, { childList: true, subtree: true });`;

function frameOf(page: Page, origin: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(origin));
  if (frame === undefined) throw new Error('the frame is gone');
  return frame;
}

async function main(): Promise<void> {
  const from = performance.now();
  const sandbox = await startSandbox({ port: 0, latency: 'real', parts: { createJira, loadSite: loadLargeSite } });
  console.log(
    `${String(size.items)} items, ${String(size.problems)} problems, ${String(size.records)} records; site made in ${((performance.now() - from) / 1000).toFixed(0)} s`,
  );
  const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addInitScript(noteFirstRow);
    await context.request.get(`${sandbox.url}/__site/session`);
    await context.request.post(`${sandbox.url}/__site/session`, { data: { accountId: 'user-lead' }, headers: { origin: sandbox.url } });
    const page = await context.newPage();
    const firstRows: number[] = [];
    for (let turn = 0; turn < opened; turn += 1) {
      await page.goto(`${sandbox.url}/projects`);
      await page.getByRole('link', { name: 'Big' }).first().waitFor();
      sandbox.jira.ledger.reset();
      const start = Date.now();
      await page.goto(`${sandbox.url}/projects/BIG/apps/project`, { waitUntil: 'commit' });
      await page.locator('iframe').first().contentFrame().locator('[data-row]').first().waitFor();
      const shown = await frameOf(page, sandbox.frameUrl).evaluate<number>('window.firstRowAt');
      firstRows.push(shown - start);
    }
    console.log(
      `first rows, Jira's own page and the frame included, at Atlassian's latencies: median ${quantile(firstRows, 0.5)}, worst of ${String(opened)} ${quantile(firstRows, 1)}`,
    );
    const { points, rows } = ledgerSchema.parse(sandbox.jira.ledger.read());
    console.log(
      `opening the page: ${String(points)} points, ${String(rows.filter(({ as, operation }) => as === 'app' && /issue|search/i.test(operation)).length)} issue reads as the app`,
    );
    for (const { operation, as, calls, points: spent } of rows) console.log(`  ${operation} as ${as}: ${String(calls)} calls, ${String(spent)} points`);
    const times = await frameOf(page, sandbox.frameUrl).evaluate<number[]>(scrollTimes);
    console.log(
      `scrolling ${String(pixelsPerStep)} px a frame over ${String(scrollSteps)} frames: median ${quantile(times, 0.5)}, p95 ${quantile(times, 0.95)}, worst ${quantile(times, 1)}`,
    );
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
