import * as z from 'zod/mini';
import { sources } from '../domain/evidence';
import { operation } from './operation';
import { projectIdShape } from './shapes';

const share = z.number().check(z.minimum(0), z.maximum(1));
const wordsShape = z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))).check(z.maxLength(100));

/** Where a source differs from its defaults: trust 0..1, half-life in days, and the pain (0..1) that raw values stand for. */
const sourceSettingsShape = z.object({
  trust: z.optional(share),
  half: z.optional(z.number().check(z.minimum(1), z.maximum(3650))),
  anchors: z.optional(z.array(z.tuple([z.number(), share])).check(z.minLength(2), z.maxLength(20))),
});

/** A project's own weights; what it leaves out keeps its default. */
export const sourcesShape = z.partialRecord(z.enum(sources), sourceSettingsShape);

export const projectSettingsShape = z.object({
  /** As read: who saves an older one is refused. */
  revision: z.int().check(z.minimum(0)),
  itemTypes: z.nullable(z.array(z.string().check(z.regex(/^\d{1,18}$/))).check(z.minLength(1), z.maxLength(100))),
  boardId: z.nullable(z.int().check(z.minimum(1))),
  effort: z.nullable(
    z.object({ fieldId: z.string().check(z.regex(/^(customfield_\d{1,12}|[a-z]{1,40})$/)), unit: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) }),
  ),
  sources: sourcesShape,
  stakeholders: wordsShape,
  jobs: wordsShape,
  segments: wordsShape,
  exempters: z.enum(['project-admins', 'editors']),
});
export type ProjectSettingsView = z.infer<typeof projectSettingsShape>;

const namedShape = z.object({ id: z.string(), name: z.string() });

const openedShape = z.object({
  project: z.object({ id: projectIdShape, key: z.string(), name: z.string(), style: z.enum(['company-managed', 'team-managed']) }),
  /** False: a Jira admin has not chosen the project for ranking yet. */
  isRanked: z.boolean(),
  settings: projectSettingsShape,
  /** Types that could be built. */
  types: z.array(z.extend(namedShape, { level: z.int() })),
  boards: z.array(z.object({ id: z.int(), name: z.string(), type: z.string() })),
  /** Number fields of the site. */
  fields: z.array(namedShape),
  /** The effort field to propose, and how it was found; null: it must be asked for. */
  effortFound: z.nullable(z.extend(namedShape, { by: z.enum(['board', 'site', 'type']) })),
  /** What statements and customers say already: to pick from. */
  used: z.object({ stakeholders: z.array(z.string()), jobs: z.array(z.string()), segments: z.array(z.string()) }),
});
export type ProjectSettingsPage = z.infer<typeof openedShape>;

export const projectSettingsOperations = {
  /** What the project's admin decides, with what there is to choose from. */
  openProjectSettings: operation({
    input: z.object({ projectId: projectIdShape }),
    output: openedShape,
    access: [{ on: 'project', input: 'projectId', right: 'administer' }],
    failures: ['not-found', 'forbidden'],
  }),
  /** Saves all of it, or answers conflict when somebody saved since it was read; the project is placed anew in the background. */
  saveProjectSettings: operation({
    input: z.object({ projectId: projectIdShape, settings: projectSettingsShape }),
    output: z.object({ settings: projectSettingsShape }),
    access: [{ on: 'project', input: 'projectId', right: 'administer' }],
    failures: ['not-found', 'forbidden', 'conflict', 'too-large'],
  }),
} as const;
