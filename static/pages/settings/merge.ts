import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import { isSameThing, things, wordLists, type Thing } from './things';

export interface Merged {
  /** Theirs, with what only I changed, and mine where both did. */
  readonly settings: ProjectSettingsView;
  /** Changed by them, and kept. */
  readonly taken: readonly Thing[];
  /** Changed by both, differently. */
  readonly disputed: readonly Thing[];
}

/** Two admins at once: nobody's change is lost, and what both changed is shown to the one who saves last. */
export function mergeSettings(base: ProjectSettingsView, mine: ProjectSettingsView, theirs: ProjectSettingsView): Merged {
  const theirOwn = things.filter((thing) => !isSameThing(theirs, base, thing) && !isSameThing(theirs, mine, thing));
  const taken = theirOwn.filter((thing) => isSameThing(mine, base, thing));
  const words = Object.fromEntries(wordLists.map(({ list }) => [list, mergeLines(base[list], mine[list], theirs[list])]));
  const settings = { ...taken.reduce((merged, { take }) => take(merged, theirs), mine), ...words, revision: theirs.revision };
  return {
    settings,
    taken: [...taken, ...wordLists.filter((thing) => !isSameThing(settings, mine, thing))],
    disputed: theirOwn.filter((thing) => !taken.includes(thing)),
  };
}

/** A line that either of us added is there, one that either of us took out is not; so that no two changes of a list are at odds. */
function mergeLines(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  if (JSON.stringify(theirs) === JSON.stringify(base)) return [...mine];
  const stays = (line: string): boolean => mine.includes(line) || !base.includes(line);
  const added = mine.filter((line) => !base.includes(line) && !theirs.includes(line));
  return [...theirs.filter(stays), ...added];
}
