import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import { sources, type Source } from '../../../src/domain/evidence';
import { sourceName } from '../../parts/sources';

/** The least of the settings that two admins can both change: one field, one number of one source, one list of words. */
export interface Thing {
  /** How a person calls it. */
  readonly name: string;
  readonly read: (settings: ProjectSettingsView) => unknown;
  /** The same settings with this one thing as others have it. */
  readonly take: (settings: ProjectSettingsView, from: ProjectSettingsView) => ProjectSettingsView;
}

export type WordList = 'stakeholders' | 'jobs' | 'segments';
type Field = WordList | 'itemTypes' | 'boardId' | 'effort' | 'exempters';
type OwnSource = NonNullable<ProjectSettingsView['sources'][Source]>;

const field = (name: string, key: Field): Thing => ({ name, read: (settings) => settings[key], take: (settings, from) => ({ ...settings, [key]: from[key] }) });

const number = (name: string, source: Source, part: keyof OwnSource): Thing => ({
  name: `${name} ${sourceName(source)}`,
  read: (settings) => settings.sources[source]?.[part],
  take: (settings, from) => {
    const { [source]: own, ...others } = settings.sources;
    const changed = said({ ...own, [part]: from.sources[source]?.[part] });
    return { ...settings, sources: Object.keys(changed).length > 0 ? { ...settings.sources, [source]: changed } : others };
  },
});

// A part that is not said keeps its default; one that is said to be undefined would be a wish of its own.
const said = ({ trust, half, anchors }: OwnSource): OwnSource => ({
  ...(trust !== undefined && { trust }),
  ...(half !== undefined && { half }),
  ...(anchors !== undefined && { anchors }),
});

/** Everything but the lists of words. */
export const things: readonly Thing[] = [
  field('Work types to rank', 'itemTypes'),
  field('Board', 'boardId'),
  field('Effort', 'effort'),
  ...sources.flatMap((source) => [
    number('Trust of', source, 'trust'),
    number('Half-life of', source, 'half'),
    number('What the values mean of', source, 'anchors'),
  ]),
  field('Who may exempt', 'exempters'),
];

export const wordLists: readonly (Thing & { readonly list: WordList })[] = [
  { ...field('Stakeholders', 'stakeholders'), list: 'stakeholders' },
  { ...field('Jobs', 'jobs'), list: 'jobs' },
  { ...field('Segments', 'segments'), list: 'segments' },
];

/** In whatever order a source's numbers were said. */
export const isSameThing = (a: ProjectSettingsView, b: ProjectSettingsView, { read }: Thing): boolean => JSON.stringify(read(a)) === JSON.stringify(read(b));

export const isSame = (a: ProjectSettingsView, b: ProjectSettingsView): boolean => [...things, ...wordLists].every((thing) => isSameThing(a, b, thing));
