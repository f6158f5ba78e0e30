import { createRanking, type Ranking, type Scenario } from '../../../src/domain/score';
import type { Chance } from './chance';
import { pickAgain, type Judged } from './outcome';
import { nearest, today, type Item, type World } from './world';

/** What a rule may look at: the world's truth only where a person who knows it well types it in, with that person's error. */
export interface Sight {
  readonly world: World;
  readonly scenario: Scenario;
  readonly ranking: Ranking;
}

export interface Rule {
  readonly name: string;
  /** Types what the truth is, give or take: rules that are no expert must lose against ours everywhere. */
  readonly isExpert: boolean;
  readonly order: (sight: Sight) => readonly Item[];
}

const byHand = [0.4, 0.8, 1.2] as const;
const blended = 0.8;

export const ours: Rule = {
  name: 'Groundwork',
  isExpert: false,
  order: ({ world, ranking }) => ranking.backlog.order.map(({ id }) => named(world, id)),
};

export const rules: readonly Rule[] = [
  ours,
  simple('random', (_, sight) => sight.world.chance.unit()),
  simple('oldest first', (item) => -item.created),
  simple('votes', votes),
  simple('raw count', (item, sight) => heardOf(item, sight).length),
  simple('count ÷ effort', (item, sight) => heardOf(item, sight).length / typedEffort(item, sight)),
  simple('distinct customers ÷ effort', (item, sight) => new Set(heardOf(item, sight).flatMap(({ account }) => account ?? [])).size / typedEffort(item, sight)),
  ...byHand.map((sigma): Rule => ({ name: `RICE by hand, σ ${sigma}`, isExpert: true, order: (sight) => sorted(sight, rice(sight, sigma)) })),
  ...byHand.map((sigma): Rule => ({ name: `WSJF by hand, σ ${sigma}`, isExpert: true, order: (sight) => sorted(sight, wsjf(sight, sigma)) })),
  { name: `RICE, σ ${blended}, re-scored like ours`, isExpert: true, order: (sight) => pickAgain(sight.world.items, riceParts(sight)) },
  { name: `blend of ours and RICE, σ ${blended}`, isExpert: true, order: (sight) => pickAgain(sight.world.items, blend(sight)) },
];

/** The two parts of the blend, which it must beat. */
export const partsOfBlend = ['Groundwork', `RICE, σ ${blended}, re-scored like ours`] as const;
export const blendName = `blend of ours and RICE, σ ${blended}`;

export const look = (world: World, scenario: Scenario): Sight => ({ world, scenario, ranking: createRanking(scenario) });

function simple(name: string, score: (item: Item, sight: Sight) => number): Rule {
  return { name, isExpert: false, order: (sight) => sorted(sight, (item) => score(item, sight)) };
}

function sorted({ world }: Sight, score: (item: Item) => number): Item[] {
  const scores = new Map(world.items.map((item) => [item, score(item)]));
  return [...world.items].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function named({ items }: World, id: string): Item {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`There is no item "${id}".`);
  return item;
}

function heardOf(item: Item, { scenario }: Sight) {
  const about = new Set(item.solves.map(({ problem }) => problem.id));
  return scenario.evidence.filter(({ links }) => links.some(({ to }) => about.has(to)));
}

// Who has the problem votes, the loud more often.
function votes(item: Item, { world }: Sight): number {
  const rate = item.solves.reduce((sum, { problem }) => {
    const now = problem.troubles.filter(({ until }) => until === today);
    return sum + now.reduce((loud, { account, severity }) => loud + account.loudness * severity, 0);
  }, 0);
  return rate * world.chance.lognormal(0.5);
}

function typedEffort({ estimate }: Item, { world }: Sight): number {
  const known = world.items.flatMap((item) => item.estimate ?? []).sort((a, b) => a - b);
  return estimate ?? known[Math.floor(known.length / 2)] ?? 1;
}

const worthOf = ({ solves }: Item): number => solves.reduce((sum, { problem, cover }) => sum + cover * problem.worth, 0);

// Everybody overrates a favourite.
const petBias = (item: Item): number => (item.isPet ? 1.5 : 1);

const impacts = [0.25, 0.5, 1, 2, 3];

/** Reach as typed, impact on the usual five steps, effort as estimated; the error of one person per item and σ. */
function rice(sight: Sight, sigma: number): (item: Item) => number {
  const value = typedValues(sight, sigma);
  return (item) => (value.get(item) ?? 0) / typedEffort(item, sight);
}

const typed = new WeakMap<World, Map<number, ReadonlyMap<Item, number>>>();

// The same person's numbers in every rule that uses them: paired, like the worlds.
function typedValues({ world }: Sight, sigma: number): ReadonlyMap<Item, number> {
  const known = typed.get(world) ?? new Map<number, ReadonlyMap<Item, number>>();
  typed.set(world, known);
  const values = known.get(sigma) ?? new Map(world.items.map((item) => [item, estimated(item, world.chance, sigma)]));
  known.set(sigma, values);
  return values;
}

function estimated(item: Item, draw: Chance, sigma: number): number {
  const reach = item.solves.reduce((sum, { problem }) => sum + problem.troubles.filter(({ until }) => until === today).length, 0);
  if (reach === 0) return 0;
  return reach * nearest(impacts, ((worthOf(item) * petBias(item) * draw.lognormal(sigma)) / reach) * 2);
}

const fibonacci = [1, 2, 3, 5, 8, 13, 20];

/** Value and size on the usual seven steps, relative to the largest. */
function wsjf(sight: Sight, sigma: number): (item: Item) => number {
  const values = new Map(sight.world.items.map((item) => [item, worthOf(item) * petBias(item) * sight.world.chance.lognormal(sigma)]));
  const largest = Math.max(...values.values());
  const longest = Math.max(...sight.world.items.map((item) => typedEffort(item, sight)));
  return (item) => nearest(fibonacci, (20 * (values.get(item) ?? 0)) / largest) / nearest(fibonacci, (20 * typedEffort(item, sight)) / longest);
}

function riceParts(sight: Sight): (item: Item) => Judged {
  const values = typedValues(sight, blended);
  return (item) => {
    const covers = item.solves.reduce((sum, solved) => sum + solved.typed, 0);
    const worth = values.get(item) ?? 0;
    return { effort: typedEffort(item, sight), parts: item.solves.map(({ problem, typed: cover }) => ({ problem, cover, worth: (worth * cover) / covers })) };
  };
}

function blend(sight: Sight): (item: Item) => Judged {
  const values = typedValues(sight, blended);
  const { strengths } = sight.ranking.evidence;
  return (item) => {
    const parts = item.solves.map(({ problem, typed: cover }) => ({ problem, cover, worth: cover * (strengths.get(problem.id)?.V ?? 0) }));
    const evidenced = parts.reduce((sum, { worth }) => sum + worth, 0);
    const both = Math.sqrt(evidenced * (values.get(item) ?? 0));
    return { effort: typedEffort(item, sight), parts: parts.map((part) => ({ ...part, worth: evidenced === 0 ? 0 : (part.worth / evidenced) * both })) };
  };
}
