import * as fc from 'fast-check';
import type { HealthFacts, HealthIssue } from '../../../src/domain/health/facts';
import { ruleNames, type RuleName } from '../../../src/domain/health/rules';
import { linkKindNames, ruleOf, type LinkEnd, type LinkKind } from '../../../src/domain/link-kinds';
import { project } from '../../store/builders';
import { cleanSite } from './clean-site';
import { Graph, oneOf, relates, type Dice } from './graphs';

type Ends = readonly [kind: LinkKind, from: HealthIssue['kind'], to: HealthIssue['kind']];

const kindsOfIssue = ['insight', 'problem', 'opportunity', 'work'] as const;
const issueOf = (end: LinkEnd): HealthIssue['kind'] => (end === 'item' || end === 'ticket' ? 'work' : end);
const endsOf = (kind: LinkKind): Ends[] =>
  ruleOf(kind).joins.flatMap(({ from, to }) => from.flatMap((first) => to.map((second): Ends => [kind, issueOf(first), issueOf(second)])));

// Everything that could be drawn between two issues, sorted by the table of links itself.
const fitting = linkKindNames().flatMap(endsOf);
const fits = ([kind, from, to]: Ends): boolean => fitting.some((row) => row[0] === kind && row[1] === from && row[2] === to);
const all = linkKindNames().flatMap((kind) => kindsOfIssue.flatMap((from) => kindsOfIssue.map((to): Ends => [kind, from, to])));
const turned = ([kind, from, to]: Ends): Ends => [kind, to, from];
const reversed = all.filter((ends) => !fits(ends) && fits(turned(ends)));
const misfits = all.filter((ends) => !fits(ends) && !fits(turned(ends)));

/** Plants faults on what is there as often as on what is new, so that they meet on the same issues. */
class Planter {
  private readonly pool: Record<HealthIssue['kind'], HealthIssue[]>;

  constructor(
    readonly graph: Graph,
    readonly dice: Dice,
  ) {
    this.pool = cleanSite(graph, dice);
  }

  known(kind: HealthIssue['kind']): HealthIssue {
    return this.pool[kind].length > 0 ? oneOf(this.pool[kind], this.dice) : this.fresh(kind);
  }

  /** New, with nothing wrong of its own, and open to the faults to come. */
  fresh(kind: HealthIssue['kind'], own: Partial<HealthIssue> = {}, beside?: HealthIssue): HealthIssue {
    const made = this.graph.add(kind, own);
    // The first two problems are of the clean site, so that there is always one that is not to stay unjoined.
    if (kind === 'insight')
      this.graph.say(
        'evidences',
        made,
        oneOf(
          this.pool.problem.filter((problem) => problem !== beside),
          this.dice,
        ),
      );
    this.pool[kind].push(made);
    return made;
  }

  /** Two that no link joins yet. */
  pair(from: HealthIssue['kind'], to: HealthIssue['kind'], fit: (issue: HealthIssue) => boolean = () => true): readonly [HealthIssue, HealthIssue] {
    const some = (kind: HealthIssue['kind']): HealthIssue => {
      const there = this.pool[kind].filter(fit);
      return there.length > 0 && this.dice(2) > 0 ? oneOf(there, this.dice) : this.fresh(kind);
    };
    const [first, second] = [some(from), some(to)];
    return first === second || this.graph.isJoined(first, second) ? [this.fresh(from, {}, second), second] : [first, second];
  }

  /** Two between which this link fits, and closes no circle and crowds no problem. */
  fittingPair([kind, from, to]: Ends): readonly [HealthIssue, HealthIssue] {
    if (from === to) {
      const second = this.known(to);
      return [this.fresh(from), second];
    }
    return this.pair(from, to, ({ level }) => kind !== 'solves' || level === 0);
  }

  /** A problem about whose voices nothing was decided yet. */
  unheard(): HealthIssue {
    const there = this.pool.problem.filter((problem) => !this.graph.hasOwnVoices(problem));
    return there.length > 0 && this.dice(1) > 0 ? oneOf(there, this.dice) : this.fresh('problem');
  }
}

type Plant = (planter: Planter) => string;

const drawnWrongly =
  (rule: 'wrongDirection' | 'wrongEnds', rows: readonly Ends[]): Plant =>
  (planter) => {
    const [kind, from, to] = oneOf(rows, planter.dice);
    const [first, second] = planter.pair(from, to);
    planter.graph.say(kind, first, second);
    return `${rule}.${kind}.${first.id}.${second.id}`;
  };

const related = ({ graph, dice }: Planter, [first, second]: readonly [HealthIssue, HealthIssue]): string => {
  if (dice(1) === 0) graph.draw(relates, first, second);
  else graph.draw(relates, second, first);
  return `plainLink.related.${[first.id, second.id].sort().join('.')}`;
};

