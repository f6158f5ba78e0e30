import * as fc from 'fast-check';
import type { HealthFacts, HealthIssue, HealthLink, Voices } from '../../../src/domain/health/facts';
import { meaningsOf, type LinkTypeWords } from '../../../src/domain/health/link-meaning';
import { ruleNames, type RuleName } from '../../../src/domain/health/rules';
import { linkKindNames, linkKinds, type LinkKind } from '../../../src/domain/link-kinds';
import { issue, project } from '../../store/builders';

/** Link types of a site: ours, a second "Solves" from an import, Jira's own "Relates" and "Blocks". */
const chosenId = (kind: LinkKind): string => String(200 + linkKindNames().indexOf(kind));
export const chosen = Object.fromEntries(linkKindNames().map((kind) => [kind, chosenId(kind)]));
const aliasId = (kind: LinkKind): string => String(300 + linkKindNames().indexOf(kind));
export const relates = '100';
export const linkTypes: readonly LinkTypeWords[] = [
  { id: relates, name: 'Relates', phrase: 'relates to', inverse: 'relates to' },
  { id: '101', name: 'Blocks', phrase: 'blocks', inverse: 'is blocked by' },
  ...linkKindNames().flatMap((kind) => {
    const { name, phrase, inverse } = linkKinds[kind];
    return [
      { id: chosenId(kind), name, phrase, inverse },
      { id: aliasId(kind), name: `${name} (migrated)`, phrase, inverse },
    ];
  }),
];
const meanings = meaningsOf(linkTypes, chosen);

/** A site that grows issue by issue; ids are handed out in order, keys are readable. */
export class Graph {
  private readonly issues = new Map<string, HealthIssue>();
  private readonly links: HealthLink[] = [];
  private readonly voices = new Map<string, Voices>();
  private nextLink = 1;

  add(kind: HealthIssue['kind'], own: Partial<HealthIssue> = {}): HealthIssue {
    const id = issue(10_001 + this.issues.size);
    const made: HealthIssue = {
      id,
      key: `K-${id}`,
      projectId: project(kind === 'work' ? 10_001 : 10_002),
      kind,
      level: 0,
      isClosed: false,
      sentence: kind === 'work' ? 'Add a button' : 'Work stalls at the end of the month',
      parent: undefined,
      ...own,
    };
    this.issues.set(id, made);
    if (kind === 'problem') this.voices.set(id, { records: 4, customers: 3, largestShare: 0.5 });
    return made;
  }

  epic(own: Partial<HealthIssue> = {}): HealthIssue {
    return this.add('work', { level: 1, ...own });
  }

  hear(problem: HealthIssue, voices: Voices): void {
    this.voices.set(problem.id, voices);
  }

  draw(typeId: string, from: HealthIssue, to: HealthIssue): void {
    const meaning = meanings.get(typeId);
    if (meaning === undefined) throw new Error(`link type ${typeId} is none of ours`);
    this.links.push({ id: String(this.nextLink++), typeId, from: from.id, to: to.id, meaning });
  }

  say(kind: LinkKind, from: HealthIssue, to: HealthIssue): void {
    this.draw(chosenId(kind), from, to);
  }

  sayAgain(kind: LinkKind, from: HealthIssue, to: HealthIssue): void {
    this.draw(aliasId(kind), from, to);
  }

  /** The facts in an order that the draw decides: Jira promises none. */
  facts(shuffle: <Row>(rows: readonly Row[]) => Row[] = (rows) => [...rows]): HealthFacts {
    return {
      issues: new Map(shuffle([...this.issues])),
      links: shuffle(this.links),
      chosen,
      ranked: new Set(['10001']),
      voices: this.voices,
      mostEpics: 8,
    };
  }
}

type Dice = (most: number) => number;

const oneOf = <Row>(rows: readonly Row[], dice: Dice): Row => {
  const row = rows[dice(rows.length - 1)];
  if (row === undefined) throw new Error('nothing to pick from');
  return row;
};

/** A site in which nothing is wrong, whatever the dice say; statements that others may join. */
function cleanSite(graph: Graph, dice: Dice): { readonly problems: readonly HealthIssue[]; readonly opportunities: readonly HealthIssue[] } {
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
  graph.add('insight', { isClosed: true });
  const initiative = graph.add('work', { level: 2 });
  graph.say('solves', initiative, oneOf(problems, dice));
  graph.epic({ parent: initiative.id });
  graph.epic({ isClosed: true });
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
  // None of these says too little: more than one kind of link could be meant, or one is there already.
  graph.draw(relates, ticket, closed);
  if (insights[0]) graph.draw(relates, insights[0], oneOf(problems, dice));
  graph.draw(relates, finished, closed);
  graph.draw(relates, finished, initiative);
  return { problems, opportunities };
}

type Plant = (graph: Graph, clean: ReturnType<typeof cleanSite>, dice: Dice) => string;

