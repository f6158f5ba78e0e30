import type { Input, Output } from '../contract';
import type { SavedViewShown } from '../contract/saved-views';
import { compareIds } from '../domain/score';
import type { Caller, Ports } from './ports';
import type { SavedView } from './saved-views-port';

type Needed = Pick<Ports, 'savedViews' | 'permissions'>;

export async function openViews(ports: Needed, { projectId }: Input<'openViews'>, { accountId }: Caller): Promise<Output<'openViews'>> {
  const views = await ports.savedViews.of(projectId, accountId);
  const isAdmin = views.some(({ owner }) => owner !== accountId) && (await ports.permissions.hasProject(projectId, 'administer'));
  const shown = views.map((view) => shownTo(view, isAdmin || view.owner === accountId));
  return { views: shown.sort((a, b) => a.name.localeCompare(b.name) || compareIds(a.id, b.id)) };
}

/** Without a word on whose it is. */
export const shownTo = ({ id, name, isShared, version, listing }: SavedView, mayChange: boolean): SavedViewShown => ({
  id,
  name,
  isShared,
  version,
  mayChange,
  listing,
});
