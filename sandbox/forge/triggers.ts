import { z } from 'zod';
import type { Deliveries } from './deliveries';
import type { Faults } from './faults';
import type { Manifest } from './manifest';
import { eventNameOf } from './module-entries';
import { retryOf, type Retry } from './retries';
import type { Runner } from './runner';

export interface TriggerParts {
  readonly manifest: Manifest;
  readonly deliveries: Deliveries;
  readonly runner: Runner;
  readonly faults: Faults;
  /** Time from the change in Jira to the call of the function. */
  readonly delayMs: number;
  readonly random: () => number;
}

const selfMade = z.looseObject({ selfGenerated: z.literal(true) });

/** Hands product and lifecycle events to the triggers of the manifest, later and at least once. */
export interface Triggers {
  readonly event: (name: string, payload: object) => void;
}

export function createTriggers({ manifest, deliveries, runner, faults, delayMs, random }: TriggerParts): Triggers {
  const call = async (moduleKey: string, functionKey: string, name: string, payload: object, retry: Retry | undefined): Promise<void> => {
    const body = { ...payload, eventType: name, ...(retry && { retryContext: retry.context }) };
    const outcome = await runner.run({ kind: name.startsWith('avi:forge:') ? 'lifecycle' : 'event', moduleKey, functionKey, body });
    const again = retryOf(outcome, retry?.context.retryCount ?? 0);
    if (again !== undefined) deliveries.add({ kind: 'event', name, run: () => call(moduleKey, functionKey, name, payload, again) }, again.afterMs);
  };

  return {
    event(name, payload) {
      for (const trigger of manifest.triggers) {
        const entry = trigger.events.find((candidate) => eventNameOf(candidate) === name);
        if (entry === undefined) continue;
        const ignoresSelf = (typeof entry === 'string' ? undefined : entry.filter?.ignoreSelf) ?? trigger.filter?.ignoreSelf ?? false;
        if (ignoresSelf && selfMade.safeParse(payload).success) continue;

        const struck = faults.strike({ target: 'event', path: name });
        if (struck.some(({ kind }) => kind === 'drop')) continue;
        // Atlassian promises no order: late events are up to three minutes late.
        const late = struck.reduce(
          (sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : fault.kind === 'reorder' ? Math.floor(random() * 180_000) : 0),
          0,
        );
        for (let copies = struck.some(({ kind }) => kind === 'duplicate') ? 2 : 1; copies > 0; copies -= 1) {
          deliveries.add({ kind: 'event', name, run: () => call(trigger.key, trigger.function, name, payload, undefined) }, delayMs + late);
        }
      }
    },
  };
}