/** Plants one fault of a rule and answers its id. */
const plants: Readonly<Record<RuleName, Plant>> = {
  wrongDirection: (graph, { problems }, dice) => {
    const [problem, item] = [oneOf(problems, dice), graph.add('work')];
    graph.say('solves', problem, item);
    return `wrongDirection.solves.${problem.id}.${item.id}`;
  },
  wrongEnds: (graph, { opportunities }, dice) => {
    const [opportunity, item] = [oneOf(opportunities, dice), graph.add('work', { level: dice(1) })];
    graph.say('solves', item, opportunity);
    return `wrongEnds.solves.${item.id}.${opportunity.id}`;
  },
  plainLink: (graph, { problems }, dice) => {
    const problem = oneOf(problems, dice);
    if (dice(1) === 0) {
      const item = graph.add('work');
      graph.sayAgain('solves', item, problem);
      return `plainLink.solves.${item.id}.${problem.id}`;
    }
    const epic = graph.epic();
    if (dice(1) === 0) graph.draw(relates, problem, epic);
    else graph.draw(relates, epic, problem);
    return `plainLink.related.${[problem.id, epic.id].sort().join('.')}`;
  },
  duplicate: (graph, { problems }, dice) => {
    const [problem, item] = [oneOf(problems, dice), graph.add('work')];
    graph.say('solves', item, problem);
    if (dice(1) === 0) graph.say('solves', item, problem);
    else graph.sayAgain('solves', item, problem);
    return `duplicate.solves.${item.id}.${problem.id}`;
  },
  cycle: (graph, _clean, dice) => {
    const kind = oneOf(['partOf', 'opens', 'evidences'] as const, dice);
    const members = Array.from({ length: 2 + dice(4) }, () => graph.add(kind === 'partOf' ? 'problem' : kind === 'opens' ? 'opportunity' : 'insight'));
    for (const [at, member] of members.entries()) graph.say(kind, member, members[(at + 1) % members.length] ?? member);
    return `cycle.${kind === 'evidences' ? 'speaks' : kind}.${members[0]?.id ?? ''}`;
  },
  forAndAgainst: (graph, { problems }, dice) => {
    const [problem, source] = [oneOf(problems, dice), graph.add(dice(1) === 0 ? 'insight' : 'work')];
    graph.say('evidences', source, problem);
    graph.say('refutes', source, problem);
    return `forAndAgainst.${source.id}.${problem.id}`;
  },
  insightOnNothing: (graph, { problems }, dice) => {
    const insight = graph.add('insight');
    const speaker = graph.add('insight');
    graph.say('evidences', speaker, insight);
    if (dice(1) === 0) graph.draw(relates, insight, oneOf(problems, dice));
    return `insightOnNothing.${insight.id}`;
  },
  problemWithoutEvidence: (graph) => {
    const problem = graph.add('problem');
    graph.hear(problem, { records: 0, customers: 0, largestShare: 0 });
    return `problemWithoutEvidence.${problem.id}`;
  },
  problemWithOneCustomer: (graph, _clean, dice) => {
    const problem = graph.add('problem');
    graph.hear(problem, { records: 1 + dice(40), customers: 1, largestShare: 1 });
    return `problemWithOneCustomer.${problem.id}`;
  },
  solvesClosed: (graph) => {
    const [problem, item] = [graph.add('problem', { isClosed: true }), graph.add('work')];
    graph.say('solves', item, problem);
    return `solvesClosed.${item.id}.${problem.id}`;
  },
  epicWithoutProblem: (graph, { problems }, dice) => {
    const epic = graph.epic(dice(1) === 0 ? {} : { parent: graph.add('work', { level: 2, projectId: project(10_009) }).id });
    if (dice(1) === 0) graph.say('evidences', epic, oneOf(problems, dice));
    return `epicWithoutProblem.${epic.id}`;
  },
  tooManyEpics: (graph) => {
    const problem = graph.add('problem');
    for (let at = 0; at < 9; at += 1) graph.say('solves', graph.epic(), problem);
    graph.say('solves', graph.epic({ isClosed: true }), problem);
    return `tooManyEpics.${problem.id}`;
  },
  solutionInDisguise: (graph, _clean, dice) => {
    const kind = oneOf(['problem', 'opportunity'] as const, dice);
    const sentence = kind === 'problem' ? 'Finance needs a dashboard for the month end' : 'Build a wizard for the bank connection';
    return `solutionInDisguise.${graph.add(kind, { sentence }).id}`;
  },
};

export interface PlantedSite {
  readonly facts: HealthFacts;
  /** Ids of the faults by rule. */
  readonly planted: ReadonlyMap<RuleName, readonly string[]>;
}

/** A random site with random faults in it; `most` of each rule, 0: a clean one. */
export const sites = (most: number): fc.Arbitrary<PlantedSite> =>
  fc.gen().map((value) => {
    const dice: Dice = (highest) => value(fc.nat, { max: highest });
    const graph = new Graph();
    const clean = cleanSite(graph, dice);
    const planted = new Map(ruleNames().map((rule) => [rule, Array.from({ length: dice(most) }, () => plants[rule](graph, clean, dice))]));
    const facts = graph.facts((rows) => {
      const left = [...rows];
      return rows.map(() => left.splice(dice(left.length - 1), 1)).flat();
    });
    return { facts, planted };
  });
