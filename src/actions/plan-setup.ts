import type { Input, Output } from '../contract';
import type { SetupChoices } from '../contract/setup';
import { statementKinds } from '../domain/statements';
import type { SiteSettings } from './settings-ports';
import { chosenProjects, readSetupFacts, schemeOf, type SetupFacts, type SetupPorts } from './setup-facts';
import { typeOf } from './setup-types';
import { chosenScreens } from './setup-field-lines';
import { linesOf } from './setup-lines';

/** What exists, what would be created, what must be done by hand. Changes nothing. */
export async function planSetup(ports: SetupPorts, input: Input<'planSetup'>): Promise<Output<'planSetup'>> {
  const choices = input.choices ?? choicesIn(await ports.settings.read());
  const facts = await readSetupFacts(ports, choices);
  const { setup } = facts.settings;
  const shown = new Set(chosenScreens(facts, choices).map(({ id }) => id));
  return {
    lines: linesOf(facts, choices),
    choices,
    revision: setup.revision,
    saved: setup.savedBy !== undefined && setup.savedAt !== undefined ? { by: setup.savedBy, at: setup.savedAt } : null,
    projects: facts.projects.map(({ id, key, name, style }) => ({ id, key, name, style })),
    sharedSchemes: sharedSchemes(facts, choices),
    screens: (facts.field?.screens ?? []).map(({ id, name }) => ({ id, name, isChosen: shown.has(id) })),
  };
}

/** Until somebody chooses: nothing is open to others, and a shared scheme is left alone. */
export const choicesIn = ({ statementProjects, backlogProjects, ticketProjects, openProjects, setup }: SiteSettings): SetupChoices => ({
  statementProjects: [...statementProjects],
  backlogProjects: [...backlogProjects],
  ticketProjects: [...ticketProjects],
  openProjects: [...openProjects],
  sharedScheme: setup.sharedScheme ?? 'copy',
  adopt: { types: { ...setup.adopt?.types }, links: { ...setup.adopt?.links }, own: [...(setup.adopt?.own ?? [])] },
  leftOut: [...setup.leftOut],
  screens: setup.screens && [...setup.screens],
});

function sharedSchemes(facts: SetupFacts, choices: SetupChoices): Output<'planSetup'>['sharedSchemes'] {
  const chosen = chosenProjects(facts, choices).filter(({ id }) => choices.statementProjects.includes(id));
  const schemes = new Set(chosen.flatMap(({ id }) => schemeOf(facts, id) ?? []));
  const lacks = (typeIds: readonly string[]): boolean => statementKinds.some((kind) => !typeIds.includes(typeOf(facts, choices, kind)?.id ?? ''));
  return [...schemes]
    .filter(({ projectIds, typeIds }) => projectIds.length > 1 && lacks(typeIds))
    .map(({ name, projectIds }) => ({ scheme: name, projects: projectIds.flatMap((id) => facts.projects.find((project) => project.id === id)?.name ?? []) }));
}
