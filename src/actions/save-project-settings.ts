import type { Input, Output } from '../contract';
import type { ProjectSettingsView } from '../contract/project-settings';
import { changeSettings } from './changing-settings';
import { viewOf } from './open-project-settings';
import { Refusal } from './outcome';
import type { Ports, ProjectSettings } from './ports';
import { ownEffort, settingsOf } from './project-settings';

type Needed = Pick<Ports, 'settings' | 'changes' | 'runs' | 'clock' | 'projects'>;

// All projects together must fit one stored record of 240 KiB.
export const mostCharacters = 200_000;

/** Saves what an admin decided, if nobody decided since; what it changes in the order is worked out in the background. */
export async function saveProjectSettings(ports: Needed, { projectId, settings }: Input<'saveProjectSettings'>): Promise<Output<'saveProjectSettings'>> {
  const estimation = settings.boardId === null ? undefined : await ports.projects.estimationOf(settings.boardId);
  const boardEffort = estimation && {
    fieldId: estimation.fieldId,
    unit: estimation.name.toLowerCase().startsWith('story point') ? 'story points' : estimation.name,
  };
  let before: ProjectSettings | undefined;
  const after = await changeSettings(ports, (site) => {
    before = settingsOf(site, projectId);
    if (before.revision !== settings.revision) throw new Refusal('conflict', 'Somebody else saved these settings since you opened them.');
    const changed = { ...site, projects: { ...site.projects, [projectId]: { ...decided(settings), ...(boardEffort && { boardEffort }) } } };
    if (JSON.stringify(changed.projects).length > mostCharacters)
      throw new Refusal('too-large', 'The settings of all projects together are too long. Shorten the lists.');
    return changed;
  });
  const now = settingsOf(after, projectId);
  const isReadAnew = JSON.stringify([before?.itemTypes, before && ownEffort(before)]) !== JSON.stringify([now.itemTypes, ownEffort(now)]);
  if (isReadAnew && after.backlogProjects.includes(projectId)) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token: String(ports.clock.now()) });
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { settings: viewOf(now) };
}

export function decided({ sources, revision, ...rest }: ProjectSettingsView): ProjectSettings {
  const said = Object.entries(sources).flatMap(([source, { trust = null, half = null, anchors = null } = {}]) =>
    trust === null && half === null && anchors === null ? [] : [[source, { trust, half, anchors }] as const],
  );
  return { ...rest, revision: revision + 1, params: said.length > 0 ? { sources: Object.fromEntries(said) } : {} };
}
