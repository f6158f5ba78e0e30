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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, site: { type: 'string' }, empty: { type: 'boolean' }, latency: { type: 'string' }, seed: { type: 'string' } },
  });
  const { port, site, empty, latency, seed } = options.parse(values);
  const sandbox = await startSandbox({ port, latency, seed, site: site !== undefined ? { file: site } : empty ? 'empty' : 'demo' });
  const lines = [
    '',
    `  ${sandbox.url}`,
    '',
    '  A small local stand-in for Jira with Groundwork installed: invented data, nothing leaves this machine.',
    `  Users (switch them at the top right): ${sandbox.world.users.map(({ email }) => email).join(', ')}`,
    '  Ctrl+C ends it.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
