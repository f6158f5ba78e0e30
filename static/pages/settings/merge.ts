import type { ProjectSettingsView } from '../../../src/contract/project-settings';

type Field = Exclude<keyof ProjectSettingsView, 'revision'>;

/** How a person calls each part of the settings. */
export const fieldWords: Readonly<Record<Field, string>> = {
  itemTypes: 'Work types to rank',
  boardId: 'Board',
  effort: 'Effort',
  sources: 'Sources',
  stakeholders: 'Stakeholders',
  jobs: 'Jobs',
  segments: 'Segments',
  exempters: 'Who may exempt',
};

export interface Merged {
  /** Theirs, with what only I changed, and mine where both did. */
  readonly settings: ProjectSettingsView;
  /** Changed by them alone. */
  readonly taken: readonly Field[];
  /** Changed by both, differently. */
  readonly disputed: readonly Field[];
}

const fields = Object.keys(fieldWords).filter((name): name is Field => name in fieldWords);

/** Two admins at once: nobody's change is lost, and what both changed is shown to the one who saves last. */
export function mergeSettings(base: ProjectSettingsView, mine: ProjectSettingsView, theirs: ProjectSettingsView): Merged {
  const differs = (a: ProjectSettingsView, b: ProjectSettingsView, field: Field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]);
  const taken = fields.filter((field) => differs(theirs, base, field) && !differs(mine, base, field));
  const disputed = fields.filter((field) => differs(theirs, base, field) && differs(mine, base, field) && differs(mine, theirs, field));
  const kept = Object.fromEntries(taken.map((field) => [field, theirs[field]]));
  return { settings: { ...mine, ...kept, revision: theirs.revision }, taken, disputed };
}

/** The same settings with one part as they have it. */
export const asTheirs = (settings: ProjectSettingsView, theirs: ProjectSettingsView, field: Field): ProjectSettingsView => ({
  ...settings,
  [field]: theirs[field],
});
