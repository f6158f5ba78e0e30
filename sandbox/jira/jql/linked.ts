import { refuse } from '../refusal';
import { sees } from '../rights';
import type { Site } from '../site';
import type { Viewer } from '../viewer';

/** linkedIssues(KEY), linkedIssues(KEY, "phrase"): ids at the other ends; the phrase is the one KEY itself shows. */
export function linkedIssues(site: Site, viewer: Viewer, words: readonly string[]): readonly string[] {
  const [key = '', phrase] = words;
  const issue = site.issues.find(key);
  if (issue === undefined || !sees(site, viewer, issue)) throw refuse(400, `Issue '${key}' could not be found in function 'linkedIssues'.`);
  const types = [...site.linkTypes.values()];
  if (phrase !== undefined && !types.some(({ inward, outward }) => [inward, outward].some((one) => same(one, phrase)))) {
    throw refuse(400, `Issue link type '${phrase}' could not be found in function 'linkedIssues'.`);
  }
  return issue.linkIds.flatMap((id) => {
    const link = site.links.get(id);
    const type = link && site.linkTypes.get(link.typeId);
    if (link === undefined || type === undefined) return [];
    const isFrom = link.from === issue.id;
    if (phrase !== undefined && !same(isFrom ? type.outward : type.inward, phrase)) return [];
    return [String(isFrom ? link.to : link.from)];
  });
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
