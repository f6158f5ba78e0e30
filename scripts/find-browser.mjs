import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packedBrowser } from './packed-browser.mjs';
import { run } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usual = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

async function downloaded() {
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  console.log('No browser found; downloading the test runner’s own …');
  const { code } = await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { keep: true });
  return code === 0 && existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Debian’s Chromium …');
  const quiet = { keep: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], quiet);
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet);
  if (code !== 0) console.error(output.split('\n').slice(-5).join('\n'));
  return onPath();
}

/** Where a Chromium is: named, on the path, the test runner's own, or the distribution's. Undefined after saying what to do. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const found = onPath() ?? usual.find((path) => existsSync(path)) ?? (await downloaded()) ?? (await packedBrowser()) ?? (await fromDebian());
  if (found === undefined) console.error('The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.');
  return found;
}
