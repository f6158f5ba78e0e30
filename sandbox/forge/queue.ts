import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Deliveries } from './deliveries';
import type { Faults } from './faults';
import type { Invocation } from './invocation';
import type { Manifest } from './manifest';
import { retryOf, type Retry } from './retries';
import type { Runner } from './runner';

/** Figures of Atlassian's page "Async events limits". */
const queueLimits = {
  eventsPerPush: 50,
  bytesPerPush: 200 * 1024,
  bytesPerLongEvent: 100 * 1024,
  eventsPerMinute: 500,
  delaySeconds: 900,
  cycle: 1_000,
} as const;

const pushSchema = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().min(0).max(queueLimits.delaySeconds).optional(),
      concurrency: z.object({ key: z.string(), limit: z.number().int().min(1) }).optional(),
    }),
  ),
});
const jobSchema = z.object({ queueName: z.string(), jobId: z.string() });

type PushedEvent = z.infer<typeof pushSchema>['payload'][number];

interface Item extends PushedEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly depth: number;
  readonly retry: Retry | undefined;
}

interface QueueAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Queue {
  push(invocation: Invocation, body: string | undefined): QueueAnswer;
  stats(body: string | undefined): QueueAnswer;
  cancel(body: string | undefined): QueueAnswer;
}

export interface QueueParts {
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  readonly runner: Runner;
  readonly faults: Faults;
  /** Time from a push to the delivery of what has no delay of its own. */
  readonly delayMs: number;
  readonly random: () => number;
}

const refused = (status: number, message: string): QueueAnswer => ({ status, body: { code: String(status), message, errorMessage: message } });

/** Delivers at least once and in no promised order; the consumer of the manifest runs. */
export function createQueue({ manifest, clock, deliveries, runner, faults, delayMs, random }: QueueParts): Queue {
  const jobs = new Map<string, { success: number; inProgress: number; failed: number; isCancelled: boolean }>();
  /** Runs going on by concurrency key, and those that wait for a place. */
  const busy = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  let minute = { at: 0, events: 0 };

  const place = async ({ queueName, concurrency }: Item): Promise<() => void> => {
    if (concurrency === undefined) return () => undefined;
    const name = `${queueName}\n${concurrency.key}`;
    const line = busy.get(name) ?? { running: 0, waiting: [] };
    busy.set(name, line);
    if (line.running >= concurrency.limit) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.running += 1;
    return () => {
      const next = line.waiting.shift();
      if (next === undefined) line.running -= 1;
      else next();
    };
  };

  const deliver = async (item: Item, functionKey: string, moduleKey: string): Promise<void> => {
    const job = jobs.get(item.jobId);
    if (job?.isCancelled === true) return;
    const leave = await place(item);
    const { body, queueName, jobId, eventId, concurrency, retry } = item;
    const outcome = await runner.run({
      kind: 'queue',
      moduleKey,
      functionKey,
      queueDepth: item.depth,
      body: { body, queueName, jobId, eventId, ...(concurrency && { concurrency }), ...(retry && { retryContext: retry.context }) },
    });
    leave();
    const again = retryOf(outcome, retry?.context.retryCount ?? 0);
    if (again !== undefined) {
      send({ ...item, retry: again }, again.afterMs);
      return;
    }
    if (job === undefined) return;
    job.inProgress -= 1;
    if (outcome.ok) job.success += 1;
    else job.failed += 1;
  };

  const send = (item: Item, afterMs: number): void => {
    const consumer = manifest.consumers.find(({ queue }) => queue === item.queueName);
    if (consumer === undefined) throw new Error(`The manifest has no consumer of queue "${item.queueName}".`);
    const struck = faults.strike({ target: 'queue', method: 'DELIVER', path: item.queueName });
    if (struck.some(({ kind }) => kind === 'drop')) return;
    const late = struck.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : fault.kind === 'reorder' ? Math.floor(random() * 180_000) : 0), 0);
    for (let copies = struck.some(({ kind }) => kind === 'duplicate') ? 2 : 1; copies > 0; copies -= 1) {
      deliveries.add({ kind: 'queue', name: item.queueName, run: () => deliver(item, consumer.function, consumer.key) }, afterMs + late);
    }
  };

  return {
    push(invocation, text) {
      const parsed = pushSchema.safeParse(JSON.parse(text ?? 'null'));
      if (!parsed.success) return refused(400, z.prettifyError(parsed.error));
      const { queueName, jobId, payload } = parsed.data;
      const consumer = manifest.consumers.find(({ queue }) => queue === queueName);
      if (consumer === undefined) return refused(400, `The manifest has no consumer of queue "${queueName}"`);
      const bytes = payload.map((event) => Buffer.byteLength(JSON.stringify(event)));
      const isLong = (manifest.functions.get(consumer.function)?.timeoutSeconds ?? 0) > 55;
      if (payload.length > queueLimits.eventsPerPush) return refused(400, `At most ${String(queueLimits.eventsPerPush)} events a push`);
      if (bytes.reduce((sum, size) => sum + size, 0) > queueLimits.bytesPerPush) return refused(413, 'At most 200 KB a push');
      if (isLong && bytes.some((size) => size > queueLimits.bytesPerLongEvent)) return refused(413, 'At most 100 KB an event for functions longer than 55 s');
      if (invocation.queueDepth >= queueLimits.cycle) return refused(405, `Events pushed each other ${String(queueLimits.cycle)} times`);
      const at = Math.floor(clock.now() / 60_000);
      if (minute.at !== at) minute = { at, events: 0 };
      if (minute.events + payload.length > queueLimits.eventsPerMinute) return refused(429, `At most ${String(queueLimits.eventsPerMinute)} events a minute`);
      minute.events += payload.length;

      jobs.set(jobId, { success: 0, inProgress: payload.length, failed: 0, isCancelled: false });
      for (const event of payload) {
        const item = { ...event, queueName, jobId, eventId: randomUUID(), depth: invocation.queueDepth + 1, retry: undefined };
        send(item, delayMs + (event.delayInSeconds ?? 0) * 1_000);
      }
      return { status: 201, body: {} };
    },
    stats(text) {
      const { jobId } = jobSchema.parse(JSON.parse(text ?? 'null'));
      const job = jobs.get(jobId);
      if (job === undefined) return refused(404, `There is no job ${jobId}`);
      const { success, inProgress, failed } = job;
      return { status: 200, body: { success, inProgress, failed } };
    },
    cancel(text) {
      const { jobId } = jobSchema.parse(JSON.parse(text ?? 'null'));
      const job = jobs.get(jobId);
      if (job === undefined) return refused(404, `There is no job ${jobId}`);
      job.isCancelled = true;
      return { status: 204, body: undefined };
    },
  };
}
