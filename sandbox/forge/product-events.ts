import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const mapping = z.object({ mapping: z.array(z.object({ productEvent: z.string() })) });
const lifecycleEvents = ['avi:forge:installed:app', 'avi:forge:upgraded:app'];

let known: ReadonlySet<string> | undefined;

/** The events Atlassian's own manifest package lists; it does not refuse others, so the sandbox must. */
export function knownProductEvents(): ReadonlySet<string> {
  if (known === undefined) {
    const root = dirname(createRequire(__filename).resolve('@forge/manifest'));
    const text = readFileSync(join(root, 'mapping/product-event-to-scope-mapping.json'), 'utf8');
    known = new Set([...mapping.parse(JSON.parse(text)).mapping.map(({ productEvent }) => productEvent), ...lifecycleEvents]);
  }
  return known;
}
