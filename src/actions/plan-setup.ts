import type { Input, Output } from '../contract';
import type { SetupChoices } from '../contract/setup';
import type { Ports, SiteSettings } from './ports';
import { chosenProjects, readSetupFacts, schemeOf, type SetupFacts } from './setup-facts';
import { linesOf } from './setup-lines';

type Needed = Pick<Ports, 'settings' | 'site' | 'projects'>;

/** What exists, what would be created, what must be done by hand. Changes nothing. */
export async function planSetup(ports: Needed, input: Input<'planSetup'>): Promise<Output<'planSetup'>> {
  const facts = await readSetupFacts(ports);
  const choices = input.choices ?? choicesIn(facts.settings);
  return {
    lines: linesOf(facts, choices),
    choices,
    projects: facts.projects.map(({ id, key, name, style }) => ({ id, key, name, style })),
    sharedSchemes: sharedSchemes(facts, choices),
  };
}

/** Until somebody chooses: nothing is open to others, and a shared scheme is left alone. */
const choicesIn = ({ statementProjects, backlogProjects, ticketProjects, openProjects }: SiteSettings): SetupChoices => ({
  statementProjects: [...statementProjects],
  backlogProjects: [...backlogProjects],
  ticketProjects: [...ticketProjects],
  openProjects: [...openProjects],
  sharedScheme: 'copy',
});

function sharedSchemes(facts: SetupFacts, choices: SetupChoices): Output<'planSetup'>['sharedSchemes'] {
  const chosen = chosenProjects(facts, choices).filter(({ id }) => choices.statementProjects.includes(id));
  const schemes = new Set(chosen.flatMap(({ id }) => schemeOf(facts, id) ?? []));
  return [...schemes]
    .filter(({ projectIds, typeIds }) => projectIds.length > 1 && Object.values(facts.types).some((type) => type === undefined || !typeIds.includes(type.id)))
    .map(({ name, projectIds }) => ({ scheme: name, projects: projectIds.flatMap((id) => facts.projects.find((project) => project.id === id)?.name ?? []) }));
}
