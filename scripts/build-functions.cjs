// Bundles src/ with Forge's own bundler, as `forge deploy` does, into build/forge.
'use strict';
const { mkdirSync, readFileSync, rmSync, writeFileSync, cpSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const YAML = require('yaml');

const root = dirname(__dirname);
const target = join(root, 'build/forge');
// The bundler works on the current folder, and takes the runtime wrapper from here instead of Atlassian's network.
process.chdir(root);
process.env.FORGE_RUNTIME_PATH = join(root, 'sandbox/forge/runtime');

const quiet = () => undefined;
const logger = { info: quiet, debug: quiet, trace: quiet, warn: console.warn, error: console.error };
const flags = { isTypescriptBundlerEnabled: async () => false, testForgeCliBundleRuntimeLoaderGate: async () => false };

async function build() {
  const { modules } = YAML.parse(readFileSync('manifest.yml', 'utf8'));
  const handlers = modules.function.map(({ handler }) => {
    const dot = handler.lastIndexOf('.');
    return { module: handler.slice(0, dot), method: handler.slice(dot + 1) };
  });
  const wrapperProvider = getWrapperProvider({ fileSystemReader: new FileSystemReader(), fileSystemWriter: new FileSystemWriter(), statsigService: flags });
  const bundler = getNodeBundler(logger, wrapperProvider, { readConfig: async () => ({ app: {} }) }, flags);
  const { outputDir, additionalOutputs } = await bundler.bundle({ appDirectory: root, entryPoints: getEntryPoints(handlers) });
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(outputDir, target, { recursive: true });
  for (const [name, content] of additionalOutputs ?? []) writeFileSync(join(target, name), content);
}

build().catch((failure) => {
  console.error(failure.message ?? failure);
  process.exit(1);
});
