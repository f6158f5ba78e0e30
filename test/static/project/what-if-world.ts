import type { EvidencePage, RankingView } from '../../../src/contract/ranking';
import { customerId, issueId, statementId } from '../../../src/domain/ids';
import { weighAgain } from '../../../src/domain/index/weigh-again';
import { heldEvidence } from '../../../static/parts/held-evidence';
import { paramsWith, type SourceSettings } from '../../../static/parts/source-settings';
import { generator } from '../../domain/score/large-scenario';
import { item, problem, view } from './ranking-view';

export interface WhatIfSize {
  readonly items: number;
  readonly problems: number;
  readonly records: number;
}

export interface WhatIfWorld {
  readonly view: RankingView;
  readonly pages: readonly EvidencePage[];
}

type Row = EvidencePage['digests'][number]['rows'][number];

export const speaking = ['ticket', 'ticket', 'ticket', 'nps', 'interview', 'sales', 'csat', 'usage', 'techdebt'] as const;
const rawOf: Readonly<Record<(typeof speaking)[number], readonly (number | string | null)[]>> = {
  ticket: ['blocker', 'critical', 'major', 'minor', null],
  nps: [0, 3, 6, 9],
  interview: [1, 3, 5],
  sales: ['decisive', 'nice'],
  csat: [1, 3, 5],
  usage: [0.05, 0.2, 0.6],
  techdebt: [2, 8, 16],
};
const today = 20_605;
const rowsPerPage = 20_000;

/** A backlog with the evidence behind it as the page gets both: hot problems, insights between, epics with stories, weights of its own. */
export function whatIfWorld({ items, problems, records }: WhatIfSize, seed: number, sources: SourceSettings = {}): WhatIfWorld {
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  const oneOf = <T>(list: readonly T[], fallback: T): T => list[below(list.length)] ?? fallback;
  const hot = (n: number) => Math.floor(n * random() ** 2);
  const insights = Math.ceil(records / 20);
  const problemOf = (n: number) => idOf(100_000 + n);
  const insightOf = (n: number) => idOf(500_000 + n);

  const rows = new Map<string, Row[]>();
  for (let n = 0; n < records; n += 1) {
    const source = oneOf(speaking, 'ticket');
    const isMeasured = source === 'usage' || source === 'techdebt';
    const speaker = random() < 0.85 ? hot(Math.ceil(records / 20)) : null;
    const row: Row = [
      hex(n),
      source,
      speaker,
      oneOf(rawOf[source], null),
      isMeasured ? 1 + below(60) : 1,
      today - below(700),
      random() < 0.07 ? -1 : 1,
      `t${String(n)}`,
    ];
    const to = random() < 0.5 ? insightOf(hot(insights)) : problemOf(hot(problems));
    push(rows, to, row);
    // The same feedback, tagged to another statement, too.
    if (random() < 0.2) push(rows, problemOf(hot(problems)), [hex(records + n), ...tail(row)]);
  }

  const statements: EvidencePage['statements'] = [
    ...range(problems).map((n) => ({ id: problemOf(n), kind: 'problem' as const, links: [] })),
    ...range(insights).map((n) => ({
      id: insightOf(n),
      kind: 'insight' as const,
      links: [{ kind: random() < 0.07 ? ('refutes' as const) : ('evidences' as const), to: problemOf(hot(problems)), weight: oneOf([0.5, 1], 1) }],
    })),
  ];
  const customers: EvidencePage['customers'] = range(Math.ceil(records / 20)).map((n) => [
    who(n),
    random() < 0.8 ? Math.round(100 * Math.exp(3 * random() - 1.5)) / 100 : null,
  ]);
  const fixes: EvidencePage['fixes'] = range(problems)
    .filter(() => random() < 0.03)
    .map((n) => ({ problem: problemOf(n), fixes: [[today - 100, 0.6]] }));

  const pages = cut(statements, rows).map((some): EvidencePage => ({
    asOfDay: today,
    statements: [...some],
    digests: some.map(({ id }) => ({ statement: id, rows: rows.get(id) ?? [] })),
    customers,
    fixes: fixes.filter(({ problem: id }) => some.some((own) => own.id === id)),
    sources,
    progress: { done: 0, of: statements.length },
    next: null,
  }));
  const ids = range(problems).map(problemOf);
  const strengths = weighAgain(heldEvidence(pages), ids, paramsWith(sources));
  const backlog = range(items).map((n) => {
    const covers = random() < 0.15 ? 0 : random() < 0.75 ? 1 : 2;
    const first = below(problems);
    return item(n + 1, {
      summary: `Piece of work number ${String(n + 1)}`,
      effort: random() < 0.2 ? null : oneOf([1, 2, 3, 5, 8, 13], 3),
      parent: n % 8 === 0 || random() < 0.5 ? null : idOf(n - (n % 8) + 1),
      done: n % 8 !== 0 && random() < 0.03 ? today * 86_400 : null,
      covers: range(Math.min(covers, problems)).map((nth) => [(first + nth) % problems, oneOf([0.3, 0.6, 0.6, 0.9], 0.6)]),
    });
  });
  const seen = ids.map((id, n) => {
    const own = strengths.get(id);
    if (!own) throw new Error(`Problem ${id} was not weighed.`);
    return problem(100_000 + n, own.value, { support: own.support, contradiction: own.contradiction, deviation: own.deviation });
  });
  return { view: view(seen, backlog), pages };
}

const range = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at);
const hex = (n: number): string => n.toString(16).padStart(32, '0');
const tail = ([, ...rest]: Row) => rest;

function idOf(n: number) {
  const id = issueId(String(n));
  if (!id) throw new Error(`${String(n)} is no issue id`);
  return statementId(id);
}

function who(n: number) {
  const id = customerId(`customer${String(n)}`);
  if (!id) throw new Error(`${String(n)} is no customer`);
  return id;
}

function push(lists: Map<string, Row[]>, to: string, row: Row): void {
  const known = lists.get(to);
  if (known) known.push(row);
  else lists.set(to, [row]);
}

function cut(statements: EvidencePage['statements'], rows: ReadonlyMap<string, readonly Row[]>): readonly (readonly EvidencePage['statements'][number][])[] {
  const pages: EvidencePage['statements'][number][][] = [[]];
  let taken = 0;
  for (const statement of statements) {
    const own = rows.get(statement.id)?.length ?? 0;
    if (taken + own > rowsPerPage && taken > 0) {
      pages.push([]);
      taken = 0;
    }
    taken += own;
    pages.at(-1)?.push(statement);
  }
  return pages;
}
