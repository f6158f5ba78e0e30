import type { HealthIssue } from '../../../src/domain/health/facts';
import { project } from '../../store/builders';
import { oneOf, relates, type Dice, type Graph } from './graphs';

export interface CleanSite {
  /** Open issues that faults may fall on. */
  readonly open: Record<HealthIssue['kind'], HealthIssue[]>;
  /** Closed, and joined to nothing: whoever opens one again makes a fault of it. */
  readonly closedInsight: HealthIssue;
  readonly closedEpic: HealthIssue;
  /** Settled, with work that is finished. */
  readonly closedProblem: HealthIssue;
}

/** A site in which nothing is wrong, whatever the dice say. */
export function cleanSite(graph: Graph, dice: Dice): CleanSite {
  const problems = Array.from({ length: 2 + dice(6) }, () => graph.add('problem'));
  const closed = graph.add('problem', { isClosed: true });
  graph.hear(closed, { records: 0, customers: 0, largestShare: 0 });
  // As many epics as there may be; one customer among voices that nobody named; voices that nobody named.
  const crowded = graph.add('problem');
  for (let at = 0; at < 8; at += 1) graph.say('solves', graph.epic(), crowded);
  graph.hear(graph.add('problem'), { records: 5, customers: 1, largestShare: 0.6 });
  graph.hear(graph.add('problem'), { records: 3, customers: 0, largestShare: 1 });
  const opportunities = Array.from({ length: 1 + dice(3) }, () => graph.add('opportunity'));
  for (const [at, problem] of problems.entries()) if (at > 0 && dice(2) === 0) graph.say('partOf', problem, oneOf(problems.slice(0, at), dice));
  for (const [at, opportunity] of opportunities.entries()) {
    graph.say('opens', oneOf(problems, dice), opportunity);
    if (at > 0 && dice(1) === 0) graph.say('opens', oneOf(opportunities.slice(0, at), dice), opportunity);
  }
  const insights: HealthIssue[] = [];
  for (let at = dice(6); at > 0; at -= 1) {
    const insight = graph.add('insight', { sentence: 'Customers build their own lists by hand' });
    graph.say(dice(1) === 0 ? 'evidences' : 'refutes', insight, dice(1) === 0 && insights.length > 0 ? oneOf(insights, dice) : oneOf(problems, dice));
    insights.push(insight);
  }
  const closedInsight = graph.add('insight', { isClosed: true });
  const initiative = graph.add('work', { level: 2 });
  graph.say('solves', initiative, oneOf(problems, dice));
  graph.epic({ parent: initiative.id });
  const closedEpic = graph.epic({ isClosed: true });
  graph.epic({ projectId: project(10_009) });
  const work: HealthIssue[] = [];
  for (let at = dice(8); at > 0; at -= 1) {
    const item = graph.add('work', { level: dice(1) });
    if (dice(3) === 0) graph.say('realises', item, oneOf(opportunities, dice));
    else graph.say('solves', item, oneOf(problems.slice(0, 2), dice));
    work.push(item);
  }
  const finished = graph.epic({ isClosed: true });
  graph.say('solves', finished, closed);
  const ticket = graph.add('work', { projectId: undefined });
  graph.say('evidences', ticket, oneOf([...problems, ...insights], dice));
  // None of these says too little: no kind of link fits, or one is there already.
  const [heard] = insights;
  if (heard) graph.draw(relates, heard, oneOf(opportunities, dice));
  graph.draw(relates, finished, closed);
  graph.draw(relates, finished, initiative);
  return { open: { problem: problems, opportunity: opportunities, insight: insights, work }, closedInsight, closedEpic, closedProblem: closed };
}
