import { types } from 'node:util';
import type { LogPort } from '../actions/ports';
import { getAppContext } from '../jira/request';

/** Finds one call's lines in the log, and stands in the answer that the person saw. */
export const traceId = (): string => getAppContext().invocationId;

/** One line an event, as JSON, with the trace. */
export const consoleLog: LogPort = {
  info: (message, facts) => {
    console.info(JSON.stringify({ message, ...facts, trace: traceId() }));
  },
  failure: (message, error) => {
    console.error(JSON.stringify({ message, ...describe(error), trace: traceId() }));
  },
};

// A parser quotes what it could not read, which may be a customer's words: of those only the name is kept.
function describe(error: unknown): { readonly error: string; readonly at?: string } {
  if (!types.isNativeError(error)) return { error: typeof error };
  const isQuoting = error instanceof SyntaxError || error.name.startsWith('Zod') || error.name.startsWith('$Zod');
  const at = error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
  return { error: isQuoting ? error.name : `${error.name}: ${error.message.slice(0, 200)}`, ...(at !== undefined && { at }) };
}
