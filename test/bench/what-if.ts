import { cpus, loadavg } from 'node:os';
import { chromium, type Frame, type Page } from 'playwright-core';
import { startSandbox } from '../../sandbox/server';
import { sent } from '../../src/contract/failures';
import { whatIfWorld } from '../static/project/what-if-world';
import { browserPath } from './browser';
import { quantile } from './quantile';

const size = { items: 10_000, problems: 2_000, records: 100_000 };
const keys = 60;
const typed = ['120', '45', '365', '90', '30', '200'];

/** Runs in the frame: from each key until the order it gives is on screen, and what kept the page from drawing meanwhile. */
const watch = `(() => {
  window.keyAt = undefined;
  window.painted = [];
  window.blocks = [0];
  window.gaps = [0];
  addEventListener('keydown', () => { window.keyAt = performance.now(); }, true);
  const list = document.querySelector('[role=table]');
  new MutationObserver(() => {
    const from = window.keyAt;
    if (from === undefined) return;
    window.keyAt = undefined;
    const channel = new MessageChannel();
    // The message of a frame's callback is heard once that frame is drawn.
    channel.port1.onmessage = () => window.painted.push(performance.now() - from);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['d', 'style', 'data-item'] });
  new PerformanceObserver((entries) => { for (const { duration } of entries.getEntries()) window.blocks.push(duration); }).observe({ type: 'longtask' });
  let last = performance.now();
  const frame = (now) => { window.gaps.push(now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
})()`;

/** The page's own answers for a backlog this large: a local site would take hours to be told 100,000 things one by one. */
async function answerFor(page: Page): Promise<void> {
  const { view, pages } = whatIfWorld(size, 1);
  await page.route('**/__site/bridge/invoke', async (route) => {
    const { functionKey, payload } = route.request().postDataJSON() as { readonly functionKey: string; readonly payload: { readonly after?: string | null } };
    if (functionKey === 'openRanking') return route.fulfill({ json: { ok: true, value: sent({ ok: true, value: view }) } });
    if (functionKey !== 'openEvidence') return route.continue();
    const nth = Number(payload.after ?? 0);
    const done = pages.slice(0, nth + 1).reduce((sum, { statements }) => sum + statements.length, 0);
    const next = nth + 1 < pages.length ? String(nth + 1) : null;
    return route.fulfill({ json: { ok: true, value: sent({ ok: true, value: { ...pages[nth], progress: { ...pages[nth]?.progress, done }, next } }) } });
  });
}

function frameOf(page: Page, origin: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(origin));
  if (frame === undefined) throw new Error('the frame is gone');
  return frame;
}

async function report(frame: Frame, what: string): Promise<void> {
  const [painted, blocks, gaps] = await frame.evaluate<[number[], number[], number[]]>('[window.painted, window.blocks, window.gaps]');
  console.log(
    `${what}: key to painted order p50 ${quantile(painted, 0.5)}, p95 ${quantile(painted, 0.95)}, max ${quantile(painted, 1)} (${String(painted.length)} orders); ` +
      `longest task of the page ${quantile(blocks, 1)}, longest time between frames ${quantile(gaps, 1)}`,
  );
  await frame.evaluate('window.painted = []; window.blocks = [0]; window.gaps = [0];');
}

async function main(): Promise<void> {
  const sandbox = await startSandbox({ port: 0 });
  const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.request.get(`${sandbox.url}/__site/session`);
    await context.request.post(`${sandbox.url}/__site/session`, { data: { accountId: 'user-lead' }, headers: { origin: sandbox.url } });
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    await answerFor(page);
    await page.goto(`${sandbox.url}/projects/LED/apps/project`);
    const app = page.locator('iframe').first().contentFrame();
    await app.getByRole('button', { name: 'What if …' }).click();
    const opened = Date.now();
    await app.getByLabel('Ticket half-life, days').waitFor();
    console.log(
      `${String(size.items)} items, ${String(size.problems)} problems, ${String(size.records)} records; ${String(cpus().length)} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}; ` +
        `evidence read and laid out in ${((Date.now() - opened) / 1000).toFixed(1)} s`,
    );
    const frame = frameOf(page, sandbox.frameUrl);
    await frame.evaluate(watch);
    const seen = async (orders: number): Promise<void> => {
      // The policy of the frame lets nothing wait inside it.
      while ((await frame.evaluate<number>('window.painted.length')) < orders) await page.waitForTimeout(20);
    };

    const slider = app.getByRole('slider', { name: 'Ticket half-life, slider' });
    await slider.focus();
    for (let nth = 0; nth < 8; nth += 1) {
      await page.keyboard.press('ArrowLeft');
      await seen(nth + 1);
    }
    await report(frame, 'warm-up, slider of the source with half of the records');
    for (let nth = 0; nth < keys; nth += 1) {
      await page.keyboard.press(nth < keys / 2 ? 'ArrowRight' : 'ArrowLeft');
      await seen(nth + 1);
    }
    await report(frame, 'slider, one key after the other');

    const field = app.getByLabel('Ticket half-life, days');
    let orders = 0;
    for (const value of [...typed, ...typed]) {
      await field.press('Control+a');
      await frame.evaluate('window.keyAt = undefined');
      for (const digit of value) {
        await page.keyboard.press(digit);
        orders += 1;
        await seen(orders);
      }
    }
    await report(frame, 'number field, digit by digit');

    await slider.focus();
    for (let nth = 0; nth < keys; nth += 1) await page.keyboard.press(nth < keys / 2 ? 'ArrowRight' : 'ArrowLeft', { delay: 10 });
    await page.waitForTimeout(1000);
    await report(frame, 'slider, as fast as keys come');
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
