import type { Input, Output } from '../contract';
import type { EvidencePage } from '../contract/ranking';
import type { CustomerId, ProjectId, StatementId } from '../domain/ids';
import { coveredProblems } from '../domain/index/backlog';
import { shortOrigin, type DigestRow } from '../domain/index/digest';
import { createGraph, type IndexedStatement } from '../domain/index/graph';
import { itemTable } from '../domain/index/items';
import { strengthTable } from '../domain/index/strength';
import { compareIds } from '../domain/score';
import { documentOf, readContent } from './index-documents';
import { viewOf } from './open-project-settings';
import { stated } from './open-ranking';
import { ownWeights } from './own-weights';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { readStored, see, speakingOn, type Sight } from './seeing-index';

type Needed = Pick<Ports, 'documents' | 'permissions' | 'settings' | 'clock'>;

// Forge lets 5 MB out with one answer; a row is some 80 characters.
const rowsPerPage = 20_000;
const statementsAtOnce = 50;

/** The evidence behind the problems that a project's items cover, without a word of it. */
export async function openEvidence(ports: Needed, { projectId, after }: Input<'openEvidence'>): Promise<Output<'openEvidence'>> {
  const { speaking, sight, settings } = await speakingOnBacklog(ports, projectId);
  const wanted = speaking.filter(({ id }) => after === null || compareIds(id, after) >= 0);
  const page = await pageOf(wanted, sight);
  const left = page.next === null ? 0 : wanted.length - page.statements.length;
  return { ...page, sources: viewOf(settingsOf(settings, projectId)).sources, progress: { done: speaking.length - left, of: speaking.length } };
}

interface Speaking {
  readonly settings: SiteSettings;
  readonly sight: Sight;
  readonly problems: readonly IndexedStatement[];
  /** Statements whose evidence speaks on them, themselves included; by id. */
  readonly speaking: readonly IndexedStatement[];
}

/** The problems that a project's items cover, and what speaks on them, as far as the person may browse it. */
export async function speakingOnBacklog(ports: Needed, projectId: ProjectId): Promise<Speaking> {
  const [settings, ranking, stored] = await Promise.all([
    ports.settings.read(),
    ports.documents.read(documentOf.ranking(projectId)).then(readContent),
    readStored(ports),
  ]);
  const items = ranking.rows(itemTable);
  const about = stated(items, createGraph(stored.statements.values()));
  const visible = await ports.permissions.browsable([...speakingOn(about, stored.strengths.rows(strengthTable))]);
  const sight = see(ports, stored, visible, ownWeights(settings, projectId, ranking));
  const problems = [...coveredProblems(items.values(), sight.graph, sight.params)].flatMap((id) => sight.graph.statements.get(id) ?? []);
  const ids = new Set(problems.flatMap((problem) => sight.graph.sourcesOf(problem).map(([id]) => id)));
  return { settings, sight, problems, speaking: [...ids].sort(compareIds).flatMap((id) => sight.graph.statements.get(id) ?? []) };
}

type Rows = Omit<EvidencePage, 'sources' | 'progress'>;

async function pageOf(wanted: readonly IndexedStatement[], sight: Sight): Promise<Rows> {
  const customers = new Map<CustomerId, number>();
  const placeOf = (id: CustomerId): number => {
    const place = customers.get(id) ?? customers.size;
    customers.set(id, place);
    return place;
  };
  const taken: IndexedStatement[] = [];
  const digests: EvidencePage['digests'] = [];
  let rows = 0;
  for (let start = 0; start < wanted.length && rows < rowsPerPage; start += statementsAtOnce) {
    const some = wanted.slice(start, start + statementsAtOnce);
    await sight.digests.load(some.map(({ id }) => id));
    for (const statement of some) {
      const own = [...sight.digests.rowsOf(statement.id)];
      // A statement is never cut, so that a page holds one at least.
      if (taken.length > 0 && rows + own.length > rowsPerPage) return answer(statement.id);
      rows += own.length;
      taken.push(statement);
      digests.push({ statement: statement.id, rows: own.map((row) => withoutWords(row, placeOf)) });
    }
  }
  return answer(wanted[taken.length]?.id ?? null);

  function answer(next: StatementId | null): Rows {
    return {
      asOfDay: sight.asOfDay,
      // What a link leads to may be hidden, and so that there is something.
      statements: taken.map(({ id, kind, links }) => ({ id, kind, links: links.filter(({ to }) => sight.graph.statements.has(to)) })),
      digests,
      customers: [...customers.keys()].map((id) => [id, worthOf(id, sight)]),
      fixes: taken.flatMap(({ id }) => {
        const fixes = sight.context.fixes.get(id) ?? [];
        return fixes.length > 0 ? [{ problem: id, fixes: fixes.map(({ doneDay, cover }): [number, number] => [doneDay, cover]) }] : [];
      }),
      next,
    };
  }
}

function withoutWords(
  [id, source, customer, raw, count, day, stance, origin]: DigestRow,
  placeOf: (id: CustomerId) => number,
): EvidencePage['digests'][number]['rows'][number] {
  return [id, source, customer === null ? null : placeOf(customer), raw, count, day, stance, shortOrigin(origin)];
}

/** A voice's worth, never the money it stands for. */
function worthOf(id: CustomerId, { customers, arrRef }: Sight): number | null {
  const value = customers.get(id)?.value ?? null;
  return value === null || arrRef === null || arrRef === 0 ? null : value / arrRef;
}
