export interface HealthRule {
  /** Heading of the group on the Health tab. */
  readonly name: string;
  /** Why a product manager should care. */
  readonly why: string;
  /** What mending does, or where a person decides. */
  readonly mends: string;
  /** True: nothing is wrong with it as it stands; whoever decides should know. */
  readonly isToKnow?: true;
}

/** The one table of what can be wrong with statements and their links. A new rule is one row, one finder and one test row. */
export const healthRules = {
  wrongDirection: {
    name: 'Drawn the wrong way round',
    why: 'The link reads backwards, so what it says counts for nothing: the item looks as if it solved no problem, the insight as if it spoke for none.',
    mends: 'Turns the link round.',
  },
  wrongEnds: {
    name: 'Joins what it cannot join',
    why: 'This kind of link says nothing between these two, so neither the order nor the gate counts it.',
    mends: 'Draws the kind of link that fits these two instead. Where more than one fits, you pick.',
  },
  plainLink: {
    name: 'Related, but not saying how',
    why: '“Relates to” moves nothing: an epic that only relates to its problem ranks as if it solved none.',
    mends: 'Replaces it with the kind of link that fits these two. Where more than one fits, you pick.',
  },
  duplicate: {
    name: 'Drawn twice',
    why: 'It counts once anyway, and whoever takes one of them off believes that it is gone.',
    mends: 'Keeps one and removes the others.',
  },
  cycle: {
    name: 'Goes round in a circle',
    why: 'A problem cannot be part of its own part: evidence would run round in the circle, so it stops somewhere that nobody chose.',
    mends: 'You pick the link to take off.',
  },
  forAndAgainst: {
    name: 'Speaks for and against at once',
    why: 'The same source on both sides of the same statement cancels itself out. One of the two was not meant.',
    mends: 'You pick the one that stays.',
  },
  insightOnNothing: {
    name: 'Insight on nothing',
    why: 'Something was learned and leads nowhere: its evidence moves no problem and no item.',
    mends: 'Open the insight and link it to the problem it speaks for or against.',
  },
  problemWithoutEvidence: {
    name: 'Problem without evidence',
    why: 'Nobody is known to have it. What solves it ranks by the starting value alone.',
    mends: 'Open the problem and tag a ticket or a quote, or close it.',
  },
  problemWithOneCustomer: {
    name: 'Problem of one customer',
    why: 'One voice can be loud. Before building for it, find out whether a second customer has it.',
    mends: 'Open the problem and look for a second voice.',
    isToKnow: true,
  },
  solvesClosed: {
    name: 'Solves a closed problem',
    why: 'The problem is settled, and the work goes on: either it is no longer needed, or it has another reason.',
    mends: 'Open the item and state the problem it solves now, or close it.',
  },
  epicWithoutProblem: {
    name: 'Epic without a problem',
    why: 'Nobody can say whom it helps. It cannot be ranked, and the gate stops it where it is required.',
    mends: 'Open the epic and state the problem it solves.',
  },
  tooManyEpics: {
    name: 'One problem on too many epics',
    why: 'So many solutions at once mean that the problem is too wide to decide on: its value is promised many times over.',
    mends: 'Open the problem and split it into parts.',
    isToKnow: true,
  },
  solutionInDisguise: {
    name: 'Solution in disguise',
    why: 'It says what to build instead of what hinders whom, so every other way to help is out before it was thought of.',
    mends: 'Open the statement and say who is hindered in what.',
  },
} as const satisfies Readonly<Record<string, HealthRule>>;

export type RuleName = keyof typeof healthRules;
export const healthRule = (rule: RuleName): HealthRule => healthRules[rule];

const names: readonly string[] = Object.keys(healthRules);
export const isRuleName = (text: string): text is RuleName => names.includes(text);
export const ruleNames = (): readonly RuleName[] => names.filter(isRuleName);
