import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, onceFor, root, run } from './steps.mjs';

/** Installs what package-lock.json names, unless it is there. */
async function install() {
  const stamp = join(root, 'node_modules/.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  console.log('Installing packages (about a minute and a half) …');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) writeFileSync(stamp, wanted);
  return code;
}

// Vite bundles its configuration before it runs it, and warns of a loader to come that would not.
const env = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };

const builds = [
  {
    name: 'pages',
    says: 'Building the pages …',
    inputs: ['static', 'src/contract', 'src/domain', 'scripts/vite', 'vite.config.ts', 'package-lock.json'],
    args: ['node_modules/vite/bin/vite.js', ['build', '--config', 'vite.config.ts', '--logLevel', 'warn']],
  },
  {
    name: 'site',
    says: 'Building the local site …',
    inputs: ['sandbox/site', 'scripts/vite', 'vite.config.ts', 'package-lock.json'],
    args: ['node_modules/vite/bin/vite.js', ['build', '--config', 'sandbox/site/vite.config.ts', '--logLevel', 'warn']],
  },
  {
    name: 'functions',
    says: 'Bundling the functions with Forge’s bundler …',
    inputs: ['src', 'manifest.yml', 'tsconfig.json', 'scripts/build-functions.cjs', 'sandbox/forge/runtime/dist', 'package-lock.json'],
    args: ['scripts/build-functions.cjs', []],
  },
];

/** Packages; what is there and current is left alone. Answers an exit code. */
export async function setUpPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Groundwork needs Node 20.19 or newer; this is ${process.version}.`);
    return 1;
  }
  return install();
}

/** The built pages and functions; what is there and current is left alone. Answers an exit code. */
export async function build() {
  for (const { name, says, inputs, args } of builds) {
    const code = await onceFor(name, inputs, async () => {
      console.log(says);
      return (await node(...args, { env })).code;
    });
    if (code !== 0) {
      console.error(`The ${name} could not be built.`);
      return code;
    }
  }
  return 0;
}

export const setUp = async () => (await setUpPackages()) || (await build());
