import type { ProjectId } from '../ids';
import type { IndexedStatement } from './graph';

/** Numbers that every reader of a project may see count only unrestricted statements of that project and of those an admin declared open. */
export function countsForReadersOf(
  projectId: ProjectId,
  openProjects: readonly ProjectId[],
): (statement: Pick<IndexedStatement, 'projectId' | 'isRestricted'>) => boolean {
  const open = new Set([...openProjects, projectId]);
  return (statement) => !statement.isRestricted && open.has(statement.projectId);
}
