import type * as z from 'zod/mini';
import type { FailureCode } from './failures';

/**
 * Who may call. A right on an issue is enforced by Jira: the action's first call on that id runs as the user. A right on a
 * project or the site is checked before the action starts. Forbidden and missing look the same.
 */
export type Access =
  | { readonly on: 'issue'; readonly input: string; readonly right: 'browse' | 'edit' | 'link' | 'schedule' | 'exempt' }
  | { readonly on: 'project'; readonly input: string; readonly right: 'browse' | 'create-issues' | 'schedule-issues' | 'administer' }
  | { readonly on: 'site'; readonly right: 'administer-jira' }
  /** What the caller began: it is looked for under who asks, so that everybody else's is missing. Without an input: the list of it. */
  | { readonly on: 'own-work'; readonly input?: 'workId' }
  /** A project that a Jira admin chose in setup; asked beside the right to the site. */
  | { readonly on: 'chosen-project'; readonly input: string }
  /** No right is asked on it, and the answer tells nothing about it: what is hidden there answers as what is missing. */
  | { readonly on: 'unlooked-at'; readonly input: string };

export interface Operation<Input extends z.ZodMiniType, Output extends z.ZodMiniType> {
  readonly input: Input;
  readonly output: Output;
  readonly access: readonly Access[];
  /** It changes nothing, so that it may read while the rights are checked; nothing is answered before they are proven. */
  readonly isReading?: boolean;
  /** Beyond unexpected, jira-unavailable, quota and invalid, which every operation may answer. */
  readonly failures: readonly FailureCode[];
}

export const operation = <Input extends z.ZodMiniType, Output extends z.ZodMiniType>(definition: Operation<Input, Output>): Operation<Input, Output> =>
  definition;
