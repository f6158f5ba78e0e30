import type { FaultView } from '../contract/health';
import { faultTable } from '../domain/health/rows';
import type { RuleName } from '../domain/health/rules';
import { documentOf, readRows } from './index-documents';
import { readLinkTypes } from './knowing-link-types';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { faultsAmong, faultView } from './showing-faults';

type Needed = Pick<Ports, 'documents' | 'permissions'>;

// The panel says these in its own way: as the requirement of an epic, and as the strength of a problem.
const saidElsewhere: ReadonlySet<RuleName> = new Set(['epicWithoutProblem', 'problemWithoutEvidence', 'problemWithOneCustomer']);

/** What is known to be wrong with an opened issue. A link that is gone since is no fault any more. */
export async function faultsOfIssue(ports: Needed, settings: SiteSettings, issue: IssueFacts): Promise<FaultView[]> {
  const rows = await readRows(await ports.documents.read(documentOf.health(issue.projectId)), faultTable);
  const own = new Set(issue.links.map(({ id }) => id));
  const about = [...rows.values()].filter(
    ({ rule, subjects, links }) =>
      !saidElsewhere.has(rule) && subjects.includes(issue.id) && links.every(({ id, from, to }) => (from !== issue.id && to !== issue.id) || own.has(id)),
  );
  if (about.length === 0) return [];
  const [words, visible] = await Promise.all([readLinkTypes(ports, settings), ports.permissions.browsable(about.flatMap(({ subjects }) => subjects))]);
  return faultsAmong(about, visible).map((fault) => faultView(fault, words));
}
