import type { SetupFile } from '../contract/upkeep';
import type { ProjectId } from '../domain/ids';
import { viewOf } from './open-project-settings';
import type { ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';

type Project = Omit<ProjectFacts, 'types'>;
type FileSettings = SetupFile['settings'][number]['settings'];
type FileGate = SetupFile['gates'][number]['gate'];

interface Homes {
  readonly byKey: ReadonlyMap<string, Project>;
  readonly byId: ReadonlyMap<string, Project>;
  readonly isSameSite: boolean;
}

/** Where the file's projects are on this site. */
export function homesOf({ projects: named }: SetupFile, projects: readonly Project[]): Homes {
  const byKey = new Map(projects.map((project) => [project.key, project]));
  const found = named.flatMap(({ id, key }) => {
    const project = byKey.get(key);
    return project ? [[id, project] as const] : [];
  });
  return { byKey, byId: new Map(found), isSameSite: named.every(({ id, key }) => byKey.get(key)?.id === id) };
}

export interface Decisions {
  readonly project: Project;
  readonly settings: FileSettings | undefined;
  readonly gate: FileGate | undefined;
}

/** What a file says of projects that are here. Boards, fields and types go by ids of the site they were chosen on. */
export function decisionsIn(file: SetupFile, here: Homes): readonly Decisions[] {
  const keys = [...new Set([...file.settings, ...file.gates].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const project = here.byKey.get(key);
    const settings = file.settings.find((own) => own.key === key)?.settings;
    const gate = file.gates.find((own) => own.key === key)?.gate;
    if (!project) return [];
    if (here.isSameSite) return [{ project, settings, gate }];
    const rows = gate?.rows.filter(({ typeIds }) => typeIds === null) ?? [];
    return [
      {
        project,
        settings: settings && { ...settings, itemTypes: null, boardId: null, effort: null },
        gate: gate && rows.length > 0 ? { ...gate, rows } : undefined,
      },
    ];
  });
}

export const differs = (site: SiteSettings, { project, settings, gate }: Decisions): boolean =>
  isOther(settings, viewOf(settingsOf(site, project.id))) || isOther(gate, gateIn(site, project.id));

// How often it was saved, and in which order its parts stand, says nothing about what was decided.
export const isOther = (said: object | undefined, here: object | undefined): boolean => said !== undefined && canonical(said) !== canonical(here);

const canonical = (said: object | undefined): string =>
  JSON.stringify({ ...said, revision: 0 }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );

/** What a file says of a project's gate. */
export function gateIn({ gates }: SiteSettings, id: ProjectId): FileGate | undefined {
  const kept = gates[id];
  return kept && { whenJiraIsDown: kept.whenJiraIsDown, rows: kept.rows.map(({ typeIds, mode }) => ({ typeIds: typeIds && [...typeIds], mode })) };
}
