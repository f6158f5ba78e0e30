import type { EvidencePage, ProblemView, RankingView } from '../../../../src/contract/ranking';
import type { StatementId } from '../../../../src/domain/ids';
import { prepareReweighing, type SourceWeight } from '../../../../src/domain/index/reweighing';
import { lensBacklog } from '../../../../src/domain/lens/backlog';
import { hear, type Heard } from '../../../../src/domain/lens/heard';
import { assumedPersonMonths } from '../../../../src/domain/lens/person-months';
import { effortReference } from '../../../../src/domain/score/effort';
import { planListed, type ListedPlan } from '../../../../src/domain/score/listed-order';
import { completeParams, unknownSource, type Level, type Params } from '../../../../src/domain/score/params';
import { heldEvidence } from '../../../parts/held-evidence';
import { paramsWith } from '../../../parts/source-settings';
import { asScored, type Ranked } from '../rank/order';
import { isOfSource, isTyped, lensOf, type Changes, type TypedChange } from './changes';
import { byEvidence, byLens, type Standing } from './in-order';

/** The saved order's numbers, as far as an order needs them. */
export interface Backlog {
  readonly items: readonly Ranked[];
  readonly problems: readonly Pick<ProblemView, 'id' | 'value' | 'deviation'>[];
  readonly params: RankingView['params'];
  readonly level: Level;
  readonly effortUnit: string;
  /** Days since 1970. */
  readonly today: number;
}

/** When items are due, in days since 1970; one lens asks for it. */
export type DueDays = ReadonlyMap<string, number>;

/** An order without a word in it: what a worker hands over at no cost. */
export interface Ordered {
  /** Positions in the backlog's items, first to build first; items that state no problem are left out. */
  readonly order: Int32Array<ArrayBuffer>;
  /** Value per effort at that place, or what the lens says; NaN: it doesn’t know. */
  readonly scores: Float64Array<ArrayBuffer>;
}

export interface Engine {
  /** Records that speak here, by source. */
  readonly records: ReadonlyMap<string, number>;
  readonly orderWith: (changes: Changes, dueDays?: DueDays) => Ordered;
}

/** Holds backlog and evidence, and answers with the order that changes would give; nothing changed is the saved order itself. */
export function createEngine(backlog: Backlog, pages: readonly EvidencePage[]): Engine {
  const params: Params = { ...completeParams(backlog.params), level: backlog.level };
  const weights = paramsWith(pages[0]?.sources ?? {});
  const held = heldEvidence(pages);
  const problems = backlog.problems.map(({ id }) => id);
  const evidence = prepareReweighing(held, problems, weights);
  const saved = new Map(backlog.problems.map(({ id, value, deviation }) => [id as string, { V: value, sd: deviation }]));
  const positions = new Map(backlog.items.map(({ id }, at) => [id as string, at]));
  const items = backlog.items.map((item) => asScored(item, backlog.problems));
  let heardAtFirst: ReadonlyMap<string, Heard> | undefined;
  let planned: { readonly typed: string; readonly plan: ListedPlan } | undefined;

  function planWith(changes: Changes): ListedPlan {
    const typed = JSON.stringify(changes.filter(isTyped));
    if (planned?.typed !== typed) planned = { typed, plan: planListed(itemsWith(changes), params) };
    return planned.plan;
  }

  function itemsWith(changes: Changes) {
    const typed = changes.filter(isTyped);
    const touched = new Set(typed.map(({ item }) => item));
    return items.map((scored, at) => {
      const item = touched.has(scored.id) ? backlog.items[at] : undefined;
      return item ? asScored(edited(item, typed, backlog), backlog.problems) : scored;
    });
  }

  function turnedBy(changes: Changes): ReadonlyMap<string, SourceWeight> {
    const turned = new Map<string, SourceWeight>();
    for (const { source, kind, value } of changes.filter(isOfSource)) {
      const before = turned.get(source) ?? weights.sources.get(source) ?? unknownSource;
      turned.set(source, { trust: kind === 'trust' ? value : before.trust, halfLifeInDays: kind === 'half' ? value : before.halfLifeInDays });
    }
    return turned;
  }

  /** What lenses hear: once for all, and anew on the problems that a turned source speaks on. */
  function heardWith(turned: ReadonlyMap<string, SourceWeight>, moved: readonly StatementId[]): ReadonlyMap<string, Heard> {
    heardAtFirst ??= hear(held, problems, weights);
    if (moved.length === 0) return heardAtFirst;
    const sources = new Map(weights.sources);
    for (const [name, weight] of turned) sources.set(name, { ...(sources.get(name) ?? unknownSource), ...weight });
    return new Map([...heardAtFirst, ...hear(held, moved, { ...weights, sources })]);
  }

  return {
    records: evidence.records,
    orderWith: (changes, dueDays = new Map()) => {
      const turned = turnedBy(changes);
      const moved = evidence.valuesWith(turned);
      const values = new Map([...saved, ...moved]);
      const placed = byEvidence({ plan: planWith(changes), values, params });
      const lens = lensOf(changes);
      if (!lens) return ordered(placed);
      const own = itemsWith(changes);
      const { effortUnit, today } = backlog;
      const about = {
        heard: heardWith(turned, [...moved.keys()]),
        effortUnit,
        personMonths: assumedPersonMonths(effortUnit, effortReference(own, params)),
        dueIn: new Map([...dueDays].map(([id, day]) => [id, day - today])),
      };
      return ordered(byLens(lens, placed, lensBacklog({ items: own, values, params, ...about })));
    },
  };

  function ordered(placed: readonly Standing[]): Ordered {
    return { order: Int32Array.from(placed, ({ id }) => positions.get(id) ?? -1), scores: Float64Array.from(placed, ({ score }) => score) };
  }
}

function edited(item: Ranked, typed: readonly TypedChange[], { problems }: Backlog): Ranked {
  return typed
    .filter((change) => change.item === item.id)
    .reduce(
      (own, change) =>
        change.kind === 'effort'
          ? { ...own, effort: change.value }
          : { ...own, covers: own.covers.map(([at, cover]) => [at, problems[at]?.id === change.problem ? change.value : cover]) },
      item,
    );
}
