import type { CustomerId, IssueId, ProjectId } from '../domain/ids';
import { customerTable, type IndexedCustomer } from '../domain/index/customers';
import { createGraph, statementTable, type IndexedStatement } from '../domain/index/graph';
import { solverTable, type IndexedItem, type Solver } from '../domain/index/items';
import { linkKey } from '../domain/links';
import { completeParams } from '../domain/score';
import { forgetNotes, linksGone } from './forgetting-notes';
import { changedParts, documentOf, readRows, save, untilWritten } from './index-documents';
import { itemFrom, notedLinks, statementFrom, type Notes } from './indexing-issues';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { createDigests } from './reading-digests';
import { updateDigests, type EvidenceNews } from './updating-digests';
import { openRankings, updateRanking, type ItemNews } from './updating-rankings';
import { openStrengths, updateStrengths } from './updating-strengths';

/** What the index does not know yet. */
export interface News {
  readonly issues: readonly IssueFacts[];
  /** Asked for and not answered: deleted, or hidden from the app. Never issues that could not be asked for. */
  readonly gone: readonly IssueId[];
  readonly evidence: readonly EvidenceNews[];
  /** Customers that speak in digests which were made anew. */
  readonly customers: readonly CustomerId[];
  /** Names or values of known customers changed. */
  readonly hasNewCustomers: boolean;
  /** Epoch seconds before the issues were read strictly; undefined where a search found them, which proves no link gone. */
  readonly readAt: number | undefined;
}

export const noNews: News = { issues: [], gone: [], evidence: [], customers: [], hasNewCustomers: false, readAt: undefined };

export type IndexPorts = Pick<Ports, 'documents' | 'evidence' | 'customers' | 'linkNotes' | 'settings' | 'projects' | 'gate' | 'clock'>;

export interface Updated {
  /** Projects whose shared numbers may have changed. */
  readonly projects: ReadonlySet<ProjectId>;
  readonly statements: ReadonlyMap<string, IndexedStatement>;
}

/**
 * Takes news into the index and computes what they can reach. Documents are read from the far end (places) to the near end
 * (digests) and written the other way round, each on condition: whoever computes from something older is refused at the next
 * document and starts again. Every step finds by itself what is stale, so a run that was killed half-way is finished by the next.
 */
export async function updateIndex(ports: IndexPorts, news: News, scoring: 'now' | 'later'): Promise<Updated> {
  const speaking = await updateDigests(ports, news.evidence);
  return untilWritten(() => attempt(ports, { ...news, customers: [...new Set([...news.customers, ...speaking])] }, scoring));
}

const mostCustomers = 100_000;

async function attempt(ports: IndexPorts, news: News, scoring: 'now' | 'later'): Promise<Updated> {
  const settings = await ports.settings.read();
  const now = ports.clock.now();
  const params = completeParams();
  const rankings = await openRankings(ports, settings.backlogProjects);
  const strengths = await openStrengths(ports);
  const solvers = await openTable(ports, documentOf.solvers, solverTable);
  const customers = await openTable(ports, documentOf.customers, customerTable);
  const statements = await openTable(ports, documentOf.graph, statementTable);

  const gone = linksGone(settings, news.issues, statements.rows, solvers.rows);
  const items = takeIn(settings, news, await notesOf(ports, settings, news.issues), statements.rows, solvers.rows);
  await takeInCustomers(ports, news, customers.rows);
  if (news.readAt !== undefined) await forgetNotes(ports, gone, news.readAt);
  await statements.save();
  await customers.save();
  await solvers.save();

  const graph = createGraph(statements.rows.values());
  const digests = createDigests(ports);
  const around = { settings, graph, digests, params, now, solvers: solvers.rows, customers: customers.rows };
  const current =
    scoring === 'later'
      ? undefined
      : await updateStrengths(
          ports,
          strengths,
          { statements: new Set(news.evidence.map(({ statementId }) => statementId)), hasNewCustomers: news.hasNewCustomers },
          around,
        );
  const projects = new Set<ProjectId>();
  for (const id of current?.changed ?? []) {
    const statement = statements.rows.get(id);
    if (statement) projects.add(statement.projectId);
  }
  for (const ranking of rankings) if ((await updateRanking(ports, ranking, items, current, around)) === 'placed') projects.add(ranking.projectId);
  return { projects, statements: statements.rows };
}

interface OpenTable<Row> {
  readonly save: () => Promise<void>;
  readonly rows: Map<string, Row>;
}

async function openTable<Row>(ports: Pick<Ports, 'documents'>, name: string, table: Parameters<typeof readRows<Row>>[1]): Promise<OpenTable<Row>> {
  const document = await ports.documents.read(name);
  const rows = await readRows(document, table);
  return { rows, save: () => save(ports, name, document, changedParts(document, table, rows.values())) };
}

async function notesOf(ports: Pick<Ports, 'linkNotes'>, settings: SiteSettings, issues: readonly IssueFacts[]): Promise<Notes> {
  const links = issues.flatMap((issue) => notedLinks(settings, issue).map(({ link }) => link));
  const notes = links.length > 0 ? await ports.linkNotes.read(links) : [];
  return new Map([...notes].map(([, note]) => [linkKey(note.link), note]));
}

// An issue is a statement, or an item, or neither, and may have been another before: it leaves everything that it no longer is.
function takeIn(settings: SiteSettings, news: News, notes: Notes, statements: Map<string, IndexedStatement>, solvers: Map<string, Solver>): ItemNews {
  const put = new Map<string, { readonly projectId: IssueFacts['projectId']; readonly item: IndexedItem }>();
  const gone = new Set<string>(news.gone);
  for (const issue of news.issues) {
    const statement = statementFrom(settings, issue, notes);
    const item = itemFrom(settings, issue, notes);
    if (statement) statements.set(issue.id, statement);
    else statements.delete(issue.id);
    if (item && item.serves.length > 0) solvers.set(issue.id, { id: item.id, key: item.key, done: item.done, serves: item.serves, projectId: issue.projectId });
    else solvers.delete(issue.id);
    if (item) put.set(issue.id, { projectId: issue.projectId, item });
    else gone.add(issue.id);
  }
  for (const id of news.gone) {
    statements.delete(id);
    solvers.delete(id);
  }
  return { put, gone };
}

// What counts as one voice is the median over all customers, so that those who never spoke belong here, too.
async function takeInCustomers(ports: Pick<Ports, 'customers'>, news: News, customers: Map<string, IndexedCustomer>): Promise<void> {
  const known = news.hasNewCustomers
    ? [...[...customers.values()].map(({ id }) => id), ...(await ports.customers.startingWith('', mostCustomers)).map(({ id }) => id)]
    : [];
  const wanted = new Set([...known, ...news.customers.filter((id) => !customers.has(id))]);
  // Read again by id: the list by name lags behind.
  const found = wanted.size > 0 ? await ports.customers.read([...wanted]) : [];
  for (const { id, name, value, segment } of found) customers.set(id, { id, name, value, segment: segment ?? null });
}
