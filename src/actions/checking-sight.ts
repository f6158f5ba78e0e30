import type { SetupCheck } from '../contract/upkeep';
import type { Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { itemTable } from '../domain/index/items';
import { documentOf, readRows } from './index-documents';
import { foundOn } from './keeping-to-boards';
import { settingsOf } from './project-settings';
import { indexedProjects, indexedTypes } from './project-types';

type Needed = Pick<Ports, 'projects' | 'issues' | 'permissions' | 'documents'>;
type Project = Omit<ProjectFacts, 'types'>;

/** Whether the app sees what it counts: it may be shut out of a project, or of issues by a security level. */
export async function checkSight(ports: Needed, settings: SiteSettings, projects: readonly Project[]): Promise<SetupCheck[]> {
  const chosen = indexedProjects(settings).flatMap((id) => projects.find((project) => project.id === id) ?? []);
  const checks = chosen.map(async (project) => [await checkProject(ports, settings, project), ...(await checkBoard(ports, settings, project))]);
  return (await Promise.all(checks)).flat();
}

/** As many issues as one question to the filter may name. */
const mostAsked = 50;

/** Whether the app may use the filter of the board whose backlog is ranked. */
async function checkBoard(ports: Needed, settings: SiteSettings, { id, name }: Project): Promise<SetupCheck[]> {
  const { boardId, boardFilter } = settingsOf(settings, id);
  if (boardId === null || boardFilter === undefined || !settings.backlogProjects.includes(id)) return [];
  const check = { id: `board.${id}`, title: `Board whose backlog is ranked in ${name}`, repair: null };
  const items = await readRows(await ports.documents.read(documentOf.ranking(id)), itemTable);
  const asked = [...items.values()].slice(0, mostAsked).map((item) => item.id);
  if (asked.length === 0)
    return [{ ...check, state: 'unknown', found: 'No work item is read yet, so the filter could not be tried.', means: '', steps: ['Check again later.'] }];
  if (await foundOn(ports, boardFilter, asked)) return [{ ...check, state: 'fine', found: 'The app can use the filter of the board.', means: '', steps: [] }];
  const board = (await ports.projects.boards(id)).find((own) => own.id === boardId)?.name ?? String(boardId);
  return [
    {
      ...check,
      state: 'broken',
      found: `The app cannot use the filter of the board ${board}.`,
      means: 'Nobody knows what came onto the board or left it: known work items stay as they were, and new ones are all ranked.',
      steps: [`Share the filter of board ${board} with the project ${name}.`, 'Check again.'],
    },
  ];
}

async function checkProject(ports: Needed, settings: SiteSettings, project: Project): Promise<SetupCheck> {
  const check = { id: `sight.${project.id}`, title: `What Groundwork may see in ${project.name}`, repair: null };
  const [seen, typeIds] = [await ports.projects.read('app', project.id), await indexedTypes(ports, settings, project.id)];
  if (!seen)
    return {
      ...check,
      state: 'broken',
      found: 'The project is closed to the app.',
      means: 'Nothing in it is counted, and the gate lets its epics through.',
      steps: [`Open the settings of ${project.name}, People.`, 'Give the Groundwork app the role atlassian-addons-project-access.', 'Check again.'],
    };
  if (typeIds.length === 0) return { ...check, state: 'fine', found: 'The project is open to the app. No work type of it is read.', means: '', steps: [] };
  // A Jira admin sees that a project exists, and may still be no one in it.
  if (!(await ports.permissions.hasProject(project.id, 'browse')))
    return {
      ...check,
      state: 'unknown',
      found: 'The project is open to the app. You may not browse it, so the two views could not be compared.',
      means: 'Issues behind a security level may be missing from the numbers.',
      steps: [`Have a Jira admin check who may browse ${project.name}.`],
    };
  const query = { projectId: project.id, typeIds };
  const [byAdmin, byApp] = await Promise.all([ports.issues.count('user', query), ports.issues.count('app', query)]);
  if (byAdmin <= byApp) return { ...check, state: 'fine', found: `The app sees all ${String(byApp)} issues that you see.`, means: '', steps: [] };
  return {
    ...check,
    state: 'broken',
    found: `You see ${String(byAdmin - byApp)} issues that the app does not: a security level keeps it out.`,
    means: 'They count for nobody, and an epic that solves one of these problems is not known to.',
    steps: ['Open the security scheme of the project.', 'Add the project role atlassian-addons-project-access to the level.', 'Check again.'],
  };
}