/** Plants one fault of a rule and answers its id. */
const plants: Readonly<Record<RuleName, Plant>> = {
  wrongDirection: drawnWrongly('wrongDirection', reversed),
  wrongEnds: drawnWrongly('wrongEnds', misfits),
  plainLink: (planter) => {
    const ends = oneOf(fitting, planter.dice);
    const [kind, from, to] = ends;
    if (planter.dice(2) === 0) {
      const [first, second] = planter.fittingPair(ends);
      planter.graph.sayAgain(kind, first, second);
      return `plainLink.${kind}.${first.id}.${second.id}`;
    }
    // Nobody wrote in with an epic: only what it builds can be meant.
    const builds = kind === 'solves' || kind === 'realises';
    if (builds && planter.dice(2) === 0) return related(planter, [planter.graph.epic(), planter.known(to)]);
    return related(
      planter,
      planter.pair(from, to, ({ level }) => builds || level === 0),
    );
  },
  duplicate: (planter) => {
    const ends = oneOf(fitting, planter.dice);
    const [kind] = ends;
    const [first, second] = planter.fittingPair(ends);
    planter.graph.say(kind, first, second);
    if (planter.dice(1) === 0) planter.graph.say(kind, first, second);
    else planter.graph.sayAgain(kind, first, second);
    return `duplicate.${kind}.${first.id}.${second.id}`;
  },
  cycle: ({ graph, dice }) => {
    const kind = oneOf(['partOf', 'opens', 'speaks'] as const, dice);
    const members = Array.from({ length: 2 + dice(4) }, () => graph.add(kind === 'partOf' ? 'problem' : kind === 'opens' ? 'opportunity' : 'insight'));
    for (const [at, member] of members.entries()) {
      const said = kind === 'speaks' ? oneOf(['evidences', 'refutes'] as const, dice) : kind;
      graph.say(said, member, members[(at + 1) % members.length] ?? member);
    }
    return `cycle.${kind}.${members[0]?.id ?? ''}`;
  },
  forAndAgainst: (planter) => {
    const [first, second] = planter.fittingPair(oneOf(endsOf('evidences'), planter.dice));
    planter.graph.say('evidences', first, second);
    planter.graph.say('refutes', first, second);
    return `forAndAgainst.${first.id}.${second.id}`;
  },
  insightOnNothing: (planter) => {
    const { graph, dice } = planter;
    const insight = graph.add('insight');
    graph.say('evidences', planter.fresh('insight'), insight);
    if (dice(1) === 0) graph.draw(relates, insight, planter.known('opportunity'));
    return `insightOnNothing.${insight.id}`;
  },
  problemWithoutEvidence: (planter) => {
    const problem = planter.unheard();
    planter.graph.hear(problem, { records: 0, customers: 0, largestShare: 0 });
    return `problemWithoutEvidence.${problem.id}`;
  },
  problemWithOneCustomer: (planter) => {
    const problem = planter.unheard();
    planter.graph.hear(problem, { records: 1 + planter.dice(40), customers: 1, largestShare: 1 });
    return `problemWithOneCustomer.${problem.id}`;
  },
  solvesClosed: (planter) => {
    const [kind, , to] = oneOf([...endsOf('solves'), ...endsOf('realises')], planter.dice);
    const [closed, item] = [planter.graph.add(to, { isClosed: true }), planter.dice(1) === 0 ? planter.fresh('work') : planter.fresh('work', { level: 1 })];
    planter.graph.say(kind, item, closed);
    return `solvesClosed.${item.id}.${closed.id}`;
  },
  epicWithoutProblem: (planter) => {
    const { graph, dice } = planter;
    const epic = graph.epic(dice(1) === 0 ? {} : { parent: graph.add('work', { level: 2, projectId: project(10_009) }).id });
    if (dice(1) === 0) graph.say('evidences', epic, planter.known('problem'));
    return `epicWithoutProblem.${epic.id}`;
  },
  tooManyEpics: (planter) => {
    const { graph } = planter;
    const problem = planter.fresh('problem');
    for (let at = 0; at < 9; at += 1) graph.say('solves', graph.epic(), problem);
    graph.say('solves', graph.epic({ isClosed: true }), problem);
    return `tooManyEpics.${problem.id}`;
  },
  solutionInDisguise: (planter) => {
    const kind = oneOf(['problem', 'opportunity'] as const, planter.dice);
    const sentence = kind === 'problem' ? 'Finance needs a dashboard for the month end' : 'Build a wizard for the bank connection';
    return `solutionInDisguise.${planter.fresh(kind, { sentence }).id}`;
  },
};

export interface PlantedSite {
  readonly facts: HealthFacts;
  /** Ids of the faults by rule. */
  readonly planted: ReadonlyMap<RuleName, readonly string[]>;
}

/** A random site with random faults in it, in random order; `most` of each rule, 0: a clean one. */
export const sites = (most: number): fc.Arbitrary<PlantedSite> =>
  fc.gen().map((value) => {
    const dice: Dice = (highest) => value(fc.nat, { max: highest });
    const shuffle = <Row>(rows: readonly Row[]): Row[] => {
      const left = [...rows];
      return rows.map(() => left.splice(dice(left.length - 1), 1)).flat();
    };
    const planter = new Planter(new Graph(), dice);
    const planted = new Map<RuleName, readonly string[]>();
    for (const rule of shuffle(ruleNames().flatMap((name) => Array.from({ length: dice(most) }, () => name))))
      planted.set(rule, [...(planted.get(rule) ?? []), plants[rule](planter)]);
    return { facts: planter.graph.facts(shuffle), planted };
  });
