import type { Input, Output } from '../contract';
import type { ProjectSettingsView } from '../contract/project-settings';
import { changeSettings } from './changing-settings';
import { viewOf } from './open-project-settings';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import type { ProjectSettings } from './settings-ports';
import { ownEffort, settingsOf } from './project-settings';

type Needed = Pick<Ports, 'settings' | 'changes' | 'runs' | 'clock' | 'projects'>;

// All projects together must fit one stored record of 240 KiB.
export const mostCharacters = 200_000;

/** Saves what an admin decided, if nobody decided since; what it changes in the order is worked out in the background. */
export async function saveProjectSettings(ports: Needed, { projectId, settings }: Input<'saveProjectSettings'>): Promise<Output<'saveProjectSettings'>> {
  const ofBoard = await boardOf(ports, settings);
  let before: ProjectSettings | undefined;
  const after = await changeSettings(ports, (site) => {
    before = settingsOf(site, projectId);
    if (before.revision !== settings.revision) throw new Refusal('conflict', 'Somebody else saved these settings since you opened them.');
    const changed = { ...site, projects: { ...site.projects, [projectId]: decided(settings, ofBoard) } };
    if (JSON.stringify(changed.projects).length > mostCharacters)
      throw new Refusal('too-large', 'The settings of all projects together are too long. Shorten the lists.');
    return changed;
  });
  const now = settingsOf(after, projectId);
  if (before && isReadAnew(before, now) && after.backlogProjects.includes(projectId))
    await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token: String(ports.clock.now()) });
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { settings: viewOf(now) };
}

type OfBoard = Pick<ProjectSettings, 'boardEffort' | 'boardFilter'>;

/** What follows from the chosen board, as it is set up now. */
export async function boardOf(ports: Pick<Ports, 'projects'>, { boardId }: Pick<ProjectSettingsView, 'boardId'>): Promise<OfBoard> {
  const board = boardId === null ? undefined : await ports.projects.board(boardId);
  if (!board) return {};
  const { filterId, estimation } = board;
  if (!estimation) return { boardFilter: filterId };
  const unit = estimation.name.toLowerCase().startsWith('story point') ? 'story points' : estimation.name;
  return { boardFilter: filterId, boardEffort: { fieldId: estimation.fieldId, unit } };
}

/** Whether other issues count, or other fields of them. */
export const isReadAnew = (before: ProjectSettings, now: ProjectSettings): boolean => read(before) !== read(now);

const read = (settings: ProjectSettings): string => JSON.stringify([settings.itemTypes, ownEffort(settings), settings.boardFilter]);

export function decided({ sources, revision, ...rest }: ProjectSettingsView, ofBoard: OfBoard): ProjectSettings {
  const said = Object.entries(sources).flatMap(([source, { trust = null, half = null, anchors = null } = {}]) =>
    trust === null && half === null && anchors === null ? [] : [[source, { trust, half, anchors }] as const],
  );
  const params = said.length > 0 ? { sources: Object.fromEntries(said) } : {};
  return { ...rest, revision: revision + 1, params, ...ofBoard };
}
