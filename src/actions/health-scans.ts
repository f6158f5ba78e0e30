import { faultTable, healthTable, type KnownFault } from '../domain/health/rows';
import type { ProjectId } from '../domain/ids';
import { inOnePart, namesOf, rowsIn } from '../domain/index/tables';
import { documentOf, inTurn } from './index-documents';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { indexedProjects } from './project-types';
import { scanPart, type Scan } from './scan-health';

export interface ProjectHealth {
  readonly projectId: ProjectId;
  readonly faults: ReadonlyMap<string, KnownFault>;
  readonly scan: Scan | undefined;
  /** Some issue of it is known. */
  readonly hasRows: boolean;
}

/** What a project's page looks at: the project itself, and behind a backlog every project in which statements are written. */
export const projectsBehind = (settings: SiteSettings, projectId: ProjectId): readonly ProjectId[] => {
  if (!indexedProjects(settings).includes(projectId)) return [];
  return settings.backlogProjects.includes(projectId) ? [...new Set([projectId, ...settings.statementProjects])] : [projectId];
};

export const readHealth = (ports: Pick<Ports, 'documents'>, projects: readonly ProjectId[]): Promise<readonly ProjectHealth[]> =>
  inTurn(projects, async (projectId) => {
    const document = await ports.documents.read(documentOf.health(projectId));
    const parts = await document.parts([scanPart, ...namesOf(faultTable, document.names)]);
    return {
      projectId,
      faults: rowsIn(faultTable, parts),
      scan: inOnePart<Scan>(scanPart, parts.get(scanPart)),
      hasRows: namesOf(healthTable, document.names).length > 0,
    };
  });

export const isLooking = ({ scan }: ProjectHealth): boolean => scan !== undefined && !scan.isFinished;

// Longer than a slice may wait for the next hour's points.
const lostAfter = 1_200;

/** Starts these looks. One that is under way goes on by itself, unless its run was lost. */
export async function startScans(ports: Pick<Ports, 'runs' | 'clock'>, wanted: readonly ProjectHealth[], token: string): Promise<void> {
  for (const { projectId, scan } of wanted) {
    if (scan === undefined || scan.isFinished) await ports.runs.push({ v: 1, kind: 'scan', projectId, token });
    else if (ports.clock.now() - scan.movedAt > lostAfter) await ports.runs.push({ v: 1, kind: 'scan', projectId, token: scan.token });
  }
}
