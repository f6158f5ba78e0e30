import type { Input, Output } from '../contract';
import { notFound, Refusal } from './outcome';
import { shownTo } from './open-views';
import type { Caller, Ports } from './ports';
import type { SavedView } from './saved-views-port';

type Needed = Pick<Ports, 'savedViews' | 'permissions'>;

export async function saveView(
  ports: Needed,
  { projectId, viewId, version, name, isShared, listing }: Input<'saveView'>,
  caller: Caller,
): Promise<Output<'saveView'>> {
  const known = await ports.savedViews.read(projectId, viewId);
  if (known) await requireChange(ports, known, caller);
  const view: SavedView = { id: viewId, projectId, owner: known?.owner ?? caller.accountId, name, isShared, version, listing };
  if (known && says(known) === says(view)) return shownTo(known, true);
  const saved = await ports.savedViews.save(view);
  if (saved === undefined) throw new Refusal('conflict', 'Somebody changed or deleted this view meanwhile. Open it again, then save.');
  return shownTo(saved, true);
}

export async function deleteView(ports: Needed, { projectId, viewId }: Input<'deleteView'>, caller: Caller): Promise<Output<'deleteView'>> {
  const known = await ports.savedViews.read(projectId, viewId);
  if (!known) return {};
  await requireChange(ports, known, caller);
  await ports.savedViews.remove(known);
  return {};
}

/** A private view is its owner's alone, and looks missing to others; a shared one is also a project admin's. */
async function requireChange(ports: Needed, { owner, isShared, projectId }: SavedView, { accountId }: Caller): Promise<void> {
  if (owner === accountId) return;
  if (!isShared) throw notFound();
  if (await ports.permissions.hasProject(projectId, 'administer')) return;
  throw new Refusal('forbidden', 'Only whoever made a shared view, or a project admin, changes it. Save it under another name.');
}

const says = ({ name, isShared, listing }: SavedView): string => JSON.stringify([name, isShared, listing]);
