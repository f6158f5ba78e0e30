import type * as z from 'zod/mini';
import type { panelShape } from '../contract/panel';
import type { QuoteView, StatementView, StrengthView } from '../contract/shapes';
import type { StatementId } from '../domain/ids';
import { secondsOf } from '../domain/index/digest';
import type { IndexedStatement } from '../domain/index/graph';
import { measure, strengthTable, summarise, type Measured } from '../domain/index/strength';
import type { CustomerMass, Params } from '../domain/score';
import { quoteView, readQuoted, sourceIn, spokenBy, type QuotePorts, type Quoted } from './reading-quotes';
import { readStored, see, speakingOn, type SeeingPorts, type Sight } from './seeing-index';

type CustomerRow = Extract<z.infer<typeof panelShape>, { role: 'statement' }>['customers'][number];

/** What backs a statement, over the statements that the person may browse. */
export interface Backing {
  readonly statement: StatementView;
  readonly strength: StrengthView;
  readonly trend: number[];
  readonly quotes: QuoteView[];
  readonly measured: QuoteView[];
  readonly against: QuoteView[];
  readonly customers: CustomerRow[];
}

type Needed = SeeingPorts & QuotePorts;

const usualQuotes = 3;
const mostCustomers = 50;

/** Statements the person may not browse, or that the index does not know yet, are not in the answer. */
export async function readBacking(
  ports: Needed,
  statementIds: readonly StatementId[],
  { quotes = usualQuotes, params }: { readonly quotes?: number; /** How the item's project weighs evidence. */ readonly params?: Params | undefined } = {},
): Promise<ReadonlyMap<StatementId, Backing>> {
  if (statementIds.length === 0) return new Map();
  const stored = await readStored(ports);
  const visible = await ports.permissions.browsable([...speakingOn(statementIds, stored.strengths.rows(strengthTable))]);
  const sight = see(ports, stored, visible, params && { params, strengths: new Map() });
  const targets = [...new Set(statementIds)].flatMap((id) => sight.graph.statements.get(id) ?? []);
  await sight.digests.load(targets.flatMap((target) => sight.graph.sourcesOf(target).map(([id]) => id)));
  const measured = targets.map((target) => ({
    target,
    said: measure(target, sight.graph.sourcesOf(target), sight.graph, sight.digests.rowsOf, sight.context),
  }));
  const chosen = measured.map(({ target, said }) => ({ target, said, shown: chooseQuotes(said, quotes) }));
  const quoted = await readQuoted(
    ports,
    chosen.flatMap(({ shown }) => [...shown.quotes, ...shown.measured, ...shown.against].map(({ record }) => record)),
  );
  return new Map(chosen.map(({ target, said, shown }) => [target.id, backingOf(target, said, shown, quoted, sight, ports.clock.now())]));
}

function chooseQuotes({ aggregate, records }: Measured, most: number) {
  const { supporters, opponents } = aggregate;
  return {
    quotes: spokenBy(
      supporters.filter(({ isAggregate }) => !isAggregate),
      records,
    ).slice(0, most),
    measured: spokenBy(
      supporters.filter(({ isAggregate }) => isAggregate),
      records,
    ).slice(0, most),
    against: spokenBy(opponents, records).slice(0, most),
  };
}

function backingOf(
  target: IndexedStatement,
  said: Measured,
  shown: ReturnType<typeof chooseQuotes>,
  quoted: Quoted,
  { customers, params }: Sight,
  now: number,
): Backing {
  const { value, customers: customersFor, customersAgainst, records } = summarise(said, params.a0);
  const view = (spoken: (typeof shown)['quotes']): QuoteView[] => spoken.flatMap((own) => quoteView(own, quoted, customers));
  const rows = [
    ...said.aggregate.supporters.map((own) => ({ own, stance: 'for' as const })),
    ...said.aggregate.opponents.map((own) => ({ own, stance: 'against' as const })),
  ];
  return {
    statement: statementView(target),
    strength: { value, customersFor, customersAgainst, records },
    trend: trendOf(said, now),
    quotes: view(shown.quotes),
    measured: view(shown.measured),
    against: view(shown.against),
    customers: rows
      .sort((a, b) => b.own.mass - a.own.mass)
      .slice(0, mostCustomers)
      .flatMap(({ own, stance }) => customerRow(own, stance, said, customers)),
  };
}

function customerRow(own: CustomerMass, stance: CustomerRow['stance'], { records }: Measured, customers: Sight['customers']): CustomerRow[] {
  const spoken = spokenBy([own], records);
  const source = spoken[0] && sourceIn(spoken[0].record);
  if (source === undefined) return [];
  const customer = own.key.startsWith('@') ? customers.get(own.key.slice(1)) : undefined;
  const newest = spoken.reduce((latest, { record }) => Math.max(latest, record.day), 0);
  return [
    {
      customer: customer ? { id: customer.id, name: customer.name } : null,
      source,
      stance,
      messages: spoken.length,
      countsAs: own.mass,
      newest: secondsOf(newest),
    },
  ];
}

const monthsShown = 12;

function trendOf({ records }: Measured, now: number): number[] {
  const current = monthOf(now);
  const perMonth = new Array<number>(monthsShown).fill(0);
  for (const { day } of records) {
    const at = monthsShown - 1 - (current - monthOf(secondsOf(day)));
    if (at >= 0 && at < monthsShown) perMonth[at] = (perMonth[at] ?? 0) + 1;
  }
  return perMonth;
}

function monthOf(seconds: number): number {
  const date = new Date(seconds * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A statement as pages show it: without its links. */
export const statementView = ({ id, key, kind, projectId, sentence, isClosed, isRestricted, stakeholder, job }: IndexedStatement): StatementView => ({
  id,
  key,
  kind,
  projectId,
  sentence,
  isClosed,
  isRestricted,
  stakeholder,
  job,
});
