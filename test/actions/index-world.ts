import * as fc from 'fast-check';
import type { IssueFacts, IssueLinkFacts, Ports } from '../../src/actions/ports';
import type { SiteSettings } from '../../src/actions/settings-ports';
import { undecided } from '../../src/actions/project-settings';
import { refresh } from '../../src/actions/refresh';
import type { Evidence } from '../../src/domain/evidence';
import { dayOf } from '../../src/domain/index/digest';
import { linkKindNames, linkKinds, type LinkKind } from '../../src/domain/link-kinds';
import type { ParamsInput, Scenario } from '../../src/domain/score';
import type { StatementKind } from '../../src/domain/statements';
import { createStore, type Store } from '../../src/store';
import { issue, person, project, statement, ticketTag } from '../store/builders';
import { openStorage, type Storage } from '../store/storage';

const typeIds = { insight: '101', problem: '102', opportunity: '103', item: '104' } as const;
const linkTypeIds = Object.fromEntries(linkKindNames().map((kind, at) => [kind, String(200 + at)]));
const kindOf = (id: number): StatementKind | 'item' => (id < 40_000 ? 'item' : id < 40_010 ? 'insight' : id < 40_020 ? 'problem' : 'opportunity');

/** How the second project weighs its evidence. */
export const ownWay: ParamsInput = { sources: { ticket: { trust: 0.9, half: 30 } } };

export const statementIds = [40_001, 40_002, 40_003, 40_011, 40_012, 40_013, 40_021, 40_022];
const itemIds = [20_001, 20_002, 20_003, 20_004, 20_005, 20_006];
const epics = itemIds.slice(0, 2);

interface WorldLink {
  readonly kind: LinkKind;
  readonly to: number;
  readonly weight: number | undefined;
}

/** An issue as Jira holds it. */
interface WorldIssue {
  readonly id: number;
  readonly projectId: number;
  readonly isDone: boolean;
  readonly isRestricted: boolean;
  readonly effort: number | undefined;
  readonly parent: number | undefined;
  readonly links: readonly WorldLink[];
}

/** A site of issues and the real store, with nothing between but what a background run may ask for. */
export interface World {
  readonly storage: Storage;
  readonly store: Store;
  readonly issues: Map<number, WorldIssue>;
  readonly settings: SiteSettings;
  refresh(): Promise<void>;
}

export async function openWorld(own: Partial<SiteSettings> = {}): Promise<World> {
  const storage = openStorage();
  const store = createStore(storage);
  const before = await store.settings.read();
  const settings: SiteSettings = {
    ...before,
    statementTypes: { insight: ['101'], problem: ['102'], opportunity: ['103'] },
    linkTypes: linkTypeIds,
    statementProjects: [project(10002)],
    backlogProjects: [project(10001), project(10003)],
    ticketProjects: [],
    openProjects: [project(10002)],
    projects: { [project(10003)]: { ...undecided, params: ownWay } },
    ...own,
  };
  await store.settings.save(settings);
  const issues = new Map<number, WorldIssue>();
  const ports = { ...store, clock: storage.clock, issues: issuesIn(issues), projects: namedProjects, links: ownLinkTypes };
  return { storage, store, issues, settings, refresh: () => refresh(ports) };
}

const notAsked = (): never => {
  throw new Error('No background run asks for this here.');
};

const ownLinkTypes: Ports['links'] = {
  add: notAsked,
  remove: notAsked,
  types: () =>
    Promise.resolve(
      linkKindNames().map((kind) => ({
        id: linkTypeIds[kind] ?? '',
        name: linkKinds[kind].name,
        phrase: linkKinds[kind].phrase,
        inverse: linkKinds[kind].inverse,
      })),
    ),
};

const namedProjects: Ports['projects'] = {
  read: (_as, id) => Promise.resolve({ id, key: `P${id}`, name: `Project ${id}`, style: 'company-managed', types: [] }),
  list: notAsked,
  boards: notAsked,
  board: notAsked,
};

/** Reads the world as Jira's strict reads do: what is not there is not answered. */
const issuesIn = (issues: ReadonlyMap<number, WorldIssue>): Ports['issues'] => ({
  read: (_as, ids) =>
    Promise.resolve(
      ids.flatMap((id) => {
        const own = issues.get(Number(id));
        return own ? factsOf(own, issues) : [];
      }),
    ),
  byKey: notAsked,
  page: notAsked,
  count: notAsked,
  foundBy: notAsked,
  createStatement: notAsked,
  createTask: notAsked,
  remove: notAsked,
  findByMarker: notAsked,
  writeNumbers: notAsked,
});

