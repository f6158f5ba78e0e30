import type { SetupChoices, SetupLine } from '../contract/setup';
import type { SiteScreen } from './setup-ports';
import type { SetupFacts } from './setup-facts';

const title = 'Field “Evidence score”';
const plain = { section: 'field' as const, project: null, steps: [], candidates: [] };

/** The number field on the screens that were chosen; without a screen it is in JQL and in exports only. */
export function fieldLines(facts: SetupFacts, choices: SetupChoices): SetupLine[] {
  const { field } = facts;
  if (!field)
    return [
      {
        ...plain,
        id: 'field',
        title,
        detail: 'The site has no such field. The same number is in JQL as evidenceScore, without it.',
        state: 'not-possible',
        isOptional: false,
      },
    ];
  const chosen = chosenScreens(facts, choices);
  if (chosen.length === 0)
    return [{ ...plain, id: 'field', title, detail: 'A read-only number, in JQL already. No screen is changed.', state: 'exists', isOptional: false }];
  return chosen.map(({ id, name }) => ({
    ...plain,
    id: `screen.${id}`,
    title: `${title} on a screen`,
    detail: `“${name}”. A read-only number; every project that uses this screen shows it, empty where nothing is ranked.`,
    state: field.showing.includes(id) ? 'exists' : 'will-add',
    isOptional: true,
  }));
}

/** Until somebody chooses: screens that Jira made along with a ranked project, which it names after it. */
export function chosenScreens({ field, projects }: SetupFacts, { screens, backlogProjects }: SetupChoices): readonly SiteScreen[] {
  if (!field) return [];
  if (screens !== null) return field.screens.filter(({ id }) => screens.includes(id));
  const ranked = projects.filter(({ id }) => backlogProjects.includes(id));
  return field.screens.filter(({ name }) => ranked.some((project) => name.startsWith(`${project.key}:`) || name.startsWith(`${project.name}:`)));
}
