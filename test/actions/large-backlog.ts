import type { SiteData, SiteLink } from '../../sandbox/jira/site-data';
import { typedIssue, typedSite } from './typed-site';

export interface Size {
  readonly items: number;
  readonly problems: number;
  /** One link in so many is drawn the wrong way round. */
  readonly wrongEvery: number;
}

const counted = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** A backlog in which every item says which problem it solves; some say it the wrong way round. */
export function largeBacklog({ items, problems, wrongEvery }: Size): SiteData {
  const links = counted(items).map((at): SiteLink => {
    const [item, problem] = [`LED-${String(at)}`, `DISC-${String(1 + (at % problems))}`];
    return at % wrongEvery === 0 ? { typeName: 'Solves', from: problem, to: item } : { typeName: 'Solves', from: item, to: problem };
  });
  const issues = [
    ...counted(items).map((at) => typedIssue(`LED-${String(at)}`, at % 4 === 0 ? 'epic' : 'story')),
    ...counted(problems).map((at) => typedIssue(`DISC-${String(at)}`, 'problem')),
  ];
  return typedSite(issues, links);
}
