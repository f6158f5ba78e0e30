import type { Input, Output } from '../contract';
import type { SetupChoices } from '../contract/setup';
import type { ProjectId } from '../domain/ids';
import { changeSettings } from './changing-settings';
import { decisionsIn, differs, gateIn, homesOf, isOther, type Decisions } from './decisions-in-file';
import { inTurn } from './index-documents';
import { viewOf } from './open-project-settings';
import { Refusal } from './outcome';
import { choicesIn } from './plan-setup';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { boardOf, decided, isReadAnew, mostCharacters } from './save-project-settings';

/** What was decided on this site, without ids that mean nothing elsewhere but those of projects, which go by their keys. */
export async function exportSetup(ports: Pick<Ports, 'settings' | 'projects'>): Promise<Output<'exportSetup'>> {
  const [settings, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const choices = choicesIn(settings);
  const named = projects.filter(({ id }) => isNamed(choices, id) || settings.projects[id] !== undefined || settings.gates[id] !== undefined);
  return {
    kind: 'groundwork-setup',
    v: 1,
    projects: named.map(({ id, key }) => ({ id, key })),
    choices,
    settings: named.flatMap(({ id, key }) => (settings.projects[id] ? [{ key, settings: viewOf(settingsOf(settings, id)) }] : [])),
    gates: named.flatMap(({ id, key }) => {
      const gate = gateIn(settings, id);
      return gate ? [{ key, gate }] : [];
    }),
  };
}

const lists = ['statementProjects', 'backlogProjects', 'ticketProjects', 'openProjects'] as const;
const isNamed = (choices: SetupChoices, id: ProjectId): boolean => lists.some((list) => choices[list].includes(id));

/** What a file would choose and decide here. */
export async function readSetupFile(ports: Pick<Ports, 'settings' | 'projects'>, { file }: Input<'readSetupFile'>): Promise<Output<'readSetupFile'>> {
  const [settings, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const here = homesOf(file, projects);
  const moved = (ids: readonly ProjectId[]): ProjectId[] => ids.flatMap((id) => here.byId.get(id)?.id ?? []);
  const { choices } = file;
  return {
    choices: {
      ...choices,
      statementProjects: moved(choices.statementProjects),
      backlogProjects: moved(choices.backlogProjects),
      ticketProjects: moved(choices.ticketProjects),
      openProjects: moved(choices.openProjects),
      // Types, screens and lines go by ids of the site they were chosen on.
      ...(!here.isSameSite && { adopt: { types: {}, links: {}, own: moved(choices.adopt.own) }, screens: null, leftOut: [] }),
    },
    settings: decisionsIn(file, here)
      .filter((said) => differs(settings, said))
      .map(({ project: { id, key, name } }) => ({ id, key, name })),
    missing: [...new Set([...file.projects, ...file.settings, ...file.gates].map(({ key }) => key))].filter((key) => !here.byKey.has(key)),
  };
}

/** Settings of projects are saved as their admins save them: whoever has an older version open is told. */
export async function importSettings(
  ports: Pick<Ports, 'settings' | 'projects' | 'runs' | 'clock'>,
  { file }: Input<'importSettings'>,
): Promise<Output<'importSettings'>> {
  const [before, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const said = decisionsIn(file, homesOf(file, projects)).filter((own) => differs(before, own));
  const boards = new Map(await inTurn(said, async ({ project, settings }) => [project.id, settings ? await boardOf(ports, settings) : {}] as const));
  const after = await changeSettings(ports, (site) => {
    const next = said.reduce((sum, own) => withDecisions(sum, own, boards.get(own.project.id) ?? {}), site);
    if (JSON.stringify(next.projects).length > mostCharacters)
      throw new Refusal('too-large', 'The settings of all projects together are too long. Import fewer.');
    return next;
  });
  const anew = said.filter(({ project: { id } }) => after.backlogProjects.includes(id) && isReadAnew(settingsOf(before, id), settingsOf(after, id)));
  for (const { project } of anew) await ports.runs.push({ v: 1, kind: 'rebuild', projectId: project.id, token: String(ports.clock.now()) });
  if (said.length > 0) await ports.runs.push({ v: 1, kind: 'refresh' });
  return { changed: said.map(({ project }) => project.id) };
}

function withDecisions(site: SiteSettings, { project, settings, gate }: Decisions, ofBoard: Awaited<ReturnType<typeof boardOf>>): SiteSettings {
  const { revision } = settingsOf(site, project.id);
  return {
    ...site,
    ...(isOther(settings, viewOf(settingsOf(site, project.id))) &&
      settings && { projects: { ...site.projects, [project.id]: decided({ ...settings, revision }, ofBoard) } }),
    ...(isOther(gate, gateIn(site, project.id)) && gate && { gates: { ...site.gates, [project.id]: { projectKey: project.key, ...gate, isToDo: true } } }),
  };
}
