import { linkKinds } from '../../../src/domain/link-kinds';
import type { AppSeeds } from '../drive';
import type { EvidenceSeed } from '../evidence';
import { workingMoment } from './calendar';
import { customers } from './customers';
import type { Drawing } from './drawing';
import { finished } from './finished';
import { ranked } from './ranked';
import type { Saying } from './saying';
import type { SupportRequest } from './support';

interface Stated {
  readonly itemKey: string;
  readonly problemKey: string;
  readonly cover: number;
}

/** Which item says it solves which problem, and how much of it. */
export const stated: readonly Stated[] = [
  ...ranked.map(({ number, problem, cover }) => ({ itemKey: `LED-${String(number)}`, problemKey: problem, cover })),
  ...finished.flatMap(({ number, problem, cover }) =>
    problem === undefined || cover === undefined ? [] : [{ itemKey: `LED-${String(number)}`, problemKey: problem, cover }],
  ),
  { itemKey: 'APP-20', problemKey: 'DISC-15', cover: 0.9 },
];

export function seedsOf(drawing: Drawing, sayings: readonly Saying[], requests: readonly SupportRequest[]): AppSeeds {
  const requestOf = new Map(requests.map((request) => [request.saying, request.issue]));
  return {
    statementProjects: ['DISC'],
    backlogProjects: ['LED', 'APP'],
    ticketProjects: ['SUP'],
    customers,
    evidence: sayings.flatMap((saying, at) => evidenceOf(drawing, saying, at, requestOf.get(saying))),
    // The links are drawn in Jira; one that nobody said a share of counts as "largely".
    covers: stated.filter(({ cover }) => cover !== linkKinds.solves.defaultWeight),
  };
}

function evidenceOf(drawing: Drawing, saying: Saying, number: number, request: SupportRequest['issue'] | undefined): readonly EvidenceSeed[] {
  const { on, stance, source, raw, count, words: quote, customer, day } = saying;
  const at = request?.created ?? workingMoment(drawing, day, `saying ${String(number)}`);
  return on.map((statementKey) => ({
    statementKey,
    stance,
    source,
    raw,
    ...(count !== undefined && { count }),
    at,
    quote,
    customer,
    ...(request && { ticketKey: request.key }),
  }));
}
