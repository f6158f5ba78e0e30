import { asApp, asUser, getAppContext, NeedsAuthenticationError, route, type APIResponse, type Route } from '@forge/api';
import { types } from 'node:util';
import type * as z from 'zod';
import { notFound, Refusal } from '../actions/outcome';
import type { As } from '../actions/ports';
import { afterFailure, type Budget, generousBudget } from './retrying';

export { getAppContext, route, type Route };

export interface JiraRequest {
  readonly as: As;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Route;
  readonly body?: unknown;
  /** False on a write that would double: an answer that got lost is then never asked for again here. */
  readonly isRepeatable: boolean;
  /** Refusals by status that mean something to the caller; every other one ends the action. */
  readonly expects?: readonly number[];
  readonly budget?: Budget;
}

export interface JiraResponse {
  readonly status: number;
  /** Where Jira says "see there". */
  readonly location: string | undefined;
  /** Checks the body where it comes in; a body that does not fit is Jira's break of its own promise, not the caller's. */
  parse<Shape extends z.ZodType>(shape: Shape): Promise<z.output<Shape>>;
}

/** The only door to Jira's REST. Expected statuses come back, everything else is a Refusal or a failure. */
export async function request(asked: JiraRequest): Promise<JiraResponse> {
  const started = Date.now();
  const budget = asked.budget ?? generousBudget;
  for (let tried = 1; ; tried += 1) {
    const response = await send(asked);
    const status = response?.status;
    if (response && status !== undefined && (status < 400 || asked.expects?.includes(status))) return readable(response);
    if (response && status !== undefined && status < 500 && status !== 429) throw refusalOf(asked, status);
    const next = afterFailure({
      status,
      header: (name) => response?.headers.get(name) ?? undefined,
      isRepeatable: asked.isRepeatable,
      tried,
      elapsed: Date.now() - started,
      budget,
      dice: Math.random(),
    });
    if (next.kind === 'give-up') throw new Refusal(next.code, next.code === 'quota' ? 'Jira asked the app to pause.' : 'Jira did not answer.', next.retryAfter);
    await new Promise((resolve) => setTimeout(resolve, next.waitInMs));
  }
}

/** Reads; undefined where the thing is missing or this person may not see it, which look the same. */
export async function find<Shape extends z.ZodType>(as: As, path: Route, shape: Shape, budget?: Budget): Promise<z.output<Shape> | undefined> {
  const response = await request({ as, method: 'GET', path, isRepeatable: true, expects: [403, 404], ...(budget && { budget }) });
  return response.status >= 400 ? undefined : response.parse(shape);
}

/** Reads by POST: a long list of ids, or a query. Safe to repeat. */
export async function ask<Shape extends z.ZodType>(as: As, path: Route, body: unknown, shape: Shape): Promise<z.output<Shape>> {
  const response = await request({ as, method: 'POST', path, body, isRepeatable: true });
  return response.parse(shape);
}

const broken = ['TypeError', 'FetchError', 'AbortError', 'TimeoutError', 'ProxyRequestError'];

/** undefined: the connection broke, and nobody knows whether Jira did it. */
async function send({ as, method, path, body }: JiraRequest): Promise<APIResponse | undefined> {
  const jira = as === 'user' ? asUser() : asApp();
  const headers = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) };
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    return await jira.requestJira(path, { method, headers, ...(text !== undefined && { body: text }) });
  } catch (error) {
    if (error instanceof NeedsAuthenticationError) throw new Refusal('forbidden', 'Log in to Jira and try again.');
    // The runtime's own errors may come from another realm, where instanceof does not reach.
    if (types.isNativeError(error) && broken.includes(error.name)) return undefined;
    throw error;
  }
}

function refusalOf({ method, path }: JiraRequest, status: number): Error {
  if (status === 401) return new Refusal('forbidden', 'Log in to Jira and try again.');
  if (status === 403 || status === 404) return notFound();
  if (status === 413) return new Refusal('too-large', 'Jira holds no more of these on this issue.');
  return new Error(`Jira refused ${method} ${path.value.split('?')[0] ?? ''} with ${String(status)}`);
}

const readable = (response: APIResponse): JiraResponse => ({
  status: response.status,
  location: response.headers.get('location') ?? undefined,
  parse: async (shape) => {
    const body: unknown = await response.json();
    return shape.parse(body);
  },
});
