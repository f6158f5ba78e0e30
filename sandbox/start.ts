import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startSandbox } from './server';

const usage = 'npm start -- [--port N] [--site FILE.ndjson[.gz] | --empty] [--latency real] [--seed N]';

const options = z.object({
  port: z.coerce.number().int().min(1).max(65_534).default(3380),
  site: z.string().optional(),
  empty: z.boolean().default(false),
  latency: z.enum(['none', 'real']).default('none'),
  seed: z.coerce.number().int().default(1),
});

/** Where the demo site tells its story. */
const tour = [
  ['/browse/LED-102', 'as engineer@: an epic, and the problem it solves'],
  ['/browse/LED-160', 'as engineer@: an epic that states no problem, and is not let through'],
  ['/browse/SUP-122', 'as pm@: a ticket to tag with evidence'],
  ['/projects/LED/apps/project', 'as lead@: what to build first, and why'],
  ['/projects/LED/settings/apps/settings', 'as lead@: what the evidence is worth here'],
  ['/admin/apps', 'as admin@: setup, health, data'],
] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, site: { type: 'string' }, empty: { type: 'boolean' }, latency: { type: 'string' }, seed: { type: 'string' } },
  });
  const { port, site, empty, latency, seed } = options.parse(values);
  const choice = site !== undefined ? { file: site } : empty ? 'empty' : 'demo';
  const sandbox = await startSandbox({ port, latency, seed, site: choice });
  const lines = [
    '',
    `  ${sandbox.url}`,
    '',
    '  A small local stand-in for Jira with Groundwork installed: invented data, nothing leaves this machine.',
    `  Users (switch them at the top right): ${sandbox.world.users.map(({ email }) => email).join(', ')}`,
    ...(choice === 'demo' ? ['', '  What to look at:', ...tour.map(([path, what]) => `  ${sandbox.url}${path}  ${what}`), ''] : []),
    '  Ctrl+C ends it.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
