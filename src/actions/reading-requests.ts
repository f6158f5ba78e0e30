import type { PanelView } from '../contract/panel';
import type { Evidence } from '../domain/evidence';
import type { IssueId } from '../domain/ids';
import { itemTable } from '../domain/index/items';
import { documentOf, readContent } from './index-documents';
import type { IssueFacts, Ports } from './ports';

type AskedFor = Extract<PanelView, { role: 'item' }>['askedFor'];
type Needed = Pick<Ports, 'documents' | 'evidence' | 'permissions'>;

/** An epic of more stories was asked for by what stands on these. */
const mostChildren = 20;

/** By whom an item was asked for: what was tagged on it and on the issues below it, on statements that the person is shown. */
export async function readAskedFor(ports: Needed, issue: IssueFacts, own: readonly Evidence[], shown: ReadonlySet<IssueId>): Promise<AskedFor> {
  const below = issue.level >= 1 ? await taggedBelow(ports, issue) : [];
  const requests = [...own, ...below].filter(({ stance, statementId }) => stance === 'for' && shown.has(statementId));
  return {
    isReported: issue.reporter !== undefined,
    created: issue.created,
    requests: requests.length,
    customers: new Set(requests.flatMap(({ customerId }) => customerId ?? [])).size,
  };
}

async function taggedBelow(ports: Needed, epic: IssueFacts): Promise<readonly Evidence[]> {
  const content = await readContent(await ports.documents.read(documentOf.ranking(epic.projectId)));
  const children = [...content.rows(itemTable).values()].filter(({ parent }) => parent === epic.id).slice(0, mostChildren);
  const records = (await Promise.all(children.map(({ id }) => ports.evidence.ofTicket(id)))).flat();
  if (records.length === 0) return [];
  const seen = await ports.permissions.browsable(children.map(({ id }) => id));
  return records.filter(({ origin }) => origin.ticketId !== null && seen.has(origin.ticketId));
}
