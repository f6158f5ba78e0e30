import * as fc from 'fast-check';
import type { HealthFacts, HealthIssue } from '../../../src/domain/health/facts';
import { ruleNames, type RuleName } from '../../../src/domain/health/rules';
import { linkKindNames, ruleOf, type LinkEnd, type LinkKind } from '../../../src/domain/link-kinds';
import { project } from '../../store/builders';
import { cleanSite, type CleanSite } from './clean-site';
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
  readonly site: CleanSite;
  /** Insights on nothing and epics without a problem: what else is wrong with them must not give them one. */
  readonly silent: HealthIssue[] = [];
  readonly unstated: HealthIssue[] = [];
  private readonly pool: Record<HealthIssue['kind'], HealthIssue[]>;
  private readonly had = new Set<string>();

  constructor(
    readonly graph: Graph,
    readonly dice: Dice,
  ) {
    this.site = cleanSite(graph, dice);
    this.pool = this.site.open;
  }

  /** One that this was not done to yet, new where there is none; from then on it was. */
  once(what: string, kind: HealthIssue['kind']): HealthIssue {
    return this.onceOf(what, this.dice(2) > 0 ? this.pool[kind] : []) ?? this.onceOf(what, [this.fresh(kind)]) ?? this.fresh(kind);
  }

  onceOf(what: string, some: readonly HealthIssue[]): HealthIssue | undefined {
    const there = some.filter(({ id }) => !this.had.has(`${what} ${id}`));
    if (there.length === 0) return undefined;
    const issue = oneOf(there, this.dice);
    this.had.add(`${what} ${issue.id}`);
    return issue;
  }

  /** Two of a kind of which the first leads to the second already, so that a link back closes a circle that is no part of another. */
  ends(kind: HealthIssue['kind'], kinds: readonly LinkKind[]): readonly [HealthIssue, HealthIssue, readonly string[]] | undefined {
    const { graph } = this;
    const pairs = this.pool[kind].flatMap((first) => {
      const reached = graph.reached(kinds, first);
      return this.pool[kind].filter((second) => second !== first && reached.has(second.id)).map((second) => [first, second] as const);
    });
    const free = pairs.filter(([first, second]) => !graph.says(kinds, second, first) && !graph.isRelated(first, second));
    if (free.length === 0) return undefined;
    const [first, second] = oneOf(free, this.dice);
    const members = [...graph.reached(kinds, first)].filter((id) => graph.leads(kinds, id, second));
    if (members.some((id) => this.had.has(`circle ${id}`))) return undefined;
    for (const id of members) this.had.add(`circle ${id}`);
    return [first, second, members.sort()];
  }

  /** Takes one that is open away from the faults to come, and closes it: nothing else was decided about it. */
  close(kind: 'problem' | 'opportunity'): HealthIssue | undefined {
    const fit = this.pool[kind].filter(
      (issue, at) =>
        at > 1 &&
        !this.graph.hasOwnVoices(issue) &&
        !['disguise', 'crowd'].some((what) => this.had.has(`${what} ${issue.id}`)) &&
        this.graph.workOn(issue).length > 0,
    );
    if (fit.length === 0) return undefined;
    const issue = oneOf(fit, this.dice);
    this.pool[kind].splice(this.pool[kind].indexOf(issue), 1);
    this.graph.change(issue, { isClosed: true });
    return issue;
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
    const speaks = kind === 'evidences' || kind === 'refutes';
    if (from === to) {
      const second = speaks && this.silent.length > 0 && this.dice(1) === 0 ? oneOf(this.silent, this.dice) : this.known(to);
      return [this.fresh(from), second];
    }
    // An epic that speaks for something still states no problem.
    if (speaks && from === 'work' && this.unstated.length > 0 && this.dice(1) === 0) {
      const [epic, statement] = [oneOf(this.unstated, this.dice), this.known(to)];
      if (!this.graph.isJoined(epic, statement)) return [epic, statement];
    }
    return this.pair(from, to, ({ level }) => kind !== 'solves' || level === 0);
  }

  /** A problem about whose voices nothing was decided yet. */
  unheard(): HealthIssue {
    const there = this.pool.problem.filter((problem) => !this.graph.hasOwnVoices(problem));
    return there.length > 0 && this.dice(1) > 0 ? oneOf(there, this.dice) : this.fresh('problem');
  }
}

type Plant = (planter: Planter) => string | readonly string[];

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

