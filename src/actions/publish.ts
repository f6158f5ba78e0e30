import type { ProjectId } from '../domain/ids';
import { numbersTable } from '../domain/index/backlog';
import { itemTable } from '../domain/index/items';
import { dueForWriting, publishedTable, rounded, type CurrentNumbers, type PublishedNumbers } from '../domain/index/publishing';
import { countsForReadersOf } from '../domain/index/shared';
import { strengthTable } from '../domain/index/strength';
import { changedParts, documentOf, readContent, readRows, save, untilWritten } from './index-documents';
import type { Ports } from './ports';
import { readStored, see } from './seeing-index';
import { takePoints, untilNextHour } from './spending-points';

export type PublishPorts = Pick<Ports, 'documents' | 'permissions' | 'settings' | 'issues' | 'runs' | 'clock'>;

const rowsPerCall = 100;

/** Writes a project's shared numbers to its issues, where the rounded number changed, last touched first, inside the hour's points. */
export async function publish(ports: PublishPorts, projectId: ProjectId): Promise<void> {
  const { numbers, exists } = await currentNumbers(ports, projectId);
  const published = await readRows(await ports.documents.read(documentOf.published(projectId)), publishedTable);
  const now = ports.clock.now();
  // An issue that is gone from the index has no property to correct.
  const kept = new Map([...published].filter(([id]) => exists(id)));
  const due = dueForWriting(numbers, kept, now);
  const day = new Date(now * 1000).toISOString().slice(0, 10);
  for (let start = 0; start < due.length; start += rowsPerCall) {
    const wanted = due.slice(start, start + rowsPerCall);
    // One for the call and one for each issue.
    const granted = await takePoints(ports, 'publish', wanted.length + 1);
    const rows = wanted.slice(0, Math.max(0, granted - 1));
    if (rows.length > 0) await ports.issues.writeNumbers(rows.map(({ id, score, customers }) => ({ id, score: rounded(score), customers, day })));
    await remember(ports, projectId, rows, now, exists);
    if (rows.length < wanted.length) {
      await ports.runs.push({ v: 1, kind: 'publish', projectId }, untilNextHour(now));
      return;
    }
  }
}

async function remember(
  ports: PublishPorts,
  projectId: ProjectId,
  rows: readonly CurrentNumbers[],
  at: number,
  exists: (id: string) => boolean,
): Promise<void> {
  await untilWritten(async () => {
    const document = await ports.documents.read(documentOf.published(projectId));
    const published = await readRows(document, publishedTable);
    for (const id of published.keys()) if (!exists(id)) published.delete(id);
    for (const { id, score, customers } of rows) published.set(id, { id, score: rounded(score), customers, at } satisfies PublishedNumbers);
    await save(ports, documentOf.published(projectId), document, changedParts(document, publishedTable, published.values()));
  });
}

async function currentNumbers(
  ports: PublishPorts,
  projectId: ProjectId,
): Promise<{ readonly numbers: readonly CurrentNumbers[]; readonly exists: (id: string) => boolean }> {
  const [{ openProjects }, stored, document] = await Promise.all([
    ports.settings.read(),
    readStored(ports),
    ports.documents.read(documentOf.ranking(projectId)),
  ]);
  const ranking = await readContent(document);
  const items = ranking.rows(itemTable);
  // Seen with the eyes of everybody who may read this project.
  const shared = new Set([...stored.statements.values()].filter(countsForReadersOf(projectId, openProjects)).map(({ id }) => id));
  const sight = see(ports, stored, shared);
  const problems = [...sight.graph.statements.values()].filter(({ kind, projectId: home }) => kind === 'problem' && home === projectId);
  const strengths = await sight.strengthsOf(problems);
  const books = stored.strengths.rows(strengthTable);
  const ofProblems = problems.flatMap(({ id }): CurrentNumbers[] => {
    const strength = strengths.get(id);
    // A problem on which nobody spoke has its starting value and nothing to publish.
    return strength === undefined || strength.records === 0
      ? []
      : [{ id, score: strength.value, customers: strength.customers, touched: books.get(id)?.book.touched ?? 0 }];
  });
  return { numbers: [...ranking.rows(numbersTable).values(), ...ofProblems], exists: (id) => items.has(id) || stored.statements.has(id) };
}
