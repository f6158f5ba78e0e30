import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { RankingView } from '../../../src/contract/ranking';
import type { Source } from '../../../src/domain/evidence';
import { weighAgain } from '../../../src/domain/index/weigh-again';
import { hear } from '../../../src/domain/lens/heard';
import { compareIds } from '../../../src/domain/score';
import { heldEvidence } from '../../../static/parts/held-evidence';
import { paramsWith, type SourceSettings } from '../../../static/parts/source-settings';
import { look } from '../../../static/pages/project/lenses/arithmetic';
import { lensNames, type LensId } from '../../../static/pages/project/lenses/names';
import { orderOf } from '../../../static/pages/project/rank/order';
import { createAnswering, type Answered, type Told } from '../../../static/pages/project/what-if/answering';
import { isOfSource, isTyped, put, withChanges, withLens, type Change, type Changes } from '../../../static/pages/project/what-if/changes';
import { compare, movedOf, savedOrder } from '../../../static/pages/project/what-if/compare';
import type { Ordered } from '../../../static/pages/project/what-if/engine';
import { disputeOf, takenBack } from '../../../static/pages/project/what-if/saved-changes';
import { headingOf, namesIn, summaryOf } from '../../../static/pages/project/what-if/words';
import { runs } from '../../runs';
import { speaking, whatIfWorld, type WhatIfWorld } from './what-if-world';

const size = { items: 40, problems: 12, records: 200 };
const ownWeights: SourceSettings = { ticket: { trust: 0.7 }, nps: { half: 60 } };

/** The worker without its thread: the same messages, copied as they would be. */
function workerFor({ view, pages }: WhatIfWorld): (changes: Changes) => Ordered {
  const heard: Answered[] = [];
  const hear = createAnswering((answered, handedOver) => void heard.push(structuredClone(answered, { transfer: handedOver })));
  const tell = (told: Told): void => {
    hear(structuredClone(told));
  };
  for (const page of pages) tell({ kind: 'evidence', page });
  tell({ kind: 'backlog', backlog: { ...view, level: 'top', today } });
  tell({ kind: 'due', days: dueDays(view) });
  return (changes) => {
    tell({ kind: 'ask', changes });
    const last = heard.at(-1);
    if (last?.kind !== 'order') throw new Error('No order came back.');
    return last;
  };
}

const today = 20_000;
/** Every third item is due within a year, or late. */
const dueDays = ({ items }: RankingView) => new Map(items.flatMap(({ id }, at) => (at % 3 === 0 ? [[id as string, today - 5 + 9 * at] as const] : [])));

const positionsIn = ({ items }: RankingView) => new Map(items.map(({ id }, at) => [id as string, at]));
const saved = ({ view }: WhatIfWorld): Ordered => savedOrder(orderOf(view, 'top'), positionsIn(view));

/** The same from scratch: settings saved, issues edited, everything weighed anew. */
function worldWith({ view, pages }: WhatIfWorld, sources: SourceSettings, changes: Changes): RankingView {
  const strengths = weighAgain(
    heldEvidence(pages),
    view.problems.map(({ id }) => id),
    paramsWith(withChanges(sources, changes.filter(isOfSource))),
  );
  const typed = (item: RankingView['items'][number]) => changes.filter(isTyped).filter((change) => change.item === item.id);
  return {
    ...view,
    problems: view.problems.map((own) => ({ ...own, value: strengths.get(own.id)?.value ?? 0, deviation: strengths.get(own.id)?.deviation ?? 0 })),
    items: view.items.map((item) => ({
      ...item,
      effort: typed(item).find(({ kind }) => kind === 'effort')?.value ?? item.effort,
      covers: item.covers.map(([at, cover]) => {
        const change = typed(item).find((own) => own.kind === 'cover' && own.problem === view.problems[at]?.id);
        return [at, change?.value ?? cover];
      }),
    })),
  };
}

