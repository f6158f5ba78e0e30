import type { ProjectId } from '../domain/ids';
import { documentOf, inTurn, readContent, type Content } from './index-documents';
import type { Ports, SiteSettings } from './ports';
import { indexedProjects } from './project-types';
import { scanPart, type Scan } from './scan-health';

export interface ProjectHealth {
  readonly projectId: ProjectId;
  readonly content: Content;
  readonly scan: Scan | undefined;
}

/** What a project's page looks at: the project itself, and behind a backlog every project in which statements are written. */
export const projectsBehind = (settings: SiteSettings, projectId: ProjectId): readonly ProjectId[] => {
  if (!indexedProjects(settings).includes(projectId)) return [];
  return settings.backlogProjects.includes(projectId) ? [...new Set([projectId, ...settings.statementProjects])] : [projectId];
};

export const readHealth = (ports: Pick<Ports, 'documents'>, projects: readonly ProjectId[]): Promise<readonly ProjectHealth[]> =>
  inTurn(projects, async (projectId) => {
    const content = await readContent(await ports.documents.read(documentOf.health(projectId)));
    return { projectId, content, scan: content.one<Scan>(scanPart) };
  });

export const isLooking = ({ scan }: ProjectHealth): boolean => scan !== undefined && !scan.isFinished;

/** A look that died is pushed on by the next one who asks; twice is once. */
export async function startScans(ports: Pick<Ports, 'runs'>, wanted: readonly ProjectHealth[], token: string): Promise<void> {
  for (const own of wanted) await ports.runs.push({ v: 1, kind: 'scan', projectId: own.projectId, token: isLooking(own) && own.scan ? own.scan.token : token });
}
