import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './manifest';
import { patience } from '../runs';

/** Who may import whom: the architecture's table, each row with imports it allows and imports it refuses. */
const rows: Readonly<Record<string, { readonly may: readonly string[]; readonly mayNot: readonly string[] }>> = {
  'src/domain/score/draws.ts': {
    may: ['./params', '../link-kinds'],
    mayNot: ['zod', 'zod/mini', 'node:crypto', 'react', '@forge/api', '../../contract/shapes', '../../actions/ports', '../../jira/request', '../../store/kvs'],
  },
  'src/contract/panel.ts': {
    may: ['zod/mini', '../domain/gate', './shapes'],
    mayNot: ['zod', '@forge/api', 'node:util', 'react', '../actions/ports', '../jira/issues', '../store/kvs', '../entry/serve', '../../static/api'],
  },
  'src/actions/tag-evidence.ts': {
    may: ['./ports', '../domain/evidence', '../contract/panel'],
    mayNot: [
      '@forge/api',
      '@forge/kvs',
      'node:crypto',
      'react',
      '../jira/issues',
      '../store/evidence',
      '../entry/wiring',
      '../../static/api',
      '../../sandbox/clock',
    ],
  },
  'src/jira/issues.ts': {
    may: ['zod', './request', '../domain/ids', '../actions/ports'],
    mayNot: ['@forge/api', '@forge/kvs', 'react', '../store/kvs', '../entry/wiring', '../../static/api', '../../sandbox/jira'],
  },
  'src/jira/request.ts': { may: ['@forge/api', 'zod'], mayNot: ['@forge/kvs', '@forge/bridge', '../store/kvs', '../entry/wiring', '../../sandbox/jira'] },
  'src/store/evidence.ts': {
    may: ['@forge/kvs', '@forge/events', 'zod', '../domain/ids', '../actions/ports'],
    mayNot: ['@forge/api', '@forge/bridge', 'react', '../jira/request', '../entry/wiring', '../../static/api', '../../sandbox/forge'],
  },
  'src/entry/rpc.ts': {
    may: ['@forge/resolver', '../actions/tag-evidence', '../jira/issues', '../store/evidence', '../contract'],
    mayNot: ['react', '@atlaskit/button/new', '../../static/api', '../../sandbox/server'],
  },
  'static/pages/panel/tag-box.tsx': {
    may: ['react', '@atlaskit/button/new', '@tanstack/react-query', '../../api', '../../../src/contract', '../../../src/domain/gate'],
    mayNot: [
      '@forge/bridge',
      '@forge/bridge/out/view',
      '@forge/api',
      '@forge/kvs',
      'node:fs',
      'zod',
      '../../../src/actions/tag-evidence',
      '../../../src/jira/issues',
      '../../../src/store/evidence',
      '../../../src/entry/rpc',
      '../../../sandbox/clock',
    ],
  },
  'static/api.ts': { may: ['@forge/bridge', '../src/contract'], mayNot: ['node:fs', '../src/actions/ports', '../src/jira/request', '../sandbox/clock'] },
  'sandbox/jira/index.ts': {
    may: ['node:fs', 'zod', '../clock', '../../src/domain/link-kinds'],
    mayNot: [
      '@forge/api',
      '@forge/kvs',
      '@forge/bridge',
      '../../src/jira/issues',
      '../../src/store/evidence',
      '../../src/actions/ports',
      '../../src/entry/rpc',
    ],
  },
};

const cases = Object.entries(rows).flatMap(([file, { may, mayNot }]) => [
  ...may.map((from) => ({ file, from, verdict: 'may' as const })),
  ...mayNot.map((from) => ({ file, from, verdict: 'may not' as const })),
]);

describe('the import rules of the architecture are enforced', () => {
  let refusals: readonly (readonly string[])[] = [];
  beforeAll(() => {
    const asked = JSON.stringify(cases.map(({ file, from }) => [file, from]));
    // ESLint loads its configuration as a module, which a test's own world can't.
    const answer = execFileSync(process.execPath, [join(root, 'test/tools/lint-imports.cjs'), asked], { cwd: root, encoding: 'utf8' });
    refusals = JSON.parse(answer) as readonly (readonly string[])[];
  }, patience(60_000));

  test.each(cases.map((each, index) => ({ ...each, index })))('$file $verdict import $from', ({ verdict, index }) => {
    const said = refusals[index];
    if (verdict === 'may') expect(said).toEqual([]);
    else expect(said).toHaveLength(1);
  });
});