const circles = {
  partOf: { of: 'problem', kinds: ['partOf'] },
  opens: { of: 'opportunity', kinds: ['opens'] },
  speaks: { of: 'insight', kinds: ['evidences', 'refutes'] },
} as const satisfies Record<string, { readonly of: HealthIssue['kind']; readonly kinds: readonly LinkKind[] }>;

/** Plants one fault of a rule and answers its id; of one act that makes several, all of them. */
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
  cycle: (planter) => {
    const { graph, dice } = planter;
    const name = oneOf(['partOf', 'opens', 'speaks'] as const, dice);
    const { of, kinds } = circles[name];
    const ends = dice(2) > 0 ? planter.ends(of, kinds) : undefined;
    if (ends) {
      const [first, second, members] = ends;
      graph.say(oneOf(kinds, dice), second, first);
      return `cycle.${name}.${members[0] ?? ''}`;
    }
    const members = Array.from({ length: 2 + dice(4) }, () => graph.add(of));
    for (const [at, member] of members.entries()) graph.say(oneOf(kinds, dice), member, members[(at + 1) % members.length] ?? member);
    return `cycle.${name}.${members[0]?.id ?? ''}`;
  },
  forAndAgainst: (planter) => {
    const [first, second] = planter.fittingPair(oneOf(endsOf('evidences'), planter.dice));
    planter.graph.say('evidences', first, second);
    planter.graph.say('refutes', first, second);
    return `forAndAgainst.${first.id}.${second.id}`;
  },
  insightOnNothing: (planter) => {
    const { graph, dice } = planter;
    const opened = dice(1) === 0 ? planter.onceOf('opened', [planter.site.closedInsight]) : undefined;
    if (opened) graph.change(opened, { isClosed: false });
    const insight = opened ?? graph.add('insight');
    planter.silent.push(insight);
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
    const fate = planter.dice(2);
    const settled = fate === 0 ? planter.close(to === 'problem' ? 'problem' : 'opportunity') : undefined;
    if (settled) return planter.graph.workOn(settled).map(({ id }) => `solvesClosed.${id}.${settled.id}`);
    const busy = planter.known('work');
    const { closedProblem } = planter.site;
    if (fate === 1 && !planter.graph.isJoined(busy, closedProblem)) {
      planter.graph.say('solves', busy, closedProblem);
      return `solvesClosed.${busy.id}.${closedProblem.id}`;
    }
    const [closed, item] = [planter.graph.add(to, { isClosed: true }), planter.dice(1) === 0 ? planter.fresh('work') : planter.fresh('work', { level: 1 })];
    planter.graph.say(kind, item, closed);
    return `solvesClosed.${item.id}.${closed.id}`;
  },
  epicWithoutProblem: (planter) => {
    const { graph, dice } = planter;
    const opened = dice(2) === 0 ? planter.onceOf('opened', [planter.site.closedEpic]) : undefined;
    if (opened) graph.change(opened, { isClosed: false });
    const epic = opened ?? graph.epic(dice(1) === 0 ? {} : { parent: graph.add('work', { level: 2, projectId: project(10_009) }).id });
    if (dice(1) === 0) graph.say('evidences', epic, planter.known('problem'));
    planter.unstated.push(epic);
    return `epicWithoutProblem.${epic.id}`;
  },
  tooManyEpics: (planter) => {
    const { graph } = planter;
    const problem = planter.once('crowd', 'problem');
    for (let at = 0; at < 9; at += 1) graph.say('solves', graph.epic(), problem);
    graph.say('solves', graph.epic({ isClosed: true }), problem);
    return `tooManyEpics.${problem.id}`;
  },
  solutionInDisguise: (planter) => {
    const kind = oneOf(['problem', 'opportunity', 'insight'] as const, planter.dice);
    const silent = kind === 'insight' && planter.dice(1) === 0 ? planter.onceOf('disguise', planter.silent) : undefined;
    const statement = silent ?? planter.once('disguise', kind);
    planter.graph.change(statement, {
      sentence: kind === 'problem' ? 'Finance needs a dashboard for the month end' : 'Build a wizard for the bank connection',
    });
    return `solutionInDisguise.${statement.id}`;
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
      planted.set(rule, [...(planted.get(rule) ?? []), ...[plants[rule](planter)].flat()]);
    return { facts: planter.graph.facts(shuffle), planted };
  });
