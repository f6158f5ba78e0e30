import type { Input, Output } from '../contract';
import type { ProjectSettingsView } from '../contract/project-settings';
import type { SetupChoices } from '../contract/setup';
import type { SetupFile } from '../contract/upkeep';
import type { ProjectId } from '../domain/ids';
import { changeSettings } from './changing-settings';
import { viewOf } from './open-project-settings';
import { Refusal } from './outcome';
import { choicesIn } from './plan-setup';
import type { Ports, ProjectFacts } from './ports';
import { settingsOf } from './project-settings';
import { decided, mostCharacters } from './save-project-settings';

type Project = Omit<ProjectFacts, 'types'>;

/** What was decided on this site, without ids that mean nothing elsewhere but those of projects, which go by their keys. */
export async function exportSetup(ports: Pick<Ports, 'settings' | 'projects'>): Promise<Output<'exportSetup'>> {
  const [settings, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const choices = choicesIn(settings);
  const named = projects.filter(({ id }) => isNamed(choices, id) || settings.projects[id] !== undefined);
  return {
    kind: 'groundwork-setup',
    v: 1,
    projects: named.map(({ id, key }) => ({ id, key })),
    choices,
    settings: named.flatMap(({ id, key }) => (settings.projects[id] ? [{ key, settings: viewOf(settingsOf(settings, id)) }] : [])),
  };
}

const lists = ['statementProjects', 'backlogProjects', 'ticketProjects', 'openProjects'] as const;
const isNamed = (choices: SetupChoices, id: ProjectId): boolean => lists.some((list) => choices[list].includes(id));

/** What a file would choose and decide here. */
export async function readSetupFile(ports: Pick<Ports, 'settings' | 'projects'>, { file }: Input<'readSetupFile'>): Promise<Output<'readSetupFile'>> {
  const [settings, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const here = homesOf(file, projects);
  const moved = (ids: readonly ProjectId[]): ProjectId[] => ids.flatMap((id) => here.byId.get(id)?.id ?? []);
  const isSameSite = file.projects.every(({ id, key }) => here.byKey.get(key)?.id === id);
  const { choices } = file;
  return {
    choices: {
      ...choices,
      statementProjects: moved(choices.statementProjects),
      backlogProjects: moved(choices.backlogProjects),
      ticketProjects: moved(choices.ticketProjects),
      openProjects: moved(choices.openProjects),
      // Types, screens and lines go by ids of the site they were chosen on.
      ...(!isSameSite && { adopt: { types: {}, links: {} }, screens: null, leftOut: [] }),
    },
    settings: file.settings.flatMap((own) => {
      const project = here.byKey.get(own.key);
      return project && !isSame(viewOf(settingsOf(settings, project.id)), own.settings) ? [{ id: project.id, key: project.key, name: project.name }] : [];
    }),
    missing: [...new Set([...file.projects, ...file.settings].map(({ key }) => key))].filter((key) => !here.byKey.has(key)),
  };
}

interface Homes {
  readonly byKey: ReadonlyMap<string, Project>;
  readonly byId: ReadonlyMap<string, Project>;
}

/** Where the file's projects are on this site. */
function homesOf({ projects: named }: SetupFile, projects: readonly Project[]): Homes {
  const byKey = new Map(projects.map((project) => [project.key, project]));
  const found = named.flatMap(({ id, key }) => {
    const project = byKey.get(key);
    return project ? [[id, project] as const] : [];
  });
  return { byKey, byId: new Map(found) };
}

// How often each was saved, and in which order its parts stand, says nothing about what was decided.
const isSame = (a: ProjectSettingsView, b: ProjectSettingsView): boolean => canonical({ ...a, revision: 0 }) === canonical({ ...b, revision: 0 });

const canonical = (settings: ProjectSettingsView): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );

/** Settings of projects are saved as their admins save them: whoever has an older version open is told. */
export async function importSettings(
  ports: Pick<Ports, 'settings' | 'projects' | 'runs'>,
  { file }: Input<'importSettings'>,
): Promise<Output<'importSettings'>> {
  const { settings: differing } = await readSetupFile(ports, { file });
  const wanted = new Map(file.settings.map(({ key, settings }) => [key, settings]));
  await changeSettings(ports, (site) => {
    const changed = differing.flatMap(({ id, key }) => {
      const own = wanted.get(key);
      return own ? [[id, decided({ ...own, revision: settingsOf(site, id).revision })] as const] : [];
    });
    const projects = { ...site.projects, ...Object.fromEntries(changed) };
    if (JSON.stringify(projects).length > mostCharacters) throw new Refusal('too-large', 'The settings of all projects together are too long. Import fewer.');
    return { ...site, projects };
  });
  if (differing.length > 0) await ports.runs.push({ v: 1, kind: 'refresh' });
  return { changed: differing.map(({ id }) => id) };
}
