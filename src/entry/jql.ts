import * as z from 'zod';
import { answerJql, readAnswerFacts } from '../actions/answer-jql';
import { createPorts } from './wiring';

const callShape = z.looseObject({
  clause: z.looseObject({ functionName: z.string(), operator: z.string(), arguments: z.array(z.string()).default([]) }),
});

/** Answers for everybody who searches, so that nobody asks who it is. Errors are not kept: the next search asks again. */
export async function handler(event: unknown): Promise<{ readonly jql: string } | { readonly error: string }> {
  const ports = createPorts();
  try {
    const { functionName, operator, arguments: words } = callShape.parse(event).clause;
    return answerJql(ports, await readAnswerFacts(ports), { functionName, operator, words });
  } catch (error) {
    ports.log.failure('jql', error);
    return { error: 'Groundwork could not look that up just now. Search again in a minute.' };
  }
}
