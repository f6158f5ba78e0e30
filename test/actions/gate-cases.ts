import fc from 'fast-check';

/** Everything that may matter to the gate, each with everything else. */
const dimensions = {
  link: ['none', 'solves', 'realises', 'Relates', 'Blocks'],
  direction: ['from the epic', 'to the epic'],
  type: ['problem', 'opportunity', 'insight', 'bug'],
  status: ['open', 'closed'],
  level: ['none', 'seen by the app', 'hidden from the app'],
  drawn: ['before', 'in the transition'],
  mode: ['off', 'warn', 'require, else pass', 'require, else stop'],
  exemption: ['none', 'running', 'ended'],
  jira: ['up', 'down', 'takes a minute'],
  storage: ['up', 'down', 'takes a minute'],
  route: ['the issue view', 'REST', 'a bulk change', 'an automation'],
  style: ['company-managed', 'team-managed'],
  /** What Atlassian makes of a function that throws or runs out of time nobody knows: both are played. */
  run: ['answers', 'dies, and that blocks', 'dies, and that passes'],
} as const;
type Dimension = keyof typeof dimensions;
const names = Object.keys(dimensions) as readonly Dimension[];

export type GateCase = { readonly [Name in Dimension]: (typeof dimensions)[Name][number] };

/** The ends of a link that there is not. */
const noEnds = { direction: 'from the epic', type: 'bug', status: 'open', level: 'none', drawn: 'before' } as const satisfies Partial<GateCase>;
const isPossible = (one: Partial<GateCase>): boolean =>
  one.link !== 'none' || (Object.keys(noEnds) as (keyof typeof noEnds)[]).every((name) => one[name] === undefined || one[name] === noEnds[name]);

/** All that the rule's function is told; which way the move was asked for, and where no rule runs, it never hears. */
export function* casesTold(): Generator<GateCase> {
  const told = names.filter((name) => name !== 'route' && name !== 'style' && name !== 'run');
  const sizes = told.map((name) => dimensions[name].length);
  const count = sizes.reduce((product, size) => product * size, 1);
  for (let at = 0; at < count; at += 1) {
    let rest = at;
    const picked = told.map((name, position) => {
      const size = sizes[position] ?? 1;
      const value = dimensions[name][rest % size];
      rest = Math.floor(rest / size);
      return [name, value] as const;
    });
    const one = { route: 'REST', style: 'company-managed', run: 'answers', ...Object.fromEntries(picked) } as GateCase;
    if (isPossible(one)) yield one;
  }
}

type Pair = Partial<GateCase>;
const keyOf = (pair: Pair): string => JSON.stringify(names.flatMap((name) => (pair[name] === undefined ? [] : [name, pair[name]])));

/** Every value of every dimension together with every value of every other one, as far as there can be such a case. */
const pairs: readonly Pair[] = names.flatMap((one, at) =>
  names
    .slice(at + 1)
    .flatMap((other) => dimensions[one].flatMap((value) => dimensions[other].map((second): Pair => ({ [one]: value, [other]: second }))))
    .filter(isPossible),
);

const pairsOf = (one: GateCase): readonly string[] =>
  names.flatMap((name, at) => names.slice(at + 1).map((other) => keyOf({ [name]: one[name], [other]: one[other] })));

export const missingPairs = (cases: readonly GateCase[]): readonly Pair[] => {
  const there = new Set(cases.flatMap(pairsOf));
  return pairs.filter((pair) => !there.has(keyOf(pair)));
};

const anyCase = fc
  .record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...dimensions[name])])))
  .map((one) => ((one as GateCase).link === 'none' ? { ...one, ...noEnds } : one)) as fc.Arbitrary<GateCase>;

/** As many cases as asked for, drawn at random but for those that bring every pair together. */
export function drawCases(atLeast: number): readonly GateCase[] {
  const drawn = fc.sample(anyCase, { numRuns: atLeast, seed: 20_260_101 });
  const added: GateCase[] = [];
  for (let missing = missingPairs(drawn); missing.length > 0; missing = missingPairs([...drawn, ...added])) {
    const [pair] = missing;
    const [filler] = fc.sample(anyCase, { numRuns: 1, seed: added.length });
    if (!pair || !filler) break;
    added.push({ ...filler, ...(filler.link === 'none' && { link: 'solves' as const }), ...(pair.link === 'none' && noEnds), ...pair });
  }
  return [...drawn, ...added];
}
