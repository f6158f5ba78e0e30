import { setUp } from './set-up.mjs';

process.exit(await setUp());
