import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command in the project; answers its exit code. Output goes to the terminal, or is kept and answered when `keep`. */
export function run(command, args, { env = {}, keep = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: keep ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', (failure) => resolve({ code: 1, output: `${output}${failure.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

// Compilers and checkers make garbage by the gigabyte: with a larger nursery they spend a third less time on it.
const nursery = { NODE_OPTIONS: '--disable-warning=DEP0040 --max-semi-space-size=128' };

/** Runs a package's own command with the Node that runs this. */
export const node = (file, args = [], { env, ...how } = {}) => run(process.execPath, [join(root, file), ...args], { ...how, env: { ...nursery, ...env } });

function* filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) if (name !== 'node_modules' && name !== 'dist') yield* filesOf(join(path, name));
}

/** A step whose inputs have not changed since it last worked is not run again. */
export async function onceFor(name, inputs, work) {
  const hash = createHash('sha256');
  for (const input of inputs) for (const file of filesOf(input)) hash.update(file).update(readFileSync(join(root, file)));
  const stamp = join(root, 'build/stamps', name);
  const now = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 0;
  const code = await work();
  if (code !== 0) return code;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return 0;
}
