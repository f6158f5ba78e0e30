import type { SetupChoices } from '../../../../src/contract/setup';

const projectLists = ['statementProjects', 'backlogProjects', 'ticketProjects', 'openProjects'] as const;
export type ProjectList = (typeof projectLists)[number];

/** What a tick in a list says of a project. */
export const listWords = {
  statementProjects: 'statements are written here',
  backlogProjects: 'its backlog is ranked',
  ticketProjects: 'its tickets are tagged',
  openProjects: 'its numbers may be seen by readers of the ranked projects',
} as const satisfies Record<ProjectList, string>;

/** Answers that are one whole: theirs count unless this person gave another. */
const answers = ['screens', 'sharedScheme'] as const satisfies readonly (keyof SetupChoices)[];
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Somebody else's choices with this person's own changes in them: a tick is on or off, so that two people never dispute one. */
export function merged(before: SetupChoices, mine: SetupChoices, theirs: SetupChoices): SetupChoices {
  const both = <Item>(list: (choices: SetupChoices) => readonly Item[]): Item[] => {
    const removed = list(before).filter((item) => !list(mine).includes(item));
    const added = list(mine).filter((item) => !list(before).includes(item));
    return [...new Set([...list(theirs).filter((item) => !removed.includes(item)), ...added])];
  };
  return {
    ...mine,
    statementProjects: both((choices) => choices.statementProjects),
    backlogProjects: both((choices) => choices.backlogProjects),
    ticketProjects: both((choices) => choices.ticketProjects),
    openProjects: both((choices) => choices.openProjects),
    leftOut: both((choices) => choices.leftOut),
    adopt: {
      types: byKind(before.adopt.types, mine.adopt.types, theirs.adopt.types),
      links: byKind(before.adopt.links, mine.adopt.links, theirs.adopt.links),
      own: both((choices) => choices.adopt.own),
    },
    ...Object.fromEntries(answers.filter((answer) => isSame(mine[answer], before[answer])).map((answer) => [answer, theirs[answer]])),
  };
}

/** Each kind is a choice of its own: theirs counts unless this person chose otherwise. */
function byKind<Adopted extends Readonly<Record<string, string | null | undefined>>>(before: Adopted, mine: Adopted, theirs: Adopted): Adopted {
  const chosen = [...new Set([...Object.keys(before), ...Object.keys(mine)])].filter((kind) => before[kind] !== mine[kind]);
  return { ...theirs, ...Object.fromEntries(chosen.map((kind) => [kind, mine[kind] ?? null])) };
}

/** What somebody else changed, one sentence each. */
export function changesBetween(before: SetupChoices, theirs: SetupChoices, nameOf: (id: string) => string): readonly string[] {
  const projects = projectLists.flatMap((list) => {
    const [was, is]: readonly (readonly string[])[] = [before[list], theirs[list]];
    if (!was || !is) return [];
    return [
      ...is.filter((id) => !was.includes(id)).map((id) => `${nameOf(id)}: ${listWords[list]}.`),
      ...was.filter((id) => !is.includes(id)).map((id) => `${nameOf(id)}: no longer “${listWords[list]}”.`),
    ];
  });
  const isAsBefore = isSame(before.leftOut, theirs.leftOut) && [...answers, 'adopt' as const].every((answer) => isSame(before[answer], theirs[answer]));
  const others = isAsBefore ? [] : ['What is left out, what of the site is used, or which screens show the field.'];
  return [...projects, ...others];
}