function factsOf({ id, projectId, isDone, isRestricted, effort, parent, links }: WorldIssue, issues: ReadonlyMap<number, WorldIssue>): IssueFacts {
  const facts = links
    .filter(({ to }) => issues.has(to))
    .map(({ kind, to }, at): IssueLinkFacts => ({
      id: `${id}${at}`,
      typeId: linkTypeIds[kind] ?? '',
      isFrom: true,
      other: { id: issue(to), key: `K-${to}`, summary: '', typeId: typeIds[kindOf(to)], isDone: false },
    }));
  return {
    id: issue(id),
    key: `K-${id}`,
    projectId: project(projectId),
    typeId: typeIds[kindOf(id)],
    typeName: kindOf(id),
    level: epics.includes(id) ? 1 : 0,
    summary: `Issue ${id}`,
    text: '',
    status: isDone ? { name: 'Done', category: 'done' } : { name: 'To Do', category: 'new' },
    priority: 'High',
    created: Date.parse('2025-06-01T00:00:00Z') / 1000,
    resolved: isDone ? Date.parse('2025-12-01T00:00:00Z') / 1000 : undefined,
    reporter: undefined,
    organisations: [],
    parentId: parent === undefined ? undefined : issue(parent),
    labels: [],
    components: [],
    effort,
    isRestricted,
    stakeholder: undefined,
    job: undefined,
    links: facts,
  };
}

/** One thing that happens on the site; `crashAt` kills the refresh after it at that request to storage. */
export type Act =
  | { readonly kind: 'put'; readonly issue: WorldIssue }
  | { readonly kind: 'delete'; readonly id: number }
  | { readonly kind: 'tag' | 'untag'; readonly ticket: number; readonly statement: number; readonly stance: 'for' | 'against' }
  | { readonly kind: 'value'; readonly customer: number; readonly value: number | null }
  | { readonly kind: 'day' }
  | { readonly kind: 'refresh'; readonly crashAt: number | undefined };

const links = (kinds: readonly LinkKind[], targets: readonly number[]): fc.Arbitrary<readonly WorldLink[]> =>
  fc.uniqueArray(fc.record({ kind: fc.constantFrom(...kinds), to: fc.constantFrom(...targets), weight: fc.constantFrom(undefined, 0.3, 0.9, 1) }), {
    maxLength: 2,
    selector: ({ kind, to }) => `${kind}${to}`,
  });

const statementPut: fc.Arbitrary<Act> = fc.constantFrom(...statementIds).chain((id) => {
  const kinds: readonly LinkKind[] = kindOf(id) === 'insight' ? ['evidences', 'refutes'] : ['opens', 'partOf'];
  return fc.record({ isRestricted: fc.boolean(), links: links(kinds, statementIds) }).map(({ isRestricted, links: own }) => ({
    kind: 'put' as const,
    issue: { id, projectId: 10_002, isDone: false, isRestricted, effort: undefined, parent: undefined, links: own.filter(({ to }) => to !== id) },
  }));
});

const itemPut: fc.Arbitrary<Act> = fc.constantFrom(...itemIds).chain((id) =>
  fc
    .record({
      projectId: fc.constantFrom(10_001, 10_001, 10_003, 10_009),
      isDone: fc.constantFrom(false, false, false, true),
      effort: fc.constantFrom(undefined, 1, 3, 8),
      parent: epics.includes(id) ? fc.constant(undefined) : fc.constantFrom(undefined, ...epics),
      links: links(['solves', 'realises'], statementIds),
    })
    .map((own) => ({ kind: 'put' as const, issue: { id, isRestricted: false, ...own } })),
);

