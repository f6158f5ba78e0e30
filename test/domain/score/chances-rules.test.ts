import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chanceOfBefore, createRanking, duelOf, rankScenario } from '../../../src/domain/score';
import { fnv1a, keyedNormals } from '../../../src/domain/score/keyed-normal';
import { runs } from '../../runs';
import { emptyScenario, frozen, item, record, scenarios } from './scenarios';

describe('chances', () => {
  test('of being first sum to 1', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const chances = Object.values(rankScenario(scenario).items).map(({ pFirst }) => pFirst ?? NaN);
        fc.pre(chances.length > 0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      }),
      runs(100),
    ));

  test('are the same for the same seed, and others for another', () => {
    const scenario = {
      ...emptyScenario,
      problems: [{ id: 'p' }, { id: 'q' }],
      evidence: [record('e', 'p'), record('f', 'q')],
      items: [item('a', 'p'), item('b', 'q')],
    };
    const seeded = (seed: number) => rankScenario({ ...scenario, params: { ...frozen, draws: 500, seed } });
    expect(seeded(1)).toEqual(seeded(1));
    expect(seeded(2).items['a']?.p50).not.toBe(seeded(1).items['a']?.p50);
  });

  test('of one item before another do not depend on who else is there', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const chance = (items: typeof scenario.items) => {
          const drawn = createRanking({ ...scenario, items }).backlog.draws.items;
          const [a, b] = [drawn.get('rival-a'), drawn.get('rival-b')];
          return a && b && chanceOfBefore(a, b);
        };
        const rivals = [item('rival-a', 'problem-0'), item('rival-b', 'problem-1')];
        expect(chance([...scenario.items, ...rivals])).toBe(chance(rivals.concat(scenario.items.filter(({ doneDay }) => doneDay !== null))));
      }),
      runs(50),
    ));

  test('of one before the other, the other before the one, and of neither sum to 1', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const drawn = [...createRanking(scenario).backlog.draws.items.values()];
        for (const a of drawn) {
          for (const b of drawn) {
            const { before, after, equal } = duelOf(a, b);
            expect(before + after + equal).toBeCloseTo(1, 12);
            expect(duelOf(b, a)).toEqual({ before: after, after: before, equal });
            if (a === b) expect(equal).toBe(1);
          }
        }
      }),
      runs(50),
    ));

  test('p10, p50 and p90 come in order and surround nothing but what is there', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        for (const { p10 = NaN, p50 = NaN, p90 = NaN, score } of Object.values(rankScenario(scenario).items)) {
          expect(p10 <= p50 && p50 <= p90).toBe(true);
          if (score === 0) expect(p90).toBe(0);
        }
      }),
      runs(50),
    ));

  test('cover the first 200 places, and no others', () => {
    const items = Array.from({ length: 230 }, (_, n) => item(`item-${n}`, 'p', { effort: n + 1 }));
    const output = rankScenario({ ...emptyScenario, problems: [{ id: 'p' }], items });
    const listed = output.rank.filter((id) => {
      const { p50, contrib } = output.items[id] ?? {};
      return p50 !== undefined && contrib !== undefined;
    });
    expect(listed).toEqual(output.rank.slice(0, 200));
    expect(Object.keys(output.neighbours)).toHaveLength(199);
    expect(Object.keys(output.flips)).toHaveLength(199);
  });
});

describe('the keyed generator', () => {
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
    ['ü', 0x119dd44a],
  ])('hashes "%s" as FNV-1a over UTF-8 does', (text, hash) => {
    expect(fnv1a(text).toString(16)).toBe(hash.toString(16));
  });

  test('draws numbers with mean 0 and spread 1', () => {
    const normals = keyedNormals('p:any', 1, 20_000);
    const mean = normals.reduce((sum, z) => sum + z, 0) / normals.length;
    const variance = normals.reduce((sum, z) => sum + (z - mean) ** 2, 0) / normals.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });
});
