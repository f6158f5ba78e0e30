import { answerJql, readAnswerFacts, type AnswerPorts } from './answer-jql';
import type { JqlAnswer, Ports } from './ports';
import { takePoints, untilNextHour } from './spending-points';

type Needed = AnswerPorts & Pick<Ports, 'runs' | 'clock' | 'log'>;

// One page of what was searched by, and one call that corrects it.
const pointsPerRun = 102;

/** Answers anew what people have searched by within a week, a page a run, and tells Jira where the answer is another one now. */
export async function refreshAnswers(ports: Needed, { from }: { readonly from: number }): Promise<void> {
  if ((await takePoints(ports, 'publish', pointsPerRun)) < pointsPerRun) {
    await ports.runs.push({ v: 1, kind: 'answers', from }, untilNextHour(ports.clock.now()));
    return;
  }
  const { rows, next } = await ports.jqlFunctions.page(from);
  if (rows.length === 0) return;
  const facts = await readAnswerFacts(ports);
  const changed = rows.flatMap(({ id, call, jql, error }) => {
    const answer = answerJql(ports, facts, call);
    return isSame(answer, { jql, error }) ? [] : [{ id, answer }];
  });
  await ports.jqlFunctions.update(changed);
  ports.log.info('answers', { asked: rows.length, changed: changed.length });
  if (next !== undefined) await ports.runs.push({ v: 1, kind: 'answers', from: next }, 0);
}

const isSame = (answer: JqlAnswer, kept: { readonly jql: string | undefined; readonly error: string | undefined }): boolean =>
  'jql' in answer ? answer.jql === kept.jql : answer.error === kept.error;
