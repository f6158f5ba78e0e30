import * as z from 'zod/mini';
import { notFound, Refusal } from '../actions/outcome';
import type { Caller, LogPort, PermissionsPort } from '../actions/ports';
import { contract, type Input, type OperationName, type Output } from '../contract';
import type { Failure, Reply } from '../contract/failures';
import type { Access } from '../contract/operation';
import { projectId } from '../domain/ids';

/** One action per operation of the contract: no more, no fewer. */
export type Handlers = { readonly [Name in OperationName]: (input: Input<Name>, caller: Caller) => Promise<Output<Name>> };

export interface Serving {
  readonly handlers: Handlers;
  readonly permissions: PermissionsPort;
  readonly log: LogPort;
  readonly trace: string;
}

/** Only what the contract itself lists: `in` would also find "constructor". */
export const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);

/** Parses, checks who calls, and answers: every operation goes through here. */
export async function answer<Name extends OperationName>(
  name: Name,
  payload: unknown,
  caller: Caller | undefined,
  serving: Serving,
): Promise<Reply<Output<Name>>> {
  try {
    if (!caller) throw new Refusal('forbidden', 'Log in to Jira and try again.');
    const input = parse(name, payload);
    const checked = checkAll(contract[name].access, input, serving.permissions);
    if (!isReading(name)) await checked;
    const answered = serving.handlers[name](input, caller);
    // Whoever may not ask hears that, and not what went wrong while reading.
    answered.catch(() => undefined);
    await checked;
    return { ok: true, value: await answered };
  } catch (error) {
    return failureOf(error, name, serving);
  }
}

function parse<Name extends OperationName>(name: Name, payload: unknown): Input<Name> {
  const shape: z.ZodMiniType = contract[name].input;
  const parsed = z.safeParse(shape, payload);
  if (!parsed.success) throw new Refusal('invalid', phraseIssues(parsed.error.issues));
  // Just parsed by the shape of this very name, which is what Input<Name> says.
  return parsed.data as Input<Name>;
}

/** A failure that happened before any operation was known. */
export const refuse = (detail: string, trace: string): Failure => ({ ok: false, code: 'invalid', detail, trace });

function failureOf(error: unknown, name: string, { log, trace }: Serving): Failure {
  if (error instanceof Refusal)
    return { ok: false, code: error.code, detail: error.detail, ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }), trace };
  log.failure(`${name} broke`, error);
  return { ok: false, code: 'unexpected', detail: 'Something broke. Nothing more is known than the trace.', trace };
}

/** A right on an issue is checked by Jira itself, on the action's first call on that id as the person. */
async function checkAll(rights: readonly Access[], input: object, permissions: PermissionsPort): Promise<void> {
  for (const access of rights) await checkAccess(access, input, permissions);
}

function isReading(name: OperationName): boolean {
  const definition: { readonly isReading?: boolean } = contract[name];
  return definition.isReading === true;
}

async function checkAccess(access: Access, input: object, permissions: PermissionsPort): Promise<void> {
  switch (access.on) {
    // What these ask is answered by the action, which finds the thing itself as who asks.
    case 'issue':
    case 'own-work':
    case 'chosen-project':
    case 'unlooked-at':
      return;
    case 'site':
      if (!(await permissions.isJiraAdmin())) throw new Refusal('forbidden', 'This needs the permission "Administer Jira".');
      return;
    case 'project': {
      const given: unknown = Reflect.get(input, access.input);
      const id = typeof given === 'string' ? projectId(given) : undefined;
      if (id === undefined) throw new Error(`the contract names ${access.input}, which is no project id`);
      if (await permissions.hasProject(id, access.right)) return;
      // Who may not even see the project must not learn that it exists.
      if (access.right === 'browse' || !(await permissions.hasProject(id, 'browse'))) throw notFound();
      throw new Refusal('forbidden', `You may see this project, but not ${rightWords[access.right]} in it.`);
    }
  }
}

const rightWords = { 'create-issues': 'create issues', 'schedule-issues': 'schedule issues', administer: 'change settings' } as const;

// The place and the rule, never the value: it may hold a customer's words.
const phraseIssues = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'input'}: ${message}`)
    .join('; ');
