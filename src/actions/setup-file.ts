import type { Input, Output } from '../contract';
import type { SetupChoices } from '../contract/setup';
import type { ProjectId } from '../domain/ids';
import { decisionsIn, differs, gateIn, homesOf, isOther, settingsWith, type Decisions } from './decisions-in-file';
import { inTurn } from './index-documents';
import { viewOf } from './open-project-settings';
import { choicesIn } from './plan-setup';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { boardOf, decided, isReadAnew, ofBoardIn } from './save-project-settings';
import { fitting, savingThenReading } from './saving-then-reading';

/** What was decided on this site, without ids that mean nothing elsewhere but those of projects, which go by their keys. */
export async function exportSetup(ports: Pick<Ports, 'settings' | 'projects' | 'cloudId'>): Promise<Output<'exportSetup'>> {
  const [settings, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const choices = choicesIn(settings);
  const named = projects.filter(({ id }) => isNamed(choices, id) || settings.projects[id] !== undefined || settings.gates[id] !== undefined);
  return {
    kind: 'groundwork-setup',
    v: 1,
    cloudId: ports.cloudId ?? '',
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
export async function readSetupFile(
  ports: Pick<Ports, 'settings' | 'projects' | 'cloudId'>,
  { file }: Input<'readSetupFile'>,
): Promise<Output<'readSetupFile'>> {
  const [settings, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const here = homesOf(file, projects, ports);
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
  ports: Pick<Ports, 'settings' | 'projects' | 'runs' | 'clock' | 'cloudId'>,
  { file }: Input<'importSettings'>,
): Promise<Output<'importSettings'>> {
  const [before, projects] = await Promise.all([ports.settings.read(), ports.projects.list('user')]);
  const said = decisionsIn(file, homesOf(file, projects, ports)).filter((own) => differs(before, own));
  if (said.length === 0) return { changed: [] };
  const boards = new Map(await inTurn(said, async (own) => [own.project.id, await boardIn(ports, before, own)] as const));
  const put = (site: SiteSettings) => said.reduce((sum, own) => withDecisions(sum, own, boards.get(own.project.id)), site);
  const next = put(before);
  const anew = said
    .map(({ project }) => project.id)
    .filter((id) => before.backlogProjects.includes(id) && isReadAnew(settingsOf(before, id), settingsOf(next, id)));
  await savingThenReading(ports, anew, (site) => fitting(put(site), 'Import fewer.'));
  return { changed: said.map(({ project }) => project.id) };
}

/** What follows from the board that a file names; undefined: it names none. */
async function boardIn(ports: Pick<Ports, 'projects'>, site: SiteSettings, { project, settings }: Decisions) {
  if (settings?.boardId === undefined) return undefined;
  return boardOf(ports, { boardId: settings.boardId }, settingsOf(site, project.id), { subject: `The board that the file names for ${project.name}` });
}

function withDecisions(site: SiteSettings, said: Decisions, ofBoard: Awaited<ReturnType<typeof boardIn>>): SiteSettings {
  const { project, gate } = said;
  const before = settingsOf(site, project.id);
  const settings = settingsWith(site, said);
  return {
    ...site,
    ...(isOther(settings, viewOf(before)) &&
      settings && { projects: { ...site.projects, [project.id]: decided({ ...settings, revision: before.revision }, ofBoard ?? ofBoardIn(before)) } }),
    ...(isOther(gate, gateIn(site, project.id)) && gate && { gates: { ...site.gates, [project.id]: { projectKey: project.key, ...gate, isToDo: true } } }),
  };
}
