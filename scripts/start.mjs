import { node } from './steps.mjs';
import { setUp } from './set-up.mjs';

const failed = await setUp();
process.exit(failed || (await node('node_modules/tsx/dist/cli.mjs', ['sandbox/start.ts', ...process.argv.slice(2)])).code);
