import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod';
import { projectId } from '../domain/ids';
import { publish } from '../actions/publish';
import { rebuild } from '../actions/rebuild';
import { refresh } from '../actions/refresh';
import { refreshAnswers } from '../actions/refresh-answers';
import { scanHealth } from '../actions/scan-health';
import type { Run } from '../actions/ports';
import { createPorts } from './wiring';

const projectIdShape = z.string().transform((text, context) => {
  const id = projectId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not a project id' });
  return z.NEVER;
});

const runShape = z.discriminatedUnion('kind', [
  z.object({ v: z.literal(1), kind: z.literal('refresh') }),
  z.object({ v: z.literal(1), kind: z.literal('rebuild'), projectId: projectIdShape, token: z.string() }),
  z.object({ v: z.literal(1), kind: z.literal('scan'), projectId: projectIdShape, token: z.string() }),
  z.object({ v: z.literal(1), kind: z.literal('publish'), projectId: projectIdShape }),
  z.object({ v: z.literal(1), kind: z.literal('answers'), from: z.number().int().min(0) }),
]);
const eventShape = z.object({ body: z.object({ run: runShape }) });

const secondsBeforeRetry = 60;

/** Background runs. What fails is delivered again; each run finds by itself what was left undone. */
export async function handler(event: unknown): Promise<InvocationError | undefined> {
  const ports = createPorts();
  const { run } = eventShape.parse(event).body;
  try {
    await ports.runs.started(run);
    await perform(ports, run);
    return undefined;
  } catch (error) {
    ports.log.failure(`run ${run.kind}`, error);
    return new InvocationError({ retryAfter: secondsBeforeRetry, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}

function perform(ports: ReturnType<typeof createPorts>, run: Run): Promise<void> {
  switch (run.kind) {
    case 'refresh':
      return refresh(ports);
    case 'rebuild':
      return rebuild(ports, run);
    case 'scan':
      return scanHealth(ports, run);
    case 'publish':
      return publish(ports, run.projectId);
    case 'answers':
      return refreshAnswers(ports, run);
  }
}