function fromScratch(world: WhatIfWorld, sources: SourceSettings, changes: Changes): Ordered {
  return savedOrder(orderOf(worldWith(world, sources, changes), 'top'), positionsIn(world.view));
}

/** As the list would stand in a lens's order with all of that saved: what the lens doesn't know is last, in the evidence's order. */
function throughLens(world: WhatIfWorld, sources: SourceSettings, changes: Changes, lens: LensId): readonly (readonly [key: string, score: number])[] {
  const view = worldWith(world, sources, changes);
  const order = orderOf(view, 'top');
  const params = paramsWith(withChanges(sources, changes.filter(isOfSource)));
  const heard = hear(
    heldEvidence(world.pages),
    view.problems.map(({ id }) => id),
    params,
  );
  const { numbers } = look({ view: { ...view, now: today * 86_400 }, order, heard, dueDays: dueDays(view), personMonths: null });
  const rows = order.placed.map(({ item }) => [item.id as string, numbers.get(lens)?.get(item.id)?.score ?? NaN] as const);
  const known = rows.filter(([, score]) => !Number.isNaN(score)).sort(([a, one], [b, other]) => other - one || compareIds(a, b));
  return [...known, ...rows.filter(([, score]) => Number.isNaN(score))];
}

/** Something that a person turns or types, at random. */
const turns = (view: RankingView): fc.Arbitrary<readonly Change[]> => {
  const source = fc.constantFrom<Source>(...speaking, 'stars');
  const item = fc.constantFrom(...view.items);
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('half' as const), source, value: fc.integer({ min: 1, max: 900 }), saved: fc.constant(-1) }),
      fc.record({ kind: fc.constant('trust' as const), source, value: fc.integer({ min: 0, max: 100 }).map((n) => n / 100), saved: fc.constant(-1) }),
      fc.record({
        kind: fc.constant('effort' as const),
        item: item.map(({ id }) => id as string),
        value: fc.constantFrom(1, 2, 5, 8, 21),
        saved: fc.constant(null),
      }),
      fc
        .tuple(item, fc.constantFrom(0, 0.3, 0.9, 1))
        .map(([own, value]): Change => ({ kind: 'cover', item: own.id, problem: view.problems[own.covers[0]?.[0] ?? 0]?.id ?? '', value, saved: -1 })),
    ),
    { minLength: 1, maxLength: 8 },
  );
};

const worlds = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom({}, ownWeights));
const bytes = ({ order, scores }: Ordered) => [Buffer.from(order.buffer).toString('hex'), Buffer.from(scores.buffer).toString('hex')];

describe('a what-if', () => {
  test('with nothing changed is the saved order, exactly', () => {
    fc.assert(
      fc.property(worlds, ([seed, sources]) => {
        const world = whatIfWorld(size, seed, sources);
        expect(bytes(workerFor(world)([]))).toEqual(bytes(saved(world)));
      }),
      runs(10),
    );
  });

  test('after every change is the order from scratch, and with all taken back the saved one, byte by byte', () => {
    fc.assert(
      fc.property(worlds, fc.gen(), ([seed, sources], g) => {
        const world = whatIfWorld(size, seed, sources);
        const ask = workerFor(world);
        let changes: Changes = [];
        for (const change of g(turns, world.view)) {
          changes = put(changes, change);
          expect(bytes(ask(changes))).toEqual(bytes(fromScratch(world, sources, changes)));
        }
        while (changes.length > 0) {
          changes = changes.slice(0, -1);
          expect(bytes(ask(changes))).toEqual(bytes(changes.length > 0 ? fromScratch(world, sources, changes) : saved(world)));
        }
      }),
      runs(10),
    );
  });

  test('through a lens is the lens’s own order over what is changed; what it does not know stands last', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...lensNames), fc.gen(), ([seed, sources], { id }, g) => {
        const world = whatIfWorld(size, seed, sources);
        const changes = withLens(g(turns, world.view).reduce<Changes>(put, []), id);
        const { order, scores } = workerFor(world)(changes);
        const rows = Array.from(order, (position, at) => [world.view.items[position]?.id ?? '', scores[at] ?? 0]);
        expect(rows).toEqual(throughLens(world, sources, changes, id));
      }),
      runs(20),
    );
  });

  test('a source that says nothing here moves nothing', () => {
    const world = whatIfWorld(size, 7);
    const change: Change = { kind: 'trust', source: 'stars', value: 1, saved: 0.4 };
    expect(bytes(workerFor(world)([change]))).toEqual(bytes(saved(world)));
  });
});

