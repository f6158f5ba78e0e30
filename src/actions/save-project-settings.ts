import type { Input, Output } from '../contract';
import type { ProjectSettingsView } from '../contract/project-settings';
import { viewOf } from './open-project-settings';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import type { ProjectSettings } from './settings-ports';
import { ownEffort, settingsOf } from './project-settings';
import { fitting, savingThenReading } from './saving-then-reading';

type Needed = Pick<Ports, 'settings' | 'changes' | 'runs' | 'clock' | 'projects'>;

/** Saves what an admin decided, if nobody decided since; what it changes in the order is worked out in the background. */
export async function saveProjectSettings(ports: Needed, { projectId, settings }: Input<'saveProjectSettings'>): Promise<Output<'saveProjectSettings'>> {
  const read = await ports.settings.read();
  const before = settingsOf(read, projectId);
  if (before.revision !== settings.revision) throw changedSince();
  const next = decided(settings, await boardOf(ports, settings, before));
  const isRead = read.backlogProjects.includes(projectId) && isReadAnew(before, next);
  const after = await savingThenReading(ports, isRead ? [projectId] : [], (site) => {
    if (settingsOf(site, projectId).revision !== settings.revision) throw changedSince();
    return fitting({ ...site, projects: { ...site.projects, [projectId]: next } }, 'Shorten the lists.');
  });
  return { settings: viewOf(settingsOf(after, projectId)) };
}

const changedSince = (): Refusal => new Refusal('conflict', 'Somebody else saved these settings since you opened them.');

type OfBoard = Pick<ProjectSettings, 'boardEffort' | 'boardFilter'>;

/** What follows from the chosen board, as it is set up now; for a board that this person may not see, as it was when it was chosen. */
export async function boardOf(
  ports: Pick<Ports, 'projects'>,
  { boardId }: Pick<ProjectSettingsView, 'boardId'>,
  before: ProjectSettings,
  { subject }: { readonly subject: string } = { subject: 'The board' },
): Promise<OfBoard> {
  if (boardId === null) return {};
  const board = await ports.projects.board(boardId);
  if (!board && boardId === before.boardId) return ofBoardIn(before);
  if (!board) throw new Refusal('invalid', `${subject} is gone, or you may not see it. Nothing was changed. Choose another board.`);
  const { filterId, estimation } = board;
  if (!estimation) return { boardFilter: filterId };
  const unit = estimation.name.toLowerCase().startsWith('story point') ? 'story points' : estimation.name;
  return { boardFilter: filterId, boardEffort: { fieldId: estimation.fieldId, unit } };
}

export const ofBoardIn = ({ boardFilter, boardEffort }: ProjectSettings): OfBoard => ({
  ...(boardFilter !== undefined && { boardFilter }),
  ...(boardEffort && { boardEffort }),
});

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