const tagging = (kind: 'tag' | 'untag'): fc.Arbitrary<Act> =>
  fc
    .record({ ticket: fc.integer({ min: 30_001, max: 30_008 }), statement: fc.constantFrom(...statementIds), stance: fc.constantFrom('for', 'for', 'against') })
    .map((own) => ({ kind, ...own }));

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: statementPut },
    { weight: 4, arbitrary: itemPut },
    { weight: 6, arbitrary: tagging('tag') },
    { weight: 2, arbitrary: tagging('untag') },
    { weight: 1, arbitrary: fc.constantFrom(...statementIds, ...itemIds).map((id): Act => ({ kind: 'delete', id })) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('value' as const), customer: fc.integer({ min: 1, max: 3 }), value: fc.constantFrom(null, 10_000, 90_000) }),
    },
    { weight: 1, arbitrary: fc.constant<Act>({ kind: 'day' }) },
    { weight: 3, arbitrary: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }).map((crashAt): Act => ({ kind: 'refresh', crashAt })) },
  ),
  { minLength: 10, maxLength: 40 },
);

export async function perform(world: World, act: Act): Promise<void> {
  const { store, storage, issues } = world;
  switch (act.kind) {
    case 'put':
      // Links to what comes into being are drawn then: an event for each.
      if (!issues.has(act.issue.id))
        await store.changes.note(
          [...issues.values()].filter(({ links: own }) => own.some(({ to }) => to === act.issue.id)).map(({ id }) => ({ kind: 'issue', issueId: issue(id) })),
        );
      issues.set(act.issue.id, act.issue);
      for (const { kind, to, weight } of act.issue.links) {
        const link = { kind, from: issue(act.issue.id), to: issue(to) };
        if (weight === undefined) await store.linkNotes.remove(link);
        else await store.linkNotes.save({ link, weight, author: undefined, at: storage.clock.now() });
      }
      return store.changes.note([{ kind: 'issue', issueId: issue(act.issue.id) }]);
    case 'delete':
      issues.delete(act.id);
      // Jira tells of the links that went with it by an event for each other end.
      return store.changes.note(
        [...new Set([act.id, ...[...issues.values()].filter(({ links: own }) => own.some(({ to }) => to === act.id)).map(({ id }) => id)])].map((id) => ({
          kind: 'issue',
          issueId: issue(id),
        })),
      );
    case 'tag':
      await store.evidence.add(await evidenceOf(world, act), undefined);
      return;
    case 'untag':
      await store.evidence.remove(await evidenceOf(world, act));
      return;
    case 'value': {
      const { id, name } = await store.customers.ensure(`Customer ${act.customer}`);
      return store.customers.save({ id, name, value: act.value, segment: undefined });
    }
    case 'day':
      storage.advance(86_400);
      return;
    case 'refresh':
      return refreshWithCrash(world, act.crashAt);
  }
}

async function evidenceOf({ store }: World, { ticket, statement: about, stance }: Extract<Act, { readonly kind: 'tag' | 'untag' }>) {
  const customer = ticket % 4;
  const raw = ['minor', 'critical', 'blocker'][ticket % 3] ?? null;
  const { id } = await store.customers.ensure(`Customer ${customer}`);
  return ticketTag(store.evidence, {
    ticketId: issue(ticket),
    statementId: statement(about),
    stance,
    customerId: customer === 0 ? null : id,
    raw,
    at: Date.parse('2025-11-01T00:00:00Z') / 1000 + ticket * 4_000,
    taggedBy: person('user-pm'),
  });
}

async function refreshWithCrash(world: World, crashAt: number | undefined): Promise<void> {
  let requests = 0;
  world.storage.before = () => {
    requests += 1;
    if (crashAt !== undefined && requests >= crashAt) throw new Error('killed');
  };
  try {
    await world.refresh();
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'killed') throw error;
  } finally {
    world.storage.before = () => undefined;
  }
}

/** Delivers what is due until nothing is left to take in. */
export async function settle(world: World): Promise<void> {
  do await world.refresh();
  while ((await world.store.changes.pending(1)).length > 0);
}