describe('what is asked', () => {
  const { view } = whatIfWorld(size, 7);
  const names = namesIn(view);
  const faster: Change = { kind: 'half', source: 'ticket', value: 60, saved: 180 };
  const trusted: Change = { kind: 'trust', source: 'winloss', value: 0.9, saved: 0.6 };
  const smaller: Change = { kind: 'effort', item: '1', value: 3, saved: 8 };

  test.each([
    { changes: [], heading: 'What if …?' },
    { changes: [faster], heading: 'What if tickets faded faster?' },
    { changes: [faster, trusted], heading: 'What if tickets faded faster and lost deals were trusted more?' },
    { changes: [faster, trusted, smaller], heading: 'What if tickets faded faster, and 2 more?' },
    { changes: withLens([], 'rice'), heading: 'What if RICE decided?' },
    { changes: [smaller], heading: 'What if LED-1 took less effort?' },
  ])('is the heading: $heading', ({ changes, heading }) => expect(headingOf(changes, names)).toBe(heading));

  test('is no change where it says what is saved', () => {
    expect(put([faster, trusted], { ...faster, value: 180 })).toEqual([trusted]);
    expect(put([faster, trusted], { ...faster, value: 90 })).toEqual([{ ...faster, value: 90 }, trusted]);
  });

  test('is told with how many of the first places change', () => {
    const order = (...positions: number[]): Ordered => ({ order: Int32Array.from(positions), scores: new Float64Array(positions.length) });
    const compared = compare(4, order(0, 1, 2, 3), order(0, 1, 3, 2));
    expect(movedOf(compared)).toEqual({ moved: 2, of: 4, firm: 2 });
    expect(summaryOf([faster], compared)).toBe('1 setting changed, nothing saved. 2 of the first 4 change place; the first 2 do not.');
    expect(summaryOf([faster], compare(4, order(0, 1, 2, 3), order(0, 1, 2, 3)))).toBe('1 setting changed, nothing saved. None of the first 4 changes place.');
  });
});

describe('what is saved', () => {
  const faster = { kind: 'half', source: 'ticket', value: 60, saved: 180 } as const;

  test('is the changed parts alone, and nothing that says the default', () => {
    expect(withChanges({ ticket: { trust: 0.9 }, nps: { half: 30 } }, [faster])).toEqual({ ticket: { trust: 0.9, half: 60 }, nps: { half: 30 } });
    expect(withChanges({ ticket: { half: 90 } }, [{ ...faster, value: 180, saved: 90 }])).toEqual({});
  });

  test('is asked about where somebody else has changed the same meanwhile', () => {
    expect(disputeOf(faster, { ticket: { half: 90 } })).toEqual([{ change: faster, theirs: 90 }]);
    expect(disputeOf(faster, { ticket: { trust: 0.9 } })).toEqual([]);
  });

  test('is taken back part by part, and leaves what others changed since', () => {
    const before = { ticket: { trust: 0.9 } };
    const made = [faster, { kind: 'trust', source: 'nps', value: 0.8, saved: 0.5 }] as const;
    expect(takenBack({ ticket: { trust: 0.9, half: 60 }, nps: { trust: 0.8 } }, { before, made })).toEqual(before);
    expect(takenBack({ ticket: { trust: 0.9, half: 60 }, nps: { trust: 0.7 } }, { before, made })).toEqual({ ticket: { trust: 0.9 }, nps: { trust: 0.7 } });
  });
});
