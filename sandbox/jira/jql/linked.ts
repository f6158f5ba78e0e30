import { refuse } from '../refusal';
import { sees } from '../rights';
import { same, type Asker } from './column';

/** linkedIssues(KEY), linkedIssues(KEY, "phrase", …): ids at the other ends; a phrase is one that KEY itself shows. */
export function linkedIssues({ site, viewer }: Asker, [key = '', ...phrases]: readonly string[]): readonly string[] {
  const issue = site.issues.find(key);
  if (issue === undefined || !sees(site, viewer, issue)) throw refuse(400, `Issue '${key}' could not be found in function 'linkedIssues'.`);
  const types = [...site.linkTypes.values()];
  const unknown = phrases.find((phrase) => !types.some(({ inward, outward }) => same(inward, phrase) || same(outward, phrase)));
  if (unknown !== undefined) throw refuse(400, `Issue link type '${unknown}' could not be found in function 'linkedIssues'.`);
  return issue.linkIds.flatMap((id) => {
    const link = site.links.get(id);
    const type = link && site.linkTypes.get(link.typeId);
    if (link === undefined || type === undefined) return [];
    const isFrom = link.from === issue.id;
    if (phrases.length > 0 && !phrases.some((phrase) => same(isFrom ? type.outward : type.inward, phrase))) return [];
    return [String(isFrom ? link.to : link.from)];
  });
}
