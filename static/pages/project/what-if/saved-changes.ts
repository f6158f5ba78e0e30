import { defaultSources } from '../../../../src/domain/score/defaults';
import { tidied, type SourceSettings } from '../../../parts/source-settings';
import type { SourceChange } from './changes';

/** A change that somebody else made differently since the evidence was read. */
export interface Disputed {
  readonly change: SourceChange;
  readonly theirs: number;
}

const partOf = (sources: SourceSettings, { source, kind }: Pick<SourceChange, 'source' | 'kind'>): number | undefined =>
  sources[source]?.[kind] ?? defaultSources[source]?.[kind] ?? undefined;

export function disputeOf(change: SourceChange, now: SourceSettings): readonly Disputed[] {
  const theirs = partOf(now, change);
  return theirs === undefined || theirs === change.saved || theirs === change.value ? [] : [{ change, theirs }];
}

/** What was saved here as it was before; what somebody else has changed since stays theirs. */
export function takenBack(
  sources: SourceSettings,
  { before, made }: { readonly before: SourceSettings; readonly made: readonly SourceChange[] },
): SourceSettings {
  const mine = made.filter((change) => partOf(sources, change) === change.value);
  return tidied(
    mine.reduce<SourceSettings>((said, { source, kind }) => {
      const { [kind]: _, ...rest } = said[source] ?? {};
      const old = before[source]?.[kind];
      return { ...said, [source]: old === undefined ? rest : { ...rest, [kind]: old } };
    }, sources),
  );
}
