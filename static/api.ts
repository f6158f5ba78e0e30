import { invoke, requestJira } from '@forge/bridge';
import type { OperationName, Output, Sent } from '../src/contract';
import { received, type FailureCode, type Reply } from '../src/contract/failures';
import { CallFailure } from './call-failure';

export { CallFailure };

/** Calls one of the app's own operations as the person in front of the page. */
export async function call<Name extends OperationName>(name: Name, input: Sent<Name>): Promise<Output<Name>> {
  let reply: Reply<Output<Name>>;
  try {
    reply = received(await invoke(name, input as Record<string, unknown>));
  } catch {
    throw new CallFailure({ code: 'unexpected', detail: 'Groundwork did not answer.', trace: '' });
  }
  if (!reply.ok) throw new CallFailure(reply);
  return reply.value;
}

/** Reads Jira as the person, straight from the page: what Jira answers is what this person may see. */
export async function readJira(path: string, init?: { readonly method: 'POST' | 'PUT'; readonly body: unknown }): Promise<unknown> {
  const response = await requestJira(path, init && { method: init.method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(init.body) });
  if (response.ok) return response.status === 204 ? undefined : response.json();
  const detail = (response.status === 400 ? await saidOf(response) : '') || `Jira answered ${String(response.status)}.`;
  throw new CallFailure({ code: codeOf(response.status), detail, trace: '' });
}

/** What Jira itself says of a request that doesn't fit, in the person's language. */
async function saidOf(response: { readonly json: () => Promise<unknown> }): Promise<string> {
  const said = (await response.json().catch(() => undefined)) as { readonly errorMessages?: readonly string[] } | undefined;
  return (said?.errorMessages ?? []).join(' ');
}

function codeOf(status: number): FailureCode {
  if (status === 401 || status === 403 || status === 404) return 'not-found';
  if (status === 400) return 'invalid';
  if (status === 429) return 'quota';
  return 'jira-unavailable';
}