/** The same site as the score's own exchange format says it, for all statements alike. */
export async function scenarioOf({ storage, store, issues }: World, projectId: number): Promise<Scenario> {
  const there = [...issues.values()];
  const has = (id: number, kind: StatementKind) => issues.has(id) && kindOf(id) === kind;
  const weightOf = ({ kind, weight }: WorldLink) => weight ?? linkKinds[kind].defaultWeight;
  const customers = await store.customers.startingWith('', 100);
  const evidence = (await Promise.all(statementIds.filter((id) => issues.has(id)).map((id) => store.evidence.ofStatement(statement(id), 1_000)))).flat();
  const originOf = ({ origin, stance }: Evidence) => JSON.stringify([origin, stance]);
  const byOrigin = new Map(evidence.map((own) => [originOf(own), evidence.filter((other) => originOf(other) === originOf(own))]));
  return {
    asOfDay: dayOf(storage.clock.now()),
    accounts: customers.map(({ id, value }) => ({ id, arr: value })),
    evidence: [...byOrigin.values()]
      .flatMap((same) => {
        const [first] = same.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        return first
          ? [
              {
                id: first.id,
                source: first.source,
                account: first.customerId,
                raw: first.raw,
                count: first.count,
                day: dayOf(first.at),
                polarity: first.stance === 'for' ? (1 as const) : (-1 as const),
                links: same.map(({ statementId }) => ({ to: statementId })),
              },
            ]
          : [];
      })
      .map((record) => ({ ...record, links: record.links.flatMap(({ to }) => opened(Number(to))) })),
    insights: there
      .filter(({ id }) => kindOf(id) === 'insight')
      .map(({ id, links: own }) => ({
        id: String(id),
        supports: own
          .filter(({ kind, to }) => (kind === 'evidences' || kind === 'refutes') && (has(to, 'problem') || has(to, 'insight')))
          .map((link) => ({ to: String(link.to), w: weightOf(link), ...(link.kind === 'refutes' && { against: true as const }) })),
      })),
    problems: there.filter(({ id }) => kindOf(id) === 'problem').map(({ id }) => ({ id: String(id) })),
    opportunities: there
      .filter(({ id }) => kindOf(id) === 'opportunity')
      .map(({ id }) => ({ id: String(id), groups: groupsOf(id).map(({ from, weight }) => ({ to: String(from), w: weight })) })),
    items: there
      .filter(({ id, projectId: home, isDone, links: own }) => kindOf(id) === 'item' && (home === projectId || (isDone && own.length > 0)))
      .map(({ id, projectId: home, effort, parent, isDone, links: own }) => ({
        id: String(id),
        effort: effort ?? null,
        parent: parent === undefined || issues.get(parent)?.projectId !== home ? null : String(parent),
        doneDay: isDone ? dayOf(Date.parse('2025-12-01T00:00:00Z') / 1000) : null,
        serves: own
          .filter(({ kind, to }) => (kind === 'solves' ? has(to, 'problem') : has(to, 'opportunity')))
          .map((link) => ({ to: String(link.to), w: weightOf(link) })),
      })),
  };

  function groupsOf(id: number) {
    return there
      .filter(({ id: from }) => has(from, 'problem') || has(from, 'opportunity'))
      .flatMap(({ id: from, links: own }) =>
        own.filter(({ kind, to }) => kind === 'opens' && to === id && from !== id).map((link) => ({ from, weight: weightOf(link) })),
      );
  }

  // Evidence on an opportunity is passed on to the problems it groups, before scoring.
  function opened(id: number, seen: readonly number[] = []): { readonly to: string; readonly w: number }[] {
    if (kindOf(id) !== 'opportunity') return [{ to: String(id), w: 1 }];
    return groupsOf(id)
      .filter(({ from }) => !seen.includes(from))
      .flatMap(({ from, weight }) => opened(from, [...seen, id]).map(({ to, w }) => ({ to, w: w * weight })));
  }
}

/** A world with the same issues and records whose index was made in one go. */
export async function rebuilt(world: World): Promise<World> {
  const all = [...new Set([...itemIds, ...statementIds])].map((id) => ({ kind: 'issue' as const, issueId: issue(id) }));
  const evidence = (await Promise.all(statementIds.map((id) => world.store.evidence.ofStatement(statement(id), 1_000)))).flat();
  const customers = await world.store.customers.startingWith('', 100);
  const notes = await world.store.linkNotes.read(
    [...world.issues.values()].flatMap(({ id, links: own }) => own.map(({ kind, to }) => ({ kind, from: issue(id), to: issue(to) }))),
  );
  const elapsed = world.storage.clock.now();
  const fresh = await openWorld(world.settings);
  fresh.storage.advance(elapsed - fresh.storage.clock.now());
  for (const [id, own] of world.issues) fresh.issues.set(id, own);
  for (const customer of customers) await fresh.store.customers.save(customer);
  for (const note of notes.values()) await fresh.store.linkNotes.save(note);
  for (const one of evidence) await fresh.store.evidence.add(one, undefined);
  await fresh.store.changes.note([...all, { kind: 'customers' }]);
  await settle(fresh);
  return fresh;
}
