import type { Input, Output } from '../contract';
import type { Contribution } from '../contract/ranking';
import { mostWords } from '../domain/evidence';
import { shortOrigin } from '../domain/index/digest';
import { itemTable, ranked, scoredItem, type IndexedItem } from '../domain/index/items';
import { measure, strengthTable, type Measured } from '../domain/index/strength';
import { compareIds, contributionsToProblem, coverThrough, weighRecord } from '../domain/score';
import { documentOf, readContent } from './index-documents';
import { notFound } from './outcome';
import type { Ports } from './ports';
import { ownWeights } from './own-weights';
import { statementView } from './read-backing';
import { quoteView, readQuoted, spokenBy, type QuotePorts, type Quoted, type Spoken } from './reading-quotes';
import { readStored, see, speakingOn, type SeeingPorts, type Sight } from './seeing-index';

type Needed = SeeingPorts & QuotePorts & Pick<Ports, 'documents'>;

/** Every record behind the problems that an item covers, and what each adds, over what this person may browse. */
export async function explainItem(ports: Needed, { projectId, issueId, wordsOf }: Input<'explainItem'>): Promise<Output<'explainItem'>> {
  const [settings, ranking, stored] = await Promise.all([
    ports.settings.read(),
    ports.documents.read(documentOf.ranking(projectId)).then(readContent),
    readStored(ports),
  ]);
  const items = ranking.rows(itemTable);
  const item = items.get(issueId);
  const relatives = item === undefined ? [] : relativesOf(item, ranked(items));
  const everything = see(ports, stored, new Set([...stored.statements.values()].map(({ id }) => id)));
  const stated = new Set([item, ...relatives].flatMap((own) => (own === undefined ? [] : [...own.serves.map(({ to }) => to), ...coveredBy(own, everything)])));
  const visible = await ports.permissions.browsable([issueId, ...relatives.map(({ id }) => id), ...speakingOn(stated, stored.strengths.rows(strengthTable))]);
  if (item === undefined || !visible.has(issueId)) throw notFound();

  const sight = see(ports, stored, visible, ownWeights(settings, projectId, ranking));
  const covering = item.serves.length > 0 ? [item] : relatives.filter(({ id }) => visible.has(id));
  const targets = [...new Set(covering.flatMap((own) => coveredBy(own, sight)))].sort(compareIds).flatMap((id) => sight.graph.statements.get(id) ?? []);
  await sight.digests.load(targets.flatMap((target) => sight.graph.sourcesOf(target).map(([id]) => id)));
  const explained = targets.map((target) => {
    const said = measure(target, sight.graph.sourcesOf(target), sight.graph, sight.digests.rowsOf, sight.context);
    return { target, said, spoken: spokenBy([...said.aggregate.supporters, ...said.aggregate.opponents], said.records) };
  });
  const asked = new Set<string>(wordsOf);
  const wanted = explained
    .flatMap(({ spoken }) => spoken)
    .filter(({ record }) => wordsOf === undefined || asked.has(record.id))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords);
  const quoted = await readQuoted(
    ports,
    wanted.map(({ record }) => record),
  );
  const origins = new Map(
    explained.flatMap(({ target }) =>
      sight.graph.sourcesOf(target).flatMap(([id]) => [...sight.digests.rowsOf(id)].map((row) => [row[0] as string, row[7]] as const)),
    ),
  );
  const problems = explained.map(({ target, said, spoken }) => ({
    statement: statementView(target),
    startingValue: sight.params.a0,
    value: said.aggregate.V,
    contributions: contributionsOf(said, spoken, { quoted, origins }, sight),
  }));
  const speaking = new Set(problems.flatMap(({ contributions }) => contributions.flatMap(({ customer }) => customer?.id ?? [])));
  const { arrRef } = sight;
  const customers = [...speaking].flatMap((id) => sight.customers.get(id) ?? []);
  return {
    problems,
    customers: customers.map(({ id, name, value, segment }) => ({ id, name, segment, worth: value === null || !arrRef ? null : value / arrRef })),
  };
}

const coveredBy = (item: IndexedItem, { graph, params }: Sight) =>
  coverThrough(graph.covers, params.defaultCover)(scoredItem(item, graph)).flatMap(({ problem }) => graph.statements.get(problem)?.id ?? []);

// Where an item states no problem, its stories or its epic speak for it.
function relativesOf(item: IndexedItem, items: ReadonlyMap<string, IndexedItem>): readonly IndexedItem[] {
  if (item.serves.length > 0) return [];
  const stories = [...items.values()].filter(({ parent, done }) => parent === item.id && done === null);
  const epic = item.parent === null ? undefined : items.get(item.parent);
  return stories.length > 0 ? stories : epic === undefined ? [] : [epic];
}

interface Read {
  readonly quoted: Quoted;
  readonly origins: ReadonlyMap<string, string>;
}

// A record that speaks both for and against is one contribution, under the stance with which it weighs more.
function contributionsOf({ aggregate }: Measured, spoken: readonly Spoken[], { quoted, origins }: Read, { customers, context }: Sight): Contribution[] {
  const counts = contributionsToProblem(aggregate);
  const first = new Map<string, Spoken>();
  for (const own of spoken) if (!first.has(own.record.id)) first.set(own.record.id, own);
  return [...first.values()].flatMap((own) =>
    quoteView(own, quoted, customers).map((view) => ({
      ...view,
      key: own.key,
      counts: counts[own.record.id] ?? 0,
      pain: weighRecord(own.record, context).pain,
      origin: shortOrigin(origins.get(own.record.id) ?? own.record.id),
      isRead: quoted.evidence.has(own.record.id),
    })),
  );
}
