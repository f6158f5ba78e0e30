import type { SiteData, SiteIssue, SiteLink } from '../../sandbox/jira/site-data';
import { statementWords } from '../../src/domain/statements';
import { linkKinds } from '../../src/domain/link-kinds';
import { smallSite } from './small-site';

export interface Size {
  readonly items: number;
  readonly problems: number;
  /** One link in so many is drawn the wrong way round. */
  readonly wrongEvery: number;
}

const typeIds = { epic: '10000', story: '10001', insight: '10010', problem: '10011', opportunity: '10012' } as const;
const counted = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

const issue = (id: number, key: string, typeId: string): SiteIssue => ({
  id: String(id),
  key,
  typeId,
  summary: `Work stalls in place ${key} and nobody sees it`,
  statusId: '1',
  created: '2026-02-01T10:00:00.000Z',
  updated: '2026-02-01T10:00:00.000Z',
  reporter: 'user-pm',
});

/** A backlog in which every item says which problem it solves; some say it the wrong way round. */
export function largeBacklog({ items, problems, wrongEvery }: Size): SiteData {
  const small = smallSite();
  const links = counted(items).map((at): SiteLink => {
    const [item, problem] = [`LED-${String(at)}`, `DISC-${String(1 + (at % problems))}`];
    return at % wrongEvery === 0 ? { typeName: 'Solves', from: problem, to: item } : { typeName: 'Solves', from: item, to: problem };
  });
  const kinds = ['insight', 'problem', 'opportunity'] as const;
  return {
    ...small,
    issueTypes: [...small.issueTypes, ...kinds.map((kind) => ({ id: typeIds[kind], ...statementWords[kind], hierarchyLevel: 0, icon: kind }))],
    issueTypeSchemes: small.issueTypeSchemes.map((scheme) => ({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, ...kinds.map((kind) => typeIds[kind])] })),
    linkTypes: [
      ...small.linkTypes,
      { id: '10001', name: 'Relates', inward: 'relates to', outward: 'relates to' },
      ...Object.values(linkKinds).map(({ name, phrase, inverse }, at) => ({ id: String(10_020 + at), name, inward: inverse, outward: phrase })),
    ],
    issues: [
      ...counted(items).map((at) => issue(100_000 + at, `LED-${String(at)}`, at % 4 === 0 ? typeIds.epic : typeIds.story)),
      ...counted(problems).map((at) => issue(200_000 + at, `DISC-${String(at)}`, typeIds.problem)),
    ],
    links,
  };
}
