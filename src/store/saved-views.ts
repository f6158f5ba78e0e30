import type { ClockPort } from '../actions/ports';
import type { SavedView, SavedViewsPort } from '../actions/saved-views-port';
import type { AccountId, ProjectId } from '../domain/ids';
import { hashOf } from './hashing';
import { deleteEntity, getEntity, setEntities, transact } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';

const kept = shape<SavedView>('saved view');
const chosen = shape<{ readonly columns: readonly string[] }>('choice of columns');
/** More names than anybody reads through. */
const mostViews = 100;

const keyOf = ({ projectId, id }: Pick<SavedView, 'projectId' | 'id'>): string => `${projectId}.${id}`;
/** Views that one may see lie together: the project's shared ones, and each person's own. */
const shelfOf = (projectId: ProjectId, owner: AccountId | undefined): string => (owner === undefined ? projectId : `${projectId}.${hashOf(owner)}`);
const columnsKey = (projectId: ProjectId, person: AccountId): string => `columns.${projectId}.${hashOf(person)}`;

/** Views of the list under a name, and the columns that each person looks at. */
export const createSavedViews = (clock: ClockPort): SavedViewsPort => ({
  of: async (projectId, person) => {
    const onShelf = (owner: AccountId | undefined) =>
      ask('saved-view', { index: 'by-shelf', partition: shelfOf(projectId, owner), order: 'descending', limit: mostViews });
    const found = await Promise.all([onShelf(undefined), onShelf(person)]);
    return found.flat().map(({ value }) => kept.read(value.record));
  },
  read: async (projectId, id) => {
    const stored = await getEntity('saved-view', keyOf({ projectId, id }));
    return stored && kept.read(stored.record);
  },
  save: async (view) => {
    const next: SavedView = { ...view, version: view.version + 1 };
    const value = {
      shelf: shelfOf(view.projectId, view.isShared ? undefined : view.owner),
      at: clock.now(),
      version: next.version,
      record: kept.pack(next),
    };
    const when = view.version === 0 ? { absent: 'shelf' } : { attribute: 'version', is: view.version };
    return (await transact([{ entity: 'saved-view', key: keyOf(view), value, when }])) ? next : undefined;
  },
  remove: (view) => deleteEntity('saved-view', keyOf(view)),
  columnsOf: async (projectId, person) => {
    const stored = await getEntity('claim', columnsKey(projectId, person));
    return stored && chosen.read(stored.record).columns;
  },
  chooseColumns: (projectId, person, columns) =>
    setEntities([{ entity: 'claim', key: columnsKey(projectId, person), value: { kind: 'columns', at: clock.now(), record: chosen.pack({ columns }) } }]),
});
