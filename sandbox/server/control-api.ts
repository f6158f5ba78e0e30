import { z } from 'zod';
import { faultPlanSchema } from '../forge/faults';
import type { Violations } from './csp';
import { HttpRefusal, json, parseBody, type Answered, type Asked } from './http';
import { installApp, installSchema, uninstallApp } from './installing';
import { invoked } from './site-api';
import type { SiteChoice } from './site-loader';
import type { World } from './world';

export interface Control {
  readonly world: World;
  readonly violations: Violations;
  readonly version: string;
  reset(choice: { readonly site?: SiteChoice; readonly seed?: number }): Promise<World>;
  /** A site out of the text of an export. */
  load(ndjson: string): Promise<World>;
}

const reset = z.strictObject({ site: z.enum(['demo', 'empty']).optional(), seed: z.number().int().optional() });
const clock = z.strictObject({
  advance: z
    .number()
    .int()
    .min(0)
    .max(366 * 86_400_000),
});
const settle = z.strictObject({ within: z.number().int().min(0).optional() });
const invoke = z.strictObject({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  accountId: z.string(),
  context: z.record(z.string(), z.unknown()).optional(),
});

/** `/__sandbox/*`: what tests and tools do to the site from outside. */
export async function answerControl(control: Control, { method, url, body }: Asked): Promise<Answered> {
  const { world, violations } = control;
  const { forge, jira } = world;
  switch (`${method} ${url.pathname}`) {
    case 'GET /__sandbox/health':
      return json(200, healthOf(control));
    case 'POST /__sandbox/reset': {
      const { site, seed } = parseBody(reset, body);
      return json(200, healthOf({ ...control, world: await control.reset({ ...(site !== undefined && { site }), ...(seed !== undefined && { seed }) }) }));
    }
    case 'POST /__sandbox/load':
      if (body.trim() === '') throw new HttpRefusal(400, 'The body is empty; it should be one JSON object a line.');
      return json(200, healthOf({ ...control, world: await control.load(body) }));
    case 'POST /__sandbox/settle': {
      const ran = await forge.settle(parseBody(settle, body).within);
      return json(200, { ran, now: new Date(world.clock.now()).toISOString() });
    }
    case 'POST /__sandbox/clock': {
      const ran = await forge.elapse(parseBody(clock, body).advance);
      return json(200, { ran, now: new Date(world.clock.now()).toISOString() });
    }
    case 'POST /__sandbox/uninstall':
      return json(200, await uninstallApp(world));
    case 'POST /__sandbox/install':
      return json(200, installApp(world, parseBody(installSchema, body).accountId));
    case 'POST /__sandbox/faults':
      forge.faults.plan(parseBody(faultPlanSchema, body));
      return json(200, { ok: true });
    case 'DELETE /__sandbox/faults':
      forge.faults.clear();
      return json(200, { ok: true });
    case 'GET /__sandbox/ledger':
      return json(200, { jira: jira.ledger.read(), kvs: forge.kvs.ledger(), functions: runsBy(forge.runs) });
    case 'GET /__sandbox/state':
      return json(200, { now: new Date(world.clock.now()).toISOString(), jira: jira.snapshot(), kvs: forge.kvs.snapshot(), pending: forge.pending });
    case 'GET /__sandbox/runs':
      return json(200, forge.runs);
    case 'GET /__sandbox/csp-violations':
      return json(200, violations.list());
    case 'DELETE /__sandbox/csp-violations':
      violations.clear();
      return json(200, { ok: true });
    case 'POST /__sandbox/invoke': {
      const call = parseBody(invoke, body);
      if (!world.users.some(({ accountId }) => accountId === call.accountId)) throw new HttpRefusal(404, `There is no user "${call.accountId}".`);
      return json(200, await invoked(world, call));
    }
  }
  const [, webTrigger] = /^\/__sandbox\/web-trigger\/([^/]+)$/.exec(url.pathname) ?? [];
  if (webTrigger !== undefined) throw new HttpRefusal(404, `The manifest has no web trigger "${webTrigger}".`);
  throw new HttpRefusal(404, `The control API has no ${method} ${url.pathname}.`);
}

const healthOf = ({ world, version }: Control) => ({
  ok: true,
  version,
  site: world.name,
  seed: world.seed,
  now: new Date(world.clock.now()).toISOString(),
  users: world.users.length,
  projects: world.projects.length,
  isInstalled: world.forge.isInstalled,
});

function runsBy(runs: World['forge']['runs']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { functionKey, outcome } of runs) counts[`${functionKey} ${outcome}`] = (counts[`${functionKey} ${outcome}`] ?? 0) + 1;
  return counts;
}
