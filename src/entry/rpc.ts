import Resolver from '@forge/resolver';
import { contract } from '../contract';
import { sent } from '../contract/failures';
import { accountId } from '../domain/ids';
import { handlersWith } from './handlers';
import { traceId } from './log';
import { answer, isOperation, refuse } from './serve';
import { createPorts } from './wiring';

interface Invocation {
  readonly payload: unknown;
  /** Written by Forge; `accountId` is the only thing in it that says who calls. */
  readonly context: { readonly accountId?: string; readonly cloudId?: string };
}

const resolver = new Resolver();
for (const name of Object.keys(contract)) {
  if (!isOperation(name)) continue;
  resolver.define(name, async ({ payload, context }: Invocation) => {
    const ports = createPorts(context.cloudId);
    // Forge says "unidentified" of people who are not logged in.
    const account = context.accountId === 'unidentified' ? undefined : accountId(context.accountId ?? '');
    const reply = await answer(name, payload, account && { accountId: account }, {
      handlers: handlersWith(ports),
      permissions: ports.permissions,
      log: ports.log,
      trace: traceId(),
    });
    return sent(reply);
  });
}

const resolve = resolver.getDefinitions();

type Call = Parameters<typeof resolve>[0];

/** Answers the pages. The resolver finds functions with `in`, so a name that is no operation never gets that far. */
export const handler = async (call: Call, backend: Parameters<typeof resolve>[1]) =>
  isOperation(call.call.functionKey) ? resolve(call, backend) : sent(refuse('There is no such operation.', traceId()));
