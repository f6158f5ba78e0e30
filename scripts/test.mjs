import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { node, root } from './steps.mjs';
import { build, setUp, setUpPackages } from './set-up.mjs';

const jest = 'node_modules/jest/bin/jest.js';
// One more than there are cores: a browser's story waits half of its time.
const workers = availableParallelism() + 1;
const shared = process.env.GROUNDWORK_SHARED ?? join(root, '../shared');
const env = existsSync(shared) ? { GROUNDWORK_SHARED: shared } : {};
let passed = 0;
let failed = 0;

async function check(name, file, args) {
  const { code, output } = await node(file, args, { keep: true, env });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
  if (code === 0) passed += 1;
  else {
    failed += 1;
    console.log(output);
  }
}

async function suite(args, env) {
  const report = join(root, 'build/tests.json');
  const { code } = await node(jest, [...args, `--maxWorkers=${workers}`, '--json', `--outputFile=${report}`], { env });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 1 };
  passed += results.numPassedTests;
  failed += results.numFailedTests + (results.numRuntimeErrorTestSuites ?? 0);
  if (code !== 0 && results.numFailedTests === 0 && !results.numRuntimeErrorTestSuites) failed += 1;
}

const close = () => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
};

const orClose = (code) => {
  if (code === 0) return;
  failed += 1;
  close();
};

// The long histories: nothing but the properties, each a hundred times as often.
if (process.env.PROVE === '1') {
  orClose(await setUp());
  await suite(['--selectProjects', 'unit', '--testTimeout=36000000'], env);
  close();
}

orClose(await setUpPackages());
// Types and lint keep one core for minutes: everything else runs beside them.
await Promise.all([
  (async () => {
    await check('types and lint', 'scripts/check-code.mjs', []);
    await check('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']);
    await check('dead code', 'node_modules/knip/bin/knip.js', []);
  })(),
  (async () => {
    // To find that there is none takes its time, too.
    const finding = findBrowser();
    orClose(await build());
    const browser = await finding;
    if (browser === undefined) failed += 1;
    // A busy machine is no failure: how fast something is, the benches say.
    const which = browser === undefined ? ['--selectProjects', 'unit'] : [];
    await suite([...which, '--testTimeout=60000'], { ...env, ...(browser !== undefined && { CHROMIUM_PATH: browser }) });
  })(),
]);
close();
