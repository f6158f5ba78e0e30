import type { ProjectId } from '../domain/ids';
import { documentOf, inTurn, readContent } from './index-documents';
import type { Ports } from './ports';

/** Where the reading of a project's issues has got to. */
export interface RebuildState {
  readonly token: string;
  /** Jira's word for the next page; null at the start. */
  readonly after: string | null;
  readonly done: number;
  readonly of: number;
  readonly isFinished: boolean;
  /** No reading of this project was ever finished before. */
  readonly isFirst: boolean;
  /** Epoch seconds of the start. */
  readonly since: number;
}

export const rebuildPart = 'state';

/** How far the first reading of these projects has got; null where all of them were read once. */
export async function firstReading(
  ports: Pick<Ports, 'documents'>,
  projects: readonly ProjectId[],
): Promise<{ readonly done: number; readonly of: number } | null> {
  const states = await inTurn(projects, async (id) => (await readContent(await ports.documents.read(documentOf.rebuild(id)))).one<RebuildState>(rebuildPart));
  const reading = states.flatMap((state) => (state?.isFirst === true && !state.isFinished ? state : []));
  if (reading.length === 0) return null;
  return { done: reading.reduce((sum, { done }) => sum + done, 0), of: reading.reduce((sum, { done, of }) => sum + Math.max(done, of), 0) };
}
