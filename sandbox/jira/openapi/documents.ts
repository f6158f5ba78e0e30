import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'openapi-backend';
import type { JiraAnswer } from '../call';
import type { Route } from '../route';
import { isWaived } from './waivers';

/** Atlassian's documents, against which calls and answers are held. */
export interface Documents {
  /** What is wrong with a call, in words; undefined where it fits. */
  problemOfRequest(route: Route, path: string, body: string | undefined): string | undefined;
  problemOfAnswer(route: Route, answer: JiraAnswer): string | undefined;
}

/** How often answers were checked in this process, by operation and status; tests look whether all were. */
export const checked = new Map<string, number>();

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
  // Only those who check pay for it.
  const [{ OpenAPIBackend }, { default: addFormats }] = await Promise.all([import('openapi-backend'), import('ajv-formats')]);
  const open = async (file: string) => {
    const definition = JSON.parse(readFileSync(join(from, file), 'utf8')) as Document;
    const api = new OpenAPIBackend({
      definition,
      quick: true,
      ajvOpts: { strict: false, allErrors: true },
      customizeAjv: (ajv) => {
        addFormats(ajv);
        return ajv;
      },
    });
    await api.init();
    return api;
  };
  const [platform, software] = await Promise.all([open('platform.json'), open('software.json')]);
  const apis = { platform, software };
  return {
    problemOfRequest(route, path, body) {
      const api = apis[route.document];
      const request = {
        method: route.method,
        path,
        headers: { 'content-type': 'application/json' },
        body: body === undefined || body === '' ? undefined : body,
      };
      const { valid, errors } = api.validateRequest(request, route.operation);
      return valid === true ? undefined : said(errors ?? []);
    },
    problemOfAnswer(route, { status, body }) {
      const api = apis[route.document];
      const name = `${route.operation} ${String(status)}`;
      checked.set(name, (checked.get(name) ?? 0) + 1);
      const validators = api.validator.getStatusBasedResponseValidatorForOperation(route.operation);
      // A status that the document does not know has no schema to break; one without a body neither.
      if (validators?.[status] === undefined || body === undefined) return undefined;
      const { valid, errors } = api.validateResponse(body, route.operation, status);
      if (valid === true) return undefined;
      const left = (errors ?? []).filter(({ instancePath }) => !isWaived(route.operation, instancePath));
      return left.length === 0 ? undefined : said(left);
    },
  };
}

const said = (errors: readonly { readonly instancePath: string; readonly message?: string | undefined; readonly params?: unknown }[]): string =>
  errors
    .map(({ instancePath, message = 'does not fit', params }) => `${instancePath === '' ? '/' : instancePath} ${message} ${JSON.stringify(params)}`)
    .join('; ');
