import type { Input, Output } from '../contract';
import type { ProjectSettingsPage, ProjectSettingsView } from '../contract/project-settings';
import { sources } from '../domain/evidence';
import type { ProjectId } from '../domain/ids';
import { customerTable } from '../domain/index/customers';
import { statementTable } from '../domain/index/graph';
import { documentOf, readRows } from './index-documents';
import { notFound } from './outcome';
import type { Ports } from './ports';
import type { ProjectSettings, SiteSettings } from './settings-ports';
import type { SiteField } from './setup-ports';
import { settingsOf } from './project-settings';
import { kindOfType } from './reading-statements';
import { effortField, numberType } from './setup-facts';

type Needed = Pick<Ports, 'projects' | 'settings' | 'site' | 'documents' | 'permissions'>;

/** What the project's admin decides, with what there is to choose from; read as the person. */
export async function openProjectSettings(ports: Needed, { projectId }: Input<'openProjectSettings'>): Promise<Output<'openProjectSettings'>> {
  const [settings, project, boards, fields, used] = await Promise.all([
    ports.settings.read(),
    ports.projects.read('user', projectId),
    ports.projects.boards(projectId),
    ports.site.fields(),
    usedWords(ports, projectId),
  ]);
  if (!project) throw notFound();
  const { id, key, name, style, types } = project;
  const own = settingsOf(settings, projectId);
  return {
    project: { id, key, name, style },
    isRanked: settings.backlogProjects.includes(projectId),
    settings: viewOf(own),
    types: types.filter((type) => type.level >= 0 && kindOfType(settings, type.id) === undefined),
    boards: boards.map((board) => ({ id: board.id, name: board.name, type: board.type })),
    fields: fields.filter(isNumber).map((field) => ({ id: field.id, name: field.name })),
    effortFound: await findEffort(ports, settings, fields, own.boardId ?? boards.find(({ type }) => type === 'scrum')?.id),
    used,
  };
}

export function viewOf({ params, itemTypes, stakeholders, jobs, segments, boardEffort, boardFilter, ...rest }: ProjectSettings): ProjectSettingsView {
  const said = sources.flatMap((source) => {
    const { trust, half, anchors } = params.sources?.[source] ?? {};
    const own = {
      ...(trust != null && { trust }),
      ...(half != null && { half }),
      ...(anchors != null && { anchors: anchors.map(([raw, pain]) => [raw, pain] as [number, number]) }),
    };
    return Object.keys(own).length > 0 ? [[source, own] as const] : [];
  });
  return {
    ...rest,
    itemTypes: itemTypes && [...itemTypes],
    stakeholders: [...stakeholders],
    jobs: [...jobs],
    segments: [...segments],
    sources: Object.fromEntries(said),
  };
}

const isNumber = ({ custom }: SiteField): boolean => custom === numberType || custom === 'com.pyxis.greenhopper.jira:jsw-story-points';

/** By the board's estimation, else what setup found for the site, else by the type of a field; else it must be asked for. */
async function findEffort(
  ports: Pick<Ports, 'projects'>,
  { effort }: SiteSettings,
  fields: readonly SiteField[],
  boardId: number | undefined,
): Promise<ProjectSettingsPage['effortFound']> {
  const byBoard = boardId === undefined ? undefined : (await ports.projects.board(boardId))?.estimation;
  if (byBoard) return { id: byBoard.fieldId, name: byBoard.name, by: 'board' };
  const bySite = fields.find(({ id }) => id === effort?.fieldId);
  if (bySite) return { id: bySite.id, name: bySite.name, by: 'site' };
  const byType = effortField(fields);
  return byType ? { id: byType.id, name: byType.name, by: 'type' } : null;
}

const mostWords = 200;

// Only words of statements that this person may browse; segments are the team's own words for customers, not customers.
async function usedWords(ports: Pick<Ports, 'documents' | 'permissions'>, projectId: ProjectId): Promise<ProjectSettingsPage['used']> {
  const [graph, customers] = await Promise.all([ports.documents.read(documentOf.graph), ports.documents.read(documentOf.customers)]);
  const [statements, known] = await Promise.all([readRows(graph, statementTable), readRows(customers, customerTable)]);
  const spoken = [...statements.values()].filter(({ stakeholder, job }) => stakeholder !== undefined || job !== undefined);
  const visible = await ports.permissions.browsable(spoken.map(({ id }) => id));
  const near = spoken.filter(({ id }) => visible.has(id)).sort((a, b) => Number(b.projectId === projectId) - Number(a.projectId === projectId));
  return {
    stakeholders: distinct(near.flatMap(({ stakeholder }) => stakeholder ?? [])),
    jobs: distinct(near.flatMap(({ job }) => job ?? [])),
    segments: distinct([...known.values()].flatMap(({ segment }) => segment ?? [])),
  };
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].slice(0, mostWords).sort((a, b) => a.localeCompare(b));
