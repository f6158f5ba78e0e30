import type { Placed } from './build-order';
import type { Chances } from './chances';
import { chanceOfBefore } from './chances';
import { compareIds } from './comparing';
import { contributionsToItem, contributionsToProblem, type Contributions } from './contributions';
import type { CountedRecord } from './counted-evidence';
import { flip, type Flip } from './flip';
import type { ScoredItem } from './items';
import type { ProblemStrength } from './problem';
import { listedPlaces } from './draws';
import type { Ranking } from './ranking';
import type { ProblemLink } from './reach';
import { weighRecord, type WeighedRecord, type WeighingContext } from './weight';

/** Numbers by id. */
type Amounts = Readonly<Record<string, number>>;

/** A record as it counts; `against` only where an insight turned it around. */
interface RecordOutput extends WeighedRecord {
  readonly links: Amounts;
  readonly against?: Amounts;
}

/** A problem's strength and what each record adds to it. */
interface ProblemOutput extends Pick<ProblemStrength, 'P' | 'N' | 'V' | 'sd' | 'customers' | 'neff' | 'topShare'> {
  readonly contrib: Contributions;
}

/** An item's standing score; contributions and chances for the first 200 places. */
interface ItemOutput extends Omit<ScoredItem, 'id' | 'cover'>, Partial<Chances> {
  readonly cover: Amounts;
  readonly contrib?: Contributions;
}

/** The whole ranking as plain JSON: the exchange format of scoring.md, "Output". */
export interface Output {
  readonly records: readonly RecordOutput[];
  readonly problems: Readonly<Record<string, ProblemOutput>>;
  readonly items: Readonly<Record<string, ItemOutput>>;
  readonly rank: readonly string[];
  readonly order: readonly Placed[];
  readonly neighbours: Amounts;
  readonly topKStability: number;
  readonly voi: Amounts;
  readonly flips: Readonly<Record<string, Flip>>;
}

/** Spells a ranking out. */
export function toOutput({ evidence, backlog }: Ranking): Output {
  const { standing, itemsById, order, chances, voi } = backlog;
  const strengths = [...evidence.strengths].sort(([a], [b]) => compareIds(a, b));
  return {
    records: evidence.count.counted.map((counted) => recordOutput(counted, evidence.count.context)),
    problems: Object.fromEntries(strengths.map(([id, strength]) => [id, problemOutput(strength)])),
    items: Object.fromEntries(itemsById.map((item) => [item.id, itemOutput(item)])),
    rank: standing.map(({ id }) => id),
    order,
    ...neighbourOutput(evidence, backlog),
    topKStability: chances.topKStability,
    voi: Object.fromEntries(voi),
  };

  function itemOutput(item: ScoredItem): ItemOutput {
    const { effort, effortMissing, value, score, baseline } = item;
    const plain = { cover: amounts(item.cover), effort, effortMissing, value, score, baseline };
    const chance = chances.perItem.get(item.id);
    if (chance === undefined) return plain;
    return {
      ...plain,
      ...chance,
      // Worked out when read: where few problems hold all the evidence, 200 items share it, and that is millions of numbers.
      get contrib() {
        return contributionsToItem(item, evidence.strengths);
      },
    };
  }
}

function recordOutput({ record, links, against }: CountedRecord, context: WeighingContext): RecordOutput {
  const { id, pain, voice, trust, fresh, many, weight, key, polarity } = weighRecord(record, context);
  const plain = { id, pain, voice, trust, fresh, many, weight, key, polarity, links: amounts(links) };
  return against.length > 0 ? { ...plain, against: amounts(against) } : plain;
}

function problemOutput(strength: ProblemStrength): ProblemOutput {
  const { P, N, V, sd, customers, neff, topShare } = strength;
  return { P, N, V, sd, customers, neff, topShare, contrib: contributionsToProblem(strength) };
}

function neighbourOutput(evidence: Ranking['evidence'], { standing, draws }: Ranking['backlog']): Pick<Output, 'neighbours' | 'flips'> {
  const neighbours: [string, number][] = [];
  const flips: [string, Flip][] = [];
  standing.slice(1, listedPlaces).forEach((lower, at) => {
    const upper = standing[at];
    const upperDraws = upper && draws.items.get(upper.id);
    const lowerDraws = draws.items.get(lower.id);
    if (upper === undefined || upperDraws === undefined || lowerDraws === undefined) return;
    neighbours.push([`${upper.id}>${lower.id}`, chanceOfBefore(upperDraws, lowerDraws)]);
    flips.push([`${lower.id} over ${upper.id}`, flip(lower, upper, evidence.strengths, evidence.params)]);
  });
  return { neighbours: Object.fromEntries(neighbours), flips: Object.fromEntries(flips) };
}

function amounts(links: readonly ProblemLink[]): Amounts {
  return Object.fromEntries(links.map(({ problem, weight }) => [problem, weight]));
}
