import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JiraAnswer } from '../call';
import type { Route } from '../route';
import type { openDocument } from './open-document';
import { isWaived } from './waivers';

/** Atlassian's documents, against which calls and answers are held. */
export interface Documents {
  /** The operation that the documents have at an address; undefined also for what was left out of them. */
  operationAt(method: string, path: string): string | undefined;
  /** What is wrong with a call, in words; undefined where it fits. */
  problemOfRequest(route: Described, path: string, body: string | undefined): string | undefined;
  problemOfAnswer(route: Described, answer: Pick<JiraAnswer, 'status' | 'body'>): string | undefined;
}

type Described = Pick<Route, 'document' | 'operation' | 'method'>;

/** How often answers were checked in this process, by document, operation and status; tests look whether all were. */
export const checked = new Map<string, number>();

/** Whoever loads this module many times, as a test runner does for each file, may keep what takes seconds in one place. */
interface Keeper {
  readonly openDocument?: typeof openDocument;
}

/** Calls that were found to fit: an app asks the same again and again, and looking takes longer than the call. */
const fitting = new Set<string>();
const mostFitting = 10_000;

let loading: Promise<Documents> | undefined;

/** Reads the documents once a process: they are megabytes. The folder is named by GROUNDWORK_SHARED. */
export function documents(): Promise<Documents> {
  loading ??= load(folder());
  return loading;
}

function folder(): string {
  const shared = process.env['GROUNDWORK_SHARED'];
  const found = shared === undefined ? undefined : join(shared, 'jira-openapi');
  if (found === undefined || !existsSync(found))
    throw new Error('Checking against Atlassian’s documents needs GROUNDWORK_SHARED, the folder that holds jira-openapi.');
  return found;
}

async function load(from: string): Promise<Documents> {
  const open = (globalThis as Keeper).openDocument ?? (await import('./open-document')).openDocument;
  const [platform, software] = await Promise.all([open(join(from, 'platform.json')), open(join(from, 'software.json'))]);
  const apis = { platform, software };
  return {
    operationAt: (method, path) =>
      (platform.matchOperation({ method, path, headers: {} }) ?? software.matchOperation({ method, path, headers: {} }))?.operationId,
    problemOfRequest(route, path, body) {
      const name = `${route.document} ${route.operation} ${path} ${body ?? ''}`;
      if (fitting.has(name)) return undefined;
      const request = { method: route.method, path, headers: { 'content-type': 'application/json' }, body: body === '' ? undefined : body };
      const problem = said(route, apis[route.document].validateRequest(request, route.operation).errors);
      if (problem === undefined && fitting.size < mostFitting) fitting.add(name);
      return problem;
    },
    problemOfAnswer(route, { status, body }) {
      if (gateStatuses.includes(status)) return undefined;
      const api = apis[route.document];
      const name = `${route.document} ${route.operation} ${String(status)}`;
      checked.set(name, (checked.get(name) ?? 0) + 1);
      const described = api.router.getOperation(route.operation)?.responses?.[status];
      // Failures go far beyond what the documents list; a success does not.
      if (described === undefined) return status < 400 ? `it describes no ${String(status)}` : undefined;
      if (status < 400 && body !== undefined && !('content' in described)) return `it describes a ${String(status)} without a body`;
      if (api.validator.getStatusBasedResponseValidatorForOperation(route.operation)[status] === undefined) return undefined;
      if (status >= 400 && body === undefined) return undefined;
      // The documents write an empty body as null.
      return said(route, api.validateResponse(body ?? null, route.operation, status).errors);
    },
  };
}

/** Answered before an operation is reached, in words of their own that no document tells. */
const gateStatuses = [401, 415, 429];

interface Misfit {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Of a member too many, the member itself. */
function placeOf({ instancePath, params }: Misfit): string {
  const extra = params?.['additionalProperty'];
  return typeof extra === 'string' ? `${instancePath}/${extra}` : instancePath;
}

function said(route: Described, found: readonly Misfit[] | null | undefined): string | undefined {
  const misfits = (found ?? []).filter((misfit) => !isWaived(route, placeOf(misfit)));
  if (misfits.length === 0) return undefined;
  return misfits.map((misfit) => `${placeOf(misfit) || '/'} ${misfit.message ?? 'does not fit'} ${JSON.stringify(misfit.params)}`).join('; ');
}
