import type * as z from 'zod/mini';
import type { panelShape } from '../contract/panel';
import type { QuoteView, StatementView, StrengthView } from '../contract/shapes';
import type { StatementId } from '../domain/ids';
import { secondsOf } from '../domain/index/digest';
import type { IndexedStatement } from '../domain/index/graph';
import { measure, strengthTable, summarise, type Measured } from '../domain/index/strength';
import { weighRecord, type CustomerMass, type EvidenceRecord, type Params } from '../domain/score';
import { quoteView, readQuoted, sourceIn, spokenBy, type QuotePorts, type Quoted, type Spoken } from './reading-quotes';
import { readStored, see, speakingOn, type SeeingPorts, type Sight } from './seeing-index';

type CustomerRow = Extract<z.infer<typeof panelShape>, { role: 'statement' }>['customers'][number];

/** What backs a statement, over the statements that the person may browse. */
export interface Backing {
  readonly statement: StatementView;
  readonly strength: StrengthView;
  readonly pieces: { readonly for: number; readonly against: number };
  readonly trend: number[];
  readonly quotes: QuoteView[];
  readonly measured: QuoteView[];
  readonly against: QuoteView[];
  readonly loudest: CustomerRow | null;
  readonly customers: CustomerRow[];
}

type Needed = SeeingPorts & QuotePorts;

const usualQuotes = 3;
// Whoever speaks against is few, and is shown whole where that is possible.
const mostAgainst = 12;
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
  const [said, measured] = [supporters.filter(({ isAggregate }) => !isAggregate), supporters.filter(({ isAggregate }) => isAggregate)];
  return {
    quotes: inTurns(spokenBy(said, records)).slice(0, most),
    measured: spokenBy(measured, records).slice(0, most),
    against: inTurns(spokenBy(opponents, records)).slice(0, Math.max(most, mostAgainst)),
  };
}

/** The strongest word of every customer first, then the second of each: three quotes are three voices where there are three. */
function inTurns(spoken: readonly Spoken[]): readonly Spoken[] {
  const turns = new Map<string, number>();
  const ranked = spoken.map((own) => {
    const turn = turns.get(own.key) ?? 0;
    turns.set(own.key, turn + 1);
    return { own, turn };
  });
  return ranked.sort((a, b) => a.turn - b.turn).map(({ own }) => own);
}

function backingOf(
  target: IndexedStatement,
  said: Measured,
  shown: ReturnType<typeof chooseQuotes>,
  quoted: Quoted,
  { customers, params, context }: Sight,
  now: number,
): Backing {
  const { value, customers: customersFor, customersAgainst, records } = summarise(said, params.a0);
  const view = (spoken: readonly Spoken[]): QuoteView[] => spoken.flatMap((own) => quoteView(own, quoted, customers));
  const { supporters, opponents } = said.aggregate;
  const rows = [...supporters.map((own) => ({ own, stance: 'for' as const })), ...opponents.map((own) => ({ own, stance: 'against' as const }))]
    .sort((a, b) => b.own.mass - a.own.mass)
    .flatMap(({ own, stance }) => customerRow(own, stance, { said, customers, context }));
  return {
    statement: statementView(target),
    strength: { value, customersFor, customersAgainst, records },
    pieces: { for: piecesOf(supporters, said).length, against: piecesOf(opponents, said).length },
    trend: trendOf(piecesOf(supporters, said), now),
    quotes: view(shown.quotes),
    measured: view(shown.measured),
    against: view(shown.against),
    loudest: rows.find(isLoud) ?? null,
    customers: rows.slice(0, mostCustomers),
  };
}

/** Records of the statement by whoever is among these. */
const piecesOf = (customers: readonly CustomerMass[], { records }: Measured): readonly EvidenceRecord[] => {
  const said = new Set(customers.flatMap(({ mentions }) => mentions.map(({ evidence }) => evidence)));
  return records.filter(({ id }) => said.has(id));
};

/** So many messages that reading their number would mislead. */
const isLoud = ({ stance, messages, countsAs }: CustomerRow): boolean => stance === 'for' && messages >= 5 && messages > 2 * countsAs;

function customerRow(
  own: CustomerMass,
  stance: CustomerRow['stance'],
  { said, customers, context }: Pick<Sight, 'customers' | 'context'> & { readonly said: Measured },
): CustomerRow[] {
  const spoken = spokenBy([own], said.records);
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
      strongest: Math.max(...spoken.map(({ record }) => weighRecord(record, context).pain)),
      newest: secondsOf(newest),
    },
  ];
}

const monthsShown = 12;

function trendOf(records: readonly EvidenceRecord[], now: number): number[] {
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
