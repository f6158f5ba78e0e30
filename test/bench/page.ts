import { chromium } from 'playwright-core';
import { z } from 'zod';
import { createJira } from '../../sandbox/jira';
import { startSandbox } from '../../sandbox/server';
import { loadLargeSite, size } from './page/site';
import { quantile } from './quantile';

const opened = 5;
const scrollSteps = 240;
const pixelsPerStep = 400;

const ledgerSchema = z.object({
  points: z.number(),
  rows: z.array(z.object({ operation: z.string(), as: z.string(), calls: z.number(), points: z.number() })),
});

/** Runs in the frame: frame times in ms while the list is scrolled as a hand would, a bit every frame. */
function scrollTimes([steps, pixels]: readonly [number, number]): Promise<number[]> {
  return new Promise((resolve) => {
    const grid = document.querySelector('[role=treegrid]');
    const times: number[] = [];
    let last = performance.now();
    const step = (now: number) => {
      times.push(now - last);
      last = now;
      grid?.scrollBy(0, pixels);
      if (times.length <= steps) requestAnimationFrame(step);
      else resolve(times.slice(1));
    };
    requestAnimationFrame(step);
  });
}

async function main(): Promise<void> {
  const from = performance.now();
  const sandbox = await startSandbox({ port: 0, latency: 'real', parts: { createJira, loadSite: loadLargeSite } });
  console.log(
    `${String(size.items)} items, ${String(size.problems)} problems, ${String(size.records)} records; site made in ${((performance.now() - from) / 1000).toFixed(0)} s`,
  );
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.request.get(`${sandbox.url}/__site/session`);
    await context.request.post(`${sandbox.url}/__site/session`, { data: { accountId: 'user-lead' }, headers: { origin: sandbox.url } });
    const page = await context.newPage();
    const firstRows: number[] = [];
    for (let turn = 0; turn < opened; turn += 1) {
      await page.goto(`${sandbox.url}/projects`);
      await page.getByRole('link', { name: 'Big' }).first().waitFor();
      sandbox.jira.ledger.reset();
      const start = performance.now();
      await page.goto(`${sandbox.url}/projects/BIG/apps/project`, { waitUntil: 'commit' });
      await page.locator('iframe').first().contentFrame().locator('[data-row]').first().waitFor();
      firstRows.push(performance.now() - start);
    }
    console.log(
      `first rows, Jira's own page and the frame included, at Atlassian's latencies: median ${quantile(firstRows, 0.5)}, worst of ${String(opened)} ${quantile(firstRows, 1)}`,
    );
    const { points, rows } = ledgerSchema.parse(sandbox.jira.ledger.read());
    console.log(
      `opening the page: ${String(points)} points, ${String(rows.filter(({ as, operation }) => as === 'app' && /issue|search/i.test(operation)).length)} issue reads as the app`,
    );
    for (const { operation, as, calls, points: spent } of rows) console.log(`  ${operation} as ${as}: ${String(calls)} calls, ${String(spent)} points`);
    const frame = page.frames().find((candidate) => candidate.url().startsWith(sandbox.frameUrl));
    if (frame === undefined) throw new Error('the frame is gone');
    const times = await frame.evaluate(scrollTimes, [scrollSteps, pixelsPerStep] as const);
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
