import Button from '@atlaskit/button/new';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Listing, SavedViewShown } from '../../../../src/contract/saved-views';
import { leftBehind, reason } from '../../../parts/failure-words';
import { LookUp } from '../../../parts/states';
import { SaveViewForm } from './save-view-form';
import { sameListing } from './listing';
import { useSavingViews } from './use-saving-views';
import { useViews } from './views-queries';
import styles from './view-choices.module.css';

export interface ViewChoicesProps {
  readonly project: RankingView['project'];
  readonly opened: SavedViewShown | undefined;
  readonly listing: Listing;
  /** undefined: everything, in the evidence's order. */
  readonly onOpen: (view: SavedViewShown | undefined) => void;
  readonly onSaved: (viewId: string | undefined) => void;
}

/** Opens, saves, renames and deletes views; what was done can be undone. */
export function ViewChoices({ project, opened, listing, onOpen, onSaved }: ViewChoicesProps) {
  const { save, remove, rename, saving, failure } = useSavingViews(project.id, onSaved);
  const views = useViews(project.id, true);
  const isChanged = opened !== undefined && !sameListing(opened.listing, listing);
  return (
    <div className={styles.views}>
      <ul>
        <li>
          <button
            type="button"
            data-closes
            aria-current={opened === undefined}
            onClick={() => {
              onOpen(undefined);
            }}
          >
            All of {project.name}
          </button>
        </li>
        <LookUp query={views} what="the views">
          {(found) =>
            found.views.map((view) => (
              <li key={view.id}>
                <button
                  type="button"
                  data-closes
                  aria-current={view.id === opened?.id}
                  onClick={() => {
                    onOpen(view);
                  }}
                >
                  {view.name} {view.isShared && <span className={styles.shared}>shared</span>}
                </button>
              </li>
            ))
          }
        </LookUp>
      </ul>
      {opened?.mayChange === true && (
        <fieldset>
          <legend>{opened.name}</legend>
          {isChanged && (
            <Button
              appearance="primary"
              isLoading={saving}
              onClick={() => {
                save({ ...opened, listing }, opened);
              }}
            >
              Save changes
            </Button>
          )}
          <SaveViewForm
            key={opened.id}
            what="Rename"
            name={opened.name}
            isShared={opened.isShared}
            isBusy={saving}
            onSave={(name, isShared) => {
              rename(opened, name, isShared);
            }}
          />
          <Button
            appearance="subtle"
            data-closes
            onClick={() => {
              remove(opened);
            }}
          >
            Delete
          </Button>
        </fieldset>
      )}
      {opened?.mayChange === false && <p className={styles.note}>Shared by somebody else: only they or a project admin change it.</p>}
      <fieldset>
        <legend>Save what is shown as a new view</legend>
        <SaveViewForm
          key={`new-${opened?.id ?? ''}`}
          what="Save"
          name=""
          isShared={false}
          isBusy={saving}
          onSave={(name, isShared) => {
            save({ id: crypto.randomUUID(), version: 0, name, isShared, listing }, undefined);
          }}
        />
      </fieldset>
      {failure && (
        <p role="alert" className={styles.note}>
          {reason(failure)} {leftBehind(failure)}
        </p>
      )}
    </div>
  );
}
