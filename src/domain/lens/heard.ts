import type { StatementId } from '../ids';
import { measure, type Measured } from '../index/strength';
import type { HeldEvidence } from '../index/weigh-again';
import { speakersOf, weighRecord, type Params, type WeighingContext } from '../score';
import { answersIn, type Answers } from './answers';

/** Who speaks for a problem, once each, however often. */
export interface Voice {
  /** `@customer`, `?source` (nobody named) or `#source` (a measurement). */
  readonly key: string;
  /** 1; of a measurement the people or accounts behind the largest one, since two may have measured the same people. */
  readonly people: number;
  /** Mean pain of what it said, 0..1. */
  readonly pain: number;
}

/** What lenses ask of a problem's evidence beyond its value. */
export interface Heard {
  /** Supporting voices, sorted by key. */
  readonly voices: readonly Voice[];
  /** Where the support came from, sorted. */
  readonly sources: readonly string[];
  /** Share of the value that engineers' measurements carry, 0..1. */
  readonly risk: number;
  readonly answers: Answers;
}

/** Listens to problems as the index weighs them: the same records, links, voices and fixes. */
export function hear({ graph, rowsOf, accounts, fixes, asOfDay }: HeldEvidence, problems: Iterable<StatementId>, params: Params): ReadonlyMap<string, Heard> {
  const context = { params, speakers: speakersOf(accounts, 1, params), asOfDay, fixes };
  const heard = new Map<string, Heard>();
  for (const id of problems) {
    const target = graph.statements.get(id);
    if (target) heard.set(id, heardIn(measure(target, graph.sourcesOf(target), graph, rowsOf, context), context));
  }
  return heard;
}

/** What was said on one problem, measured. */
export function heardIn({ records, aggregate }: Measured, context: WeighingContext): Heard {
  const byId = new Map(records.map((record) => [record.id, record]));
  const sources = new Set<string>();
  const voices = aggregate.supporters.flatMap(({ key, mass, isAggregate, mentions }): Voice[] => {
    // What a finished item has solved in full speaks no more.
    const said = mentions.flatMap(({ evidence, weight }) => (weight > 0 ? (byId.get(evidence) ?? []) : []));
    if (mass <= 0 || said.length === 0) return [];
    for (const { source } of said) sources.add(source);
    const pains = said.map((record) => weighRecord(record, context).pain);
    return [
      { key, people: isAggregate ? Math.max(...said.map(({ count }) => count ?? 1)) : 1, pain: pains.reduce((sum, pain) => sum + pain, 0) / pains.length },
    ];
  });
  const measured = aggregate.supporters.filter(({ key }) => key === '#techdebt').reduce((sum, { mass }) => sum + mass, 0);
  return { voices, sources: [...sources].sort(), risk: aggregate.P > 0 ? measured / aggregate.P : 0, answers: answersIn(records, context) };
}
