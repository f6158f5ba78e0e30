import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './steps.mjs';

const folder = join(root, 'build/browser');
const launcher = join(folder, 'launch');

// The libraries and fonts that a bare system lacks lie beside it.
const script = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_FILE="$here/fonts.conf" exec "$here/chromium" "$@"
`;

// The package's own list of fonts names the temporary folder of a cloud function; a Chromium that finds no font dies on the first text.
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts/fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Whether it draws: a browser that starts and says its version may still die on the first page. */
async function draws(executablePath) {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.setContent('<p style="font: 14px sans-serif">Words ▲ ▼ ← → ✓ − Σ ρ “”</p><pre>1 2 3</pre><iframe srcdoc="<b>more</b>"></iframe>');
    await page.screenshot();
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** A Chromium that ships inside an npm package, for 64-bit Linux only. It is fetched when it is needed, for it is large. */
export async function packedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (existsSync(launcher) && (await draws(launcher))) return launcher;
  console.log('Fetching a Chromium that ships in an npm package …');
  mkdirSync(folder, { recursive: true });
  const npm = await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '@sparticuz/chromium@147.0.0'], { keep: true });
  if (npm.code !== 0) return undefined;
  const unpack = join(folder, 'unpack.mjs');
  writeFileSync(unpack, "import packed from '@sparticuz/chromium';\nawait packed.executablePath();\n");
  // It adds its libraries only where it takes the machine for the cloud function it was made for, and unpacks into the temporary folder.
  const asFunction = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const { code } = await run(process.execPath, [unpack], { keep: true, env: asFunction });
  if (code !== 0) return undefined;
  writeFileSync(join(folder, 'fonts.conf'), fonts);
  writeFileSync(launcher, script);
  chmodSync(launcher, 0o755);
  if (await draws(launcher)) return launcher;
  console.log('It does not draw here.');
  rmSync(launcher);
  return undefined;
}
