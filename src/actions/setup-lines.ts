import type { SetupChoices, SetupLine } from '../contract/setup';
import { linkKinds, type LinkKind } from '../domain/link-kinds';
import { statementKinds, statementWords, type StatementKind } from '../domain/statements';
import { allLinkKinds, chosenProjects, isNameTaken, linkTypeOf, notedLinks, type SetupFacts } from './setup-facts';
import { freeTypes, typeOf } from './setup-types';
import { fieldLines } from './setup-field-lines';
import { gateLine } from './setup-gate-lines';
import { pinLine, projectTypesLine } from './setup-project-lines';

/** The whole plan; a line's id says what it is about, so that it can be applied and asked for again. */
export function linesOf(facts: SetupFacts, choices: SetupChoices): SetupLine[] {
  const lines = [
    ...statementKinds.map((kind) => typeLine(facts, choices, kind)),
    ...allLinkKinds.map((kind) => linkLine(facts, choices, kind)),
    effortLine(facts),
    ...fieldLines(facts, choices),
    ...chosenProjects(facts, choices).flatMap((project) => [
      ...(choices.statementProjects.includes(project.id) ? [projectTypesLine(facts, choices, project)] : []),
      pinLine(facts, project),
      ...(choices.backlogProjects.includes(project.id) ? [gateLine(facts, project)] : []),
    ]),
  ];
  return lines.map((line) => (line.isOptional && isToDo(line) && choices.leftOut.includes(line.id) ? { ...line, state: 'left-out' } : line));
}

export const isToDo = ({ state }: Pick<SetupLine, 'state'>): boolean => state === 'will-create' || state === 'will-add';

const bothWays = ({ phrase, inverse }: { readonly phrase: string; readonly inverse: string }): string => `“${phrase}” / “${inverse}”`;

const plainLine = { project: null, steps: [], isOptional: false, candidates: [] };

function typeLine(facts: SetupFacts, choices: SetupChoices, kind: StatementKind): SetupLine {
  const { name, description } = statementWords[kind];
  const type = typeOf(facts, choices, kind);
  const line = { ...plainLine, id: `type.${kind}`, section: 'statements' as const, title: `Work type ${type?.name ?? name}`, detail: description };
  if (type && facts.settings.statementTypes[kind].includes(type.id)) return { ...line, state: 'exists' };
  const candidates = freeTypes(facts).map((own) => ({ id: own.id, name: own.name, about: own.description }));
  if (type) return { ...line, candidates, detail: `The site has it. Groundwork will use it. ${description}`, state: 'will-add' };
  if (!isTypeNameTaken(facts, name)) return { ...line, candidates, state: 'will-create' };
  return {
    ...line,
    candidates,
    detail: `The site has a work type “${name}” that Groundwork did not make. ${description}`,
    state: 'choose',
    steps: [`If it means just that, use it: choose it here.`, `If not, open Jira settings, Work items, and give it another name. Then check again.`],
  };
}

// Team-managed projects name their own types as they like.
const isTypeNameTaken = ({ siteTypes }: SetupFacts, name: string): boolean =>
  siteTypes.some((type) => type.projectId === undefined && type.name.toLowerCase() === name.toLowerCase());

function linkLine(facts: SetupFacts, choices: SetupChoices, kind: LinkKind): SetupLine {
  const { name, phrase, inverse } = linkKinds[kind];
  const line = { ...plainLine, id: `link.${kind}`, section: 'links' as const, title: `Link type ${name}`, detail: bothWays(linkKinds[kind]) };
  if (!facts.linkTypes)
    return { ...line, state: 'by-hand', steps: ['Open Jira settings, Work items, Work item linking.', 'Switch linking on.', 'Check again.'] };
  const type = linkTypeOf(facts, choices, kind);
  const title = type && type.name !== name ? `Link type ${type.name}, for ${name}` : line.title;
  const detail = type ? bothWays(type) : line.detail;
  if (type && facts.settings.linkTypes[kind] === type.id) return { ...line, title, detail, state: isNoted(facts, kind, type.id) ? 'exists' : 'will-add' };
  const candidates = freeLinkTypes(facts).map((own) => ({ id: own.id, name: own.name, about: bothWays(own) }));
  if (type) return { ...line, title, detail, candidates, state: 'will-add' };
  if (!isNameTaken(facts, kind)) return { ...line, candidates, state: 'will-create' };
  return {
    ...line,
    candidates,
    state: 'choose',
    detail: `There is a link type “${name}” with other phrases. Groundwork says “${phrase}” and “${inverse}”.`,
    steps: [
      'If it means just that, use it: choose it here.',
      `If not, open Jira settings, Work items, Work item linking, and give “${name}” another name. Then check again.`,
    ],
  };
}

// Where our types cannot be marked yet, there is nothing to mend.
const isNoted = ({ settings, siteTypes, marks }: SetupFacts, kind: LinkKind, id: string): boolean =>
  notedLinks(marks)[kind] === id || !siteTypes.some((type) => type.projectId === undefined && settings.statementTypes.problem.includes(type.id));

const freeLinkTypes = ({ linkTypes, settings }: SetupFacts) => {
  const ours = new Set(Object.values(settings.linkTypes));
  return (linkTypes ?? []).filter(({ id }) => !ours.has(id));
};

function effortLine({ settings, effort }: SetupFacts): SetupLine {
  const line = { ...plainLine, id: 'effort', section: 'field' as const };
  if (!effort)
    return {
      ...line,
      title: 'Effort',
      detail: 'No field holds story points: every item counts as one typical piece of work.',
      state: 'by-hand',
      steps: ['Add a number field named “Story Points” to the items you estimate.', 'Check again.'],
    };
  return {
    ...line,
    title: `Effort from “${effort.name}”`,
    detail: 'Divides the value of an item. Items without it count as one typical piece of work.',
    isOptional: true,
    state: settings.effort ? 'exists' : 'will-add',
  };
}
