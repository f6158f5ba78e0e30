import type { IssueId, ProjectId } from '../domain/ids';
import type { Places } from '../domain/index/backlog';
import { itemTable } from '../domain/index/items';
import { documentOf, readContent } from './index-documents';
import type { Ports } from './ports';
import { placesPart } from './updating-rankings';

export interface Place {
  readonly place: number;
  readonly of: number;
  readonly tiedWith: string[];
  readonly first: number;
}

/** An item's place in its project's build order, over the numbers that all readers of the project may see. */
export async function readPlace(ports: Pick<Ports, 'documents' | 'permissions'>, projectId: ProjectId, issueId: IssueId): Promise<Place | null> {
  const content = await readContent(await ports.documents.read(documentOf.ranking(projectId)));
  const places = content.one<Places>(placesPart);
  const at = places?.order.indexOf(issueId) ?? -1;
  if (places === undefined || at < 0) return null;
  const tied = (places.bands.find((band) => band.includes(issueId)) ?? []).filter((id) => id !== issueId);
  const [items, visible] = [content.rows(itemTable), tied.length > 0 ? await ports.permissions.browsable(tied) : new Set<IssueId>()];
  return {
    place: at + 1,
    of: places.order.length,
    tiedWith: tied.filter((id) => visible.has(id)).flatMap((id) => items.get(id)?.key ?? []),
    first: places.first[issueId] ?? 0,
  };
}
