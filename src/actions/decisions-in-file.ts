import type { SetupFile } from '../contract/upkeep';
import type { ProjectId } from '../domain/ids';
import { viewOf } from './open-project-settings';
import type { Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';

type Project = Omit<ProjectFacts, 'types'>;
type FileSettings = SetupFile['settings'][number]['settings'];
type OfOneSite = 'itemTypes' | 'boardId' | 'effort';
type FileGate = SetupFile['gates'][number]['gate'];

interface Homes {
  readonly byKey: ReadonlyMap<string, Project>;
  readonly byId: ReadonlyMap<string, Project>;
  readonly isSameSite: boolean;
}

/** Where the file's projects are on this site. */
export function homesOf({ projects: named, cloudId }: SetupFile, projects: readonly Project[], here: Pick<Ports, 'cloudId'>): Homes {
  const byKey = new Map(projects.map((project) => [project.key, project]));
  const found = named.flatMap(({ id, key }) => {
    const project = byKey.get(key);
    return project ? [[id, project] as const] : [];
  });
  return { byKey, byId: new Map(found), isSameSite: cloudId === here.cloudId };
}

export interface Decisions {
  readonly project: Project;
  /** Of another site: without what goes by ids of that site. */
  readonly settings: (Omit<FileSettings, OfOneSite> & Partial<Pick<FileSettings, OfOneSite>>) | undefined;
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
    return [{ project, settings: settings && withoutIds(settings), gate: gate && rows.length > 0 ? { ...gate, rows } : undefined }];
  });
}

function withoutIds(settings: FileSettings): Omit<FileSettings, OfOneSite> {
  const { itemTypes, boardId, effort, ...rest } = settings;
  return rest;
}

/** What a project's settings would be; what the file cannot know stays as it is here. */
export function settingsWith(site: SiteSettings, { project, settings }: Decisions): FileSettings | undefined {
  return settings && { ...viewOf(settingsOf(site, project.id)), ...settings };
}

export const differs = (site: SiteSettings, said: Decisions): boolean =>
  isOther(settingsWith(site, said), viewOf(settingsOf(site, said.project.id))) || isOther(said.gate, gateIn(site, said.project.id));

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
