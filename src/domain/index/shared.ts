import type { ProjectId } from '../ids';
import { fnv1a } from '../score/keyed-normal';
import type { IndexedStatement } from './graph';

/** Numbers that every reader of a project may see count only unrestricted statements of that project and of those an admin declared open. */
export function countsForReadersOf(
  projectId: ProjectId,
  openProjects: readonly ProjectId[],
): (statement: Pick<IndexedStatement, 'projectId' | 'isRestricted'>) => boolean {
  const open = new Set([...openProjects, projectId]);
  return (statement) => !statement.isRestricted && open.has(statement.projectId);
}

/** Who counts these statements, in one word: it differs wherever any project's shared numbers may. */
export function readersOf(statements: readonly Pick<IndexedStatement, 'projectId' | 'isRestricted'>[], openProjects: readonly ProjectId[]): string {
  const words = statements.map(({ projectId, isRestricted }) => (isRestricted ? '' : openProjects.includes(projectId) ? 'all' : projectId)).join();
  return `${String(words.length)}.${String(fnv1a(words))}`;
}
