import type { SiteData, SiteIssue, SiteLink } from '../../sandbox/jira/site-data';
import { linkKinds } from '../../src/domain/link-kinds';
import { statementWords } from '../../src/domain/statements';
import { smallSite } from './small-site';

const statementTypes = { insight: '10010', problem: '10011', opportunity: '10012' } as const;
const typeIds = { epic: '10000', story: '10001', bug: '10002', ...statementTypes } as const;
export type TypeName = keyof typeof typeIds;

/** An issue whose key says where it is: LED-7 has the id 100007, DISC-7 has 200007. */
export const typedIssue = (key: string, type: TypeName, own: Partial<SiteIssue> = {}): SiteIssue => ({
  id: idOf(key),
  key,
  typeId: typeIds[type],
  summary: `Work stalls in place ${key} and nobody sees it`,
  statusId: '1',
  created: '2026-02-01T10:00:00.000Z',
  updated: '2026-02-01T10:00:00.000Z',
  reporter: 'user-pm',
  ...own,
});

export const idOf = (key: string): string => String((key.startsWith('LED') ? 100_000 : 200_000) + Number(key.split('-')[1]));

/** The second "Solves" that an import left behind. */
export const migrated = 'Solves (migrated)';

/** The projects of the small site, on a site that has statement types and typed links from before, so that links can be loaded. */
export function typedSite(issues: readonly SiteIssue[], links: readonly SiteLink[]): SiteData {
  const small = smallSite();
  const kinds = ['insight', 'problem', 'opportunity'] as const;
  return {
    ...small,
    issueTypes: [...small.issueTypes, ...kinds.map((kind) => ({ id: statementTypes[kind], ...statementWords[kind], hierarchyLevel: 0, icon: kind }))],
    issueTypeSchemes: small.issueTypeSchemes.map((scheme) => ({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, ...Object.values(statementTypes)] })),
    linkTypes: [
      ...small.linkTypes,
      { id: '10001', name: 'Relates', inward: 'relates to', outward: 'relates to' },
      ...Object.values(linkKinds).map(({ name, phrase, inverse }, at) => ({ id: String(10_020 + at), name, inward: inverse, outward: phrase })),
      { id: '10040', name: migrated, inward: linkKinds.solves.inverse, outward: linkKinds.solves.phrase },
    ],
    issues,
    links,
  };
}
