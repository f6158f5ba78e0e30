import type { ProjectId } from '../domain/ids';
import { numbersTable } from '../domain/index/backlog';
import { itemTable } from '../domain/index/items';
import { affordable, dueForWriting, pointsFor, publishedTable, writingsFor, type CurrentNumbers, type Writing } from '../domain/index/publishing';
import { countsForReadersOf } from '../domain/index/shared';
import { strengthTable } from '../domain/index/strength';
import { changedParts, documentOf, readContent, readRows, save, untilWritten } from './index-documents';
import type { Ports } from './ports';
import { readStored, see } from './seeing-index';
import { takePoints, untilNextHour } from './spending-points';

export type PublishPorts = Pick<Ports, 'documents' | 'permissions' | 'settings' | 'issues' | 'scoreField' | 'runs' | 'clock'>;

const rowsPerCall = 100;

/** Writes a project's shared numbers to its issues, where the rounded number changed, last touched first, inside the hour's points. */
export async function publish(ports: PublishPorts, projectId: ProjectId): Promise<void> {
  const { numbers, exists } = await currentNumbers(ports, projectId);
  const published = await readRows(await ports.documents.read(documentOf.published(projectId)), publishedTable);
  const now = ports.clock.now();
  // An issue that is gone from the index has no property to correct.
  const kept = new Map([...published].filter(([id]) => exists(id)));
  const due = dueForWriting(numbers, kept, now);
  const fieldId = writingsFor(due, kept, true).length > 0 ? await fieldOf(ports) : undefined;
  const writings = writingsFor(due, kept, fieldId !== undefined);
  const day = new Date(now * 1000).toISOString().slice(0, 10);
  for (let start = 0; start < writings.length; start += rowsPerCall) {
    const wanted = writings.slice(start, start + rowsPerCall);
    const rows = affordable(wanted, await takePoints(ports, 'publish', pointsFor(wanted)));
    await ports.issues.writeNumbers(rows.filter(({ toProperty }) => toProperty).map(({ id, score, customers }) => ({ id, score, customers, day })));
    const hasField = await writeField(ports, fieldId, rows);
    await remember(ports, projectId, rows, { at: now, exists, hasField });
    if (rows.length < wanted.length) {
      await ports.runs.push({ v: 1, kind: 'publish', projectId }, untilNextHour(now));
      return;
    }
  }
}

/** One point for the call and one for what it finds. What has to wait for the next hour's points catches up then. */
const fieldOf = async (ports: PublishPorts): Promise<string | undefined> => ((await takePoints(ports, 'publish', 2)) === 2 ? ports.scoreField.id() : undefined);

/** A site without the field, as after the app was installed again, still has its properties. */
async function writeField(ports: Pick<Ports, 'scoreField'>, fieldId: string | undefined, rows: readonly Writing[]): Promise<boolean> {
  const behind = rows.filter(({ toField }) => toField);
  return fieldId !== undefined && (behind.length === 0 || (await ports.scoreField.write(fieldId, behind)) === 'written');
}

interface Written {
  readonly at: number;
  readonly exists: (id: string) => boolean;
  readonly hasField: boolean;
}

async function remember(ports: PublishPorts, projectId: ProjectId, rows: readonly Writing[], { at, exists, hasField }: Written): Promise<void> {
  await untilWritten(async () => {
    const document = await ports.documents.read(documentOf.published(projectId));
    const published = await readRows(document, publishedTable);
    for (const id of published.keys()) if (!exists(id)) published.delete(id);
    for (const { id, score, customers, toProperty } of rows) {
      const before = published.get(id);
      const field = hasField ? score : before?.field;
      published.set(id, { id, score, customers, at: toProperty ? at : (before?.at ?? at), ...(field !== undefined && { field }) });
    }
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
