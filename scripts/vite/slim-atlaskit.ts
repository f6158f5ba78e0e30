import type { Plugin } from 'vite';

const gateClient = '\0feature-gate-js-client';
const off = `
const client = { checkGate: () => false, getExperimentValue: (experiment, parameter, fallback) => fallback, initializeCalled: () => true, initializeCompleted: () => true };
export default client;
export const FeatureGates = client;
`;

/**
 * Takes Atlassian's feature-gate client out of Atlaskit: it is 30 KB of every page and names foreign hosts, and an app on a
 * customer's site never asks it anything. Every gate reads as off, which is what Atlaskit does without a client.
 */
export function slimAtlaskit(): Plugin {
  return {
    name: 'slim-atlaskit',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('@atlaskit/feature-gate-js-client') ? gateClient : undefined),
    load: (id) => (id === gateClient ? off : undefined),
    transform(code, id) {
      if (!/node_modules\/@atlaskit\/.*\.js$/.test(id)) return undefined;
      const folded = code.replace(/\bfg\((['"])[^'"]+\1\)/g, 'false').replace(/\bisReactCompilerActivePlatform\(\)/g, 'false');
      return folded === code ? undefined : { code: folded, map: null };
    },
  };
}
