import type { StatementId } from '../ids';
import { compareIds, countRecord, speakersOf, weighRecord, type Params, type ProblemStrength } from '../score';
import { fadingSum } from '../score/customers';
import { unknownSource, type Source } from '../score/params';
import { strengthOfMasses } from '../score/problem';
import { freshness, weightOf } from '../score/weight';
import { recordsOf } from './digest';
import { mentionsOn } from './strength';
import type { HeldEvidence } from './weigh-again';

/** How far a source is trusted, and how fast what it said fades: what a what-if turns. */
export type SourceWeight = Pick<Source, 'trust' | 'halfLifeInDays'>;
type SourceWeights = ReadonlyMap<string, SourceWeight>;

type Value = Pick<ProblemStrength, 'V' | 'sd'>;

/** Evidence laid out so that turning a source costs only what that source said. */
export interface Reweighing {
  /** Records behind the problems, by source. */
  readonly records: ReadonlyMap<string, number>;
  /** The problems that a turned source speaks on, with the values they would have; to the last bit what `weighAgain` says. */
  readonly valuesWith: (turned: SourceWeights) => ReadonlyMap<StatementId, Value>;
}

/** One customer's (or measurement's) mentions of one problem lie side by side. */
interface Voice {
  readonly isAggregate: boolean;
  readonly from: number;
  readonly to: number;
  mass: number;
}

interface Weighed {
  readonly id: StatementId;
  readonly supporters: readonly Voice[];
  readonly opponents: readonly Voice[];
  value: Value;
}

/** All that one source says: where, and what of it was last counted. */
interface Spoken {
  readonly mentions: number[];
  readonly voices: Set<Voice>;
  readonly problems: Set<Weighed>;
  readonly records: Set<string>;
  readonly saved: SourceWeight;
  now: SourceWeight | undefined;
}

/** What of a mention no source's weight changes; `link` is the share that reaches the problem. */
type Factors = readonly [pain: number, voice: number, many: number, ageInDays: number, link: number];

/** Follows every link once; from then on weights change without following any. `params` are the saved ones. */
export function prepareReweighing(evidence: HeldEvidence, problems: Iterable<StatementId>, params: Params): Reweighing {
  const { graph, rowsOf, accounts, fixes, asOfDay } = evidence;
  const context = { params, speakers: speakersOf(accounts, 1, params), asOfDay, fixes };
  const said: Factors[] = [];
  const spoken = new Map<string, Spoken>();
  const spokenBy = (name: string): Spoken => {
    const known = spoken.get(name);
    if (known) return known;
    const saved = params.sources.get(name) ?? unknownSource;
    const own: Spoken = { mentions: [], voices: new Set(), problems: new Set(), records: new Set(), saved, now: undefined };
    spoken.set(name, own);
    return own;
  };

  for (const id of problems) {
    const target = graph.statements.get(id);
    if (target) layOut(target);
  }
  const column = (nth: keyof Factors & number): Float64Array => Float64Array.from(said, (own) => own[nth] ?? 0);
  const [pains, voiceOf, manyOf, ages, links] = [column(0), column(1), column(2), column(3), column(4)];
  const weights = new Float64Array(said.length);
  turn(new Map());

  function layOut(target: { readonly id: StatementId } & Parameters<typeof graph.sourcesOf>[0]): void {
    const sources = graph.sourcesOf(target).map(([id]) => id);
    const counting = { ...context, destinations: graph.pathsTo(target) };
    const byStance = { for: new Map<string, Said[]>(), against: new Map<string, Said[]>() };
    for (const record of recordsOf(sources, rowsOf)) {
      const counted = countRecord(record, counting);
      const { pain, voice, many } = weighRecord(record, context);
      // A record of weight 1 says of each mention how much of it arrives.
      for (const { key, weight: link, stance } of mentionsOn(target, { ...counted, weight: 1 })) {
        const own: Said = { source: record.source, record: record.id, factors: [pain, voice, many, asOfDay - record.day, link] };
        const known = byStance[stance].get(key);
        if (known) known.push(own);
        else byStance[stance].set(key, [own]);
      }
    }
    const problem: Weighed = { id: target.id, supporters: voicesOf(byStance.for), opponents: voicesOf(byStance.against), value: { V: 0, sd: 0 } };
    for (const stance of [byStance.for, byStance.against])
      for (const own of stance.values()) for (const { source } of own) spokenBy(source).problems.add(problem);
  }

  function voicesOf(byKey: ReadonlyMap<string, readonly Said[]>): readonly Voice[] {
    return [...byKey.keys()].sort(compareIds).map((key) => {
      const own = byKey.get(key) ?? [];
      const from = said.length;
      const voice: Voice = { isAggregate: key.startsWith('#'), from, to: from + own.length, mass: 0 };
      for (const { source, record, factors: its } of own) {
        const by = spokenBy(source);
        by.mentions.push(said.push(its) - 1);
        by.voices.add(voice);
        by.records.add(record);
      }
      return voice;
    });
  }

  /** Brings every source to the weight asked for, and what it touches up to date. */
  function turn(turned: SourceWeights): void {
    const touched = new Set<Weighed>();
    for (const [name, own] of spoken) {
      const wanted = turned.get(name) ?? own.saved;
      if (own.now && own.now.trust === wanted.trust && own.now.halfLifeInDays === wanted.halfLifeInDays) continue;
      own.now = wanted;
      weigh(own.mentions, wanted);
      // A voice that two turned sources share is right after the second.
      for (const voice of own.voices) voice.mass = massOf(voice);
      for (const problem of own.problems) touched.add(problem);
    }
    for (const problem of touched) problem.value = strengthOfMasses(problem.supporters, problem.opponents, params);
  }

  function weigh(mentions: readonly number[], source: SourceWeight): void {
    for (const at of mentions) {
      const fresh = freshness(ages[at] ?? 0, source);
      weights[at] = weightOf(pains[at] ?? 0, voiceOf[at] ?? 0, source.trust, fresh, manyOf[at] ?? 0) * (links[at] ?? 0);
    }
  }

  // Most voices say one thing, and a window on the weights is not free.
  function massOf({ from, to }: Voice): number {
    return to - from === 1 ? (weights[from] ?? 0) : fadingSum(weights.subarray(from, to), params.rho);
  }

  return {
    records: new Map([...spoken].map(([name, { records }]) => [name, records.size])),
    valuesWith: (turned) => {
      turn(turned);
      const values = new Map<StatementId, Value>();
      for (const name of turned.keys()) for (const { id, value } of spoken.get(name)?.problems ?? []) values.set(id, value);
      return values;
    },
  };
}

interface Said {
  readonly source: string;
  readonly record: string;
  readonly factors: Factors;
}
