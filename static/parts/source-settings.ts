import type { ProjectSettingsView } from '../../src/contract/project-settings';
import { defaultSources } from '../../src/domain/score/defaults';
import { completeParams, type Params } from '../../src/domain/score/params';

/** A project's own weights of its sources, as they are saved. */
export type SourceSettings = ProjectSettingsView['sources'];

/** The same with every default filled in. */
export const paramsWith = (sources: SourceSettings): Params =>
  completeParams({
    sources: Object.fromEntries(Object.entries(sources).map(([name, { trust = null, half = null, anchors = null }]) => [name, { trust, half, anchors }])),
  });

/** What says the same as the default is no wish of the project's own, so that better defaults reach it. */
export function tidied(said: SourceSettings): SourceSettings {
  const kept = Object.entries(said).flatMap(([name, own]) => {
    const usual = defaultSources[name];
    const differing = Object.entries(own).filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(usual ?? {}, part)));
    return differing.length > 0 ? [[name, Object.fromEntries(differing)] as const] : [];
  });
  return Object.fromEntries(kept);
}
