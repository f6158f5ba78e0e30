import { effortWords, voicesFor } from './backlog';
import { counted, figure, nobodySpeaks, noEfforts, type Lens } from './lens';

/**
 * Confidence by kind of evidence, 0.01..10: the upper marks of Itamar Gilad's confidence meter ("The tool that will help you
 * choose better product ideas", 2018). Its tenth, launch data, is none of our sources: what has launched is finished.
 */
export const confidenceMeter = {
  opinion: { level: 0.1, kind: 'others’ opinion' },
  anecdote: { level: 1, kind: 'anecdotal evidence' },
  market: { level: 3, kind: 'market data' },
  user: { level: 3, kind: 'user evidence' },
  test: { level: 5, kind: 'test results' },
} as const;

const kinds: Readonly<Record<string, keyof typeof confidenceMeter>> = {
  opinion: 'opinion',
  sales: 'anecdote',
  ticket: 'anecdote',
  verdict: 'anecdote',
  stars: 'anecdote',
  winloss: 'anecdote',
  nps: 'market',
  csat: 'market',
  ces: 'market',
  importance: 'market',
  research: 'market',
  interview: 'user',
  usage: 'user',
  techdebt: 'user',
  experiment: 'test',
};

/** A source that nobody declared is somebody's opinion. */
export const confidenceIn = (source: string): (typeof confidenceMeter)[keyof typeof confidenceMeter] => confidenceMeter[kinds[source] ?? 'opinion'];

/**
 * ICE = impact × confidence × ease, 0..10 each, so 0..1,000; after Sean Ellis, multiplied and with evidence for confidence as
 * Itamar Gilad has it (2018). Ellis and Brown ("Hacking Growth", 2017) take the mean of the three instead.
 */
export const ice: Lens<'impact' | 'confidence' | 'ease'> = {
  id: 'ice',
  title: 'ICE',
  unit: 'of 1,000',
  inputs(item, { heard, largest, efforts, effortUnit }) {
    if (voicesFor(item, heard).length === 0) return nobodySpeaks;
    const { effort } = item;
    if (effort === null) return noEfforts;
    const sources = [...new Set(item.cover.flatMap(({ problem, weight }) => (weight > 0 ? (heard.get(problem)?.sources ?? []) : [])))].sort();
    const best = sources.reduce((known, source) => (confidenceIn(source).level > confidenceIn(known).level ? source : known));
    const rank = 1 + efforts.filter((other) => other < effort).length;
    return {
      kind: 'known',
      inputs: {
        impact: { value: (10 * item.value) / largest.value, how: `its value is ${figure(item.value)}, the largest in the list is ${figure(largest.value)}.` },
        confidence: { value: confidenceIn(best).level, how: `the best source is ${best}: ${confidenceIn(best).kind} on Gilad’s confidence meter.` },
        ease: { value: 10 / rank, how: `10 ÷ ${String(rank)}: ${effortWords(item, effortUnit)}; ${smaller(rank - 1)}.` },
      },
    };
  },
  scoreOf: ({ impact, confidence, ease }) => impact * confidence * ease,
  spell: ({ impact, confidence, ease }) => `impact ${figure(impact)} × confidence ${figure(confidence)} × ease ${figure(ease)}`,
};

const smaller = (n: number): string => (n === 0 ? 'no effort in the list is smaller' : `${counted(n, 'effort')} in the list ${n === 1 ? 'is' : 'are'} smaller`);
