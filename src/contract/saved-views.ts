import * as z from 'zod/mini';
import { operation } from './operation';
import { issueIdShape, projectIdShape, requestIdShape } from './shapes';

const word = z.string().check(z.minLength(1), z.maxLength(255));
const columnsShape = z.array(z.string().check(z.regex(/^[A-Za-z0-9._-]{1,64}$/))).check(z.maxLength(30));

/** What hides items: names and ids as Jira has them, so that a view still means the same when the list is another one. */
const filterShape = z.object({
  text: z.string().check(z.maxLength(255)),
  jql: z.string().check(z.maxLength(4_000)),
  typeId: z.nullable(z.string().check(z.maxLength(64))),
  status: z.nullable(word),
  epic: z.nullable(issueIdShape),
  label: z.nullable(word),
  component: z.nullable(word),
  stakeholder: z.nullable(word),
  segment: z.nullable(word),
});

/** How the list is looked at. */
const listingShape = z.object({
  filter: filterShape,
  level: z.enum(['all', 'top', 'leaf']),
  columns: columnsShape,
  /** A column beside those of the evidence; null: the evidence's own order. */
  orderBy: z.nullable(z.string().check(z.maxLength(64))),
});

const viewShape = z.object({
  id: requestIdShape,
  name: z.string(),
  isShared: z.boolean(),
  /** Whoever saves says which version was read. */
  version: z.int(),
  /** This person may change and delete it. */
  mayChange: z.boolean(),
  listing: listingShape,
});
export type SavedViewShown = z.output<typeof viewShape>;
export type Listing = z.output<typeof listingShape>;

const inProject = [{ on: 'project', input: 'projectId', right: 'browse' }] as const;

/** How people look at the list: views under a name, and the columns each person keeps. */
export const savedViewOperations = {
  /** The person's own views and those that are shared with the project's readers. */
  openViews: operation({
    input: z.object({ projectId: projectIdShape }),
    output: z.object({ views: z.array(viewShape) }),
    access: inProject,
    isReading: true,
    failures: ['not-found'],
  }),
  /** Makes a view (version 0) or changes it; a shared one is changed by its owner or a project admin. The same again changes nothing. */
  saveView: operation({
    input: z.object({
      projectId: projectIdShape,
      viewId: requestIdShape,
      version: z.int().check(z.minimum(0)),
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
      isShared: z.boolean(),
      listing: listingShape,
    }),
    output: viewShape,
    access: inProject,
    failures: ['not-found', 'forbidden', 'conflict'],
  }),
  /** Twice is once. */
  deleteView: operation({
    input: z.object({ projectId: projectIdShape, viewId: requestIdShape }),
    output: z.object({}),
    access: inProject,
    failures: ['not-found', 'forbidden'],
  }),
  /** Keeps which columns this person looks at in this project; the ranking answers them. */
  chooseColumns: operation({
    input: z.object({ projectId: projectIdShape, columns: columnsShape }),
    output: z.object({}),
    access: inProject,
    failures: ['not-found'],
  }),
} as const;
