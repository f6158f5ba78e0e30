import type { Listing } from '../contract/saved-views';
import type { AccountId, ProjectId } from '../domain/ids';

/** A way to look at a project's list, under a name. */
export interface SavedView {
  readonly id: string;
  readonly projectId: ProjectId;
  readonly owner: AccountId;
  readonly name: string;
  /** With everybody who may read the project. */
  readonly isShared: boolean;
  /** How often it was saved. */
  readonly version: number;
  readonly listing: Listing;
}

export interface SavedViewsPort {
  /** Shared ones and the person's own. */
  of(projectId: ProjectId, person: AccountId): Promise<readonly SavedView[]>;
  read(projectId: ProjectId, id: string): Promise<SavedView | undefined>;
  /** As the version that follows; undefined: the stored one is not the version that was read. */
  save(view: SavedView): Promise<SavedView | undefined>;
  remove(view: SavedView): Promise<void>;
  /** undefined: the person never chose. */
  columnsOf(projectId: ProjectId, person: AccountId): Promise<readonly string[] | undefined>;
  chooseColumns(projectId: ProjectId, person: AccountId, columns: readonly string[]): Promise<void>;
}
