import type { Access } from './operation';

/** Who calls: roles in the project that is their own. A Jira admin is one of its admins, too; an outsider is in no role of it. */
export const people = ['jira-admin', 'project-admin', 'editor', 'viewer', 'outsider', 'anonymous'] as const;
export type Person = (typeof people)[number];

/** Where what is asked for lies; `restricted` is an issue behind a security level that none of them has. */
export const places = ['own-project', 'other-project', 'security-level', 'missing'] as const;
export type Place = (typeof places)[number];

/** What a caller hears: an answer, or one of the two refusals. */
export type Cell = 'answer' | 'forbidden' | 'not-found';

const all: Readonly<Record<Exclude<Person, 'anonymous'>, Cell>> = {
  'jira-admin': 'answer',
  'project-admin': 'answer',
  editor: 'answer',
  viewer: 'answer',
  outsider: 'not-found',
};

/** In the caller's own project. A viewer may know that a thing is there, so that "you may not" tells nothing new. */
const inOwnProject = {
  'issue browse': all,
  'issue edit': { ...all, viewer: 'forbidden' },
  'issue link': { ...all, viewer: 'forbidden' },
  'issue schedule': { ...all, viewer: 'forbidden' },
  // As long as the project's admins have not opened it to everyone who may edit.
  'issue exempt': { ...all, editor: 'forbidden', viewer: 'forbidden' },
  'project browse': all,
  'project create-issues': { ...all, viewer: 'forbidden' },
  'project schedule-issues': { ...all, viewer: 'forbidden' },
  'project administer': { ...all, editor: 'forbidden', viewer: 'forbidden' },
} as const satisfies Record<string, typeof all>;

/**
 * The expected cell of the operations table: one right, one caller, one place. Nobody hears a difference between what is hidden
 * and what is missing, and who is not logged in hears the same everywhere.
 */
export function cellOf(access: Access, person: Person, place: Place): Cell {
  if (person === 'anonymous') return 'forbidden';
  if (access.on === 'site') return person === 'jira-admin' ? 'answer' : 'forbidden';
  // Whoever the site refuses hears of no project; both projects of the table are chosen.
  if (access.on === 'chosen-project') return person === 'jira-admin' && place === 'missing' ? 'not-found' : 'answer';
  if (access.on === 'unlooked-at') return 'answer';
  // Whatever became of their rights since, what they began is theirs; all that lies elsewhere is somebody else's.
  if (access.on === 'own-work') return access.input === undefined || place === 'own-project' ? 'answer' : 'not-found';
  // A project has no security level: seen from there it is one's own.
  const isOwn = place === 'own-project' || (access.on === 'project' && place === 'security-level');
  return isOwn ? inOwnProject[rowOf(access)][person] : 'not-found';
}

type Row = keyof typeof inOwnProject;

function rowOf(access: Extract<Access, { readonly on: 'issue' | 'project' }>): Row {
  return access.on === 'issue' ? `issue ${access.right}` : `project ${access.right}`;
}
