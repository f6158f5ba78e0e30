import type { SavedViewShown } from '../../../../src/contract/saved-views';
import { reason } from '../../../parts/failure-words';
import { flag } from '../../../forge';
import { useDeleteView, useSaveView } from './views-queries';

type ToSave = Pick<SavedViewShown, 'id' | 'version' | 'name' | 'isShared' | 'listing'>;

/** Saving, renaming and deleting a view, each with its undo. */
export function useSavingViews(projectId: string, onSaved: (viewId: string | undefined) => void) {
  const saving = useSaveView(projectId);
  const deleting = useDeleteView(projectId);
  const put = ({ id, version, name, isShared, listing }: ToSave) => saving.mutateAsync({ viewId: id, version, name, isShared, listing });
  const putBack = (view: ToSave): void => {
    put(view).then(({ id }) => {
      onSaved(id);
    }, failedWith('It couldn’t be undone'));
  };
  const takeOut = (id: string): void => {
    deleting.mutateAsync(id).then(() => {
      onSaved(undefined);
    }, failedWith('It couldn’t be undone'));
  };
  // The form says what went wrong.
  const failed = (): void => undefined;
  /** `before`: what the view was; undefined: it is new. */
  const save = (view: ToSave, before: SavedViewShown | undefined): void => {
    put(view).then((saved) => {
      onSaved(saved.id);
      const undo = (): void => {
        if (before) putBack({ ...before, version: saved.version });
        else takeOut(saved.id);
      };
      flag({ id: `view-${saved.id}`, kind: 'success', title: `View “${saved.name}” is saved`, act: { text: 'Undo', onClick: undo } });
    }, failed);
  };
  return {
    save,
    rename: (view: SavedViewShown, name: string, isShared: boolean): void => {
      save({ ...view, name, isShared }, view);
    },
    remove: (view: SavedViewShown): void => {
      deleting.mutateAsync(view.id).then(() => {
        onSaved(undefined);
        const undo = (): void => {
          putBack({ ...view, version: 0 });
        };
        flag({ id: `view-${view.id}`, kind: 'info', title: `View “${view.name}” is deleted`, act: { text: 'Undo', onClick: undo } });
      }, failedWith('It couldn’t be deleted'));
    },
    saving: saving.isPending,
    failure: saving.error ?? deleting.error,
  };
}

const failedWith =
  (title: string) =>
  (failure: unknown): void => {
    flag({ id: 'view-failed', kind: 'error', title, description: reason(failure instanceof Error ? failure : new Error(title)) });
  };
