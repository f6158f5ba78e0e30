import { fieldIds } from './builtin';
import type { Project, Site } from './site';
import type { SiteData, SiteProject } from './site-data';

export interface ScreenTab {
  readonly id: number;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly tabs: readonly ScreenTab[];
}

export const defaultScreenId = 1;
const usual = [
  ...['summary', 'issuetype', 'description', 'priority', 'labels', 'components', 'assignee', 'reporter', 'duedate', 'security', 'parent', 'issuelinks'],
  ...['resolution', fieldIds.storyPoints, fieldIds.sprint, fieldIds.organisations],
];

export const holds = ({ tabs }: Screen, fieldId: string): boolean => tabs.some((tab) => tab.fieldIds.includes(fieldId));

/** Whether people see and set a field on a project's issues. Team-managed projects show Jira's own fields, and none that an app brings. */
export function isOnScreen(site: Site, project: Project, fieldId: string): boolean {
  if (project.screenId === undefined) return usual.includes(fieldId) || site.customFields.get(fieldId)?.moduleKey === undefined;
  const screen = site.screens.get(project.screenId);
  return screen !== undefined && holds(screen, fieldId);
}

/** Fields that may be given along with a step that shows this screen. */
export const fieldsOn = (site: Site, screenId: string | undefined): readonly string[] =>
  site.screens.get(Number(screenId))?.tabs.flatMap(({ fieldIds: ids }) => ids) ?? [];

const firstOwnId = 10_000;
const ownScreens = ({ projects }: SiteData) => projects.filter(({ style, screenId }) => style === 'company-managed' && screenId === undefined);

export function screenIdOf(data: SiteData, project: Pick<SiteProject, 'key' | 'screenId'>): number | undefined {
  const own = ownScreens(data).findIndex(({ key }) => key === project.key);
  return project.screenId ?? (own < 0 ? undefined : firstOwnId + own);
}

export function loadScreens(site: Site, data: SiteData): void {
  const add = (id: number, name: string, tabs: readonly ScreenTab[]) => site.screens.set(id, { id, name, description: '', tabs });
  const usualTab = (id: number): ScreenTab => ({ id, name: 'Field Tab', fieldIds: usual });
  add(defaultScreenId, 'Default Screen', [usualTab(defaultScreenId)]);
  ownScreens(data).forEach(({ name }, at) => add(firstOwnId + at, `${name}: default screen`, [usualTab(firstOwnId + at)]));
  for (const { id, name, tabs } of data.screens ?? []) add(id, name, tabs);
}
