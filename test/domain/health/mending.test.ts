import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { DrawnLink, HealthFacts } from '../../../src/domain/health/facts';
import type { Repair } from '../../../src/domain/health/faults';
import { findFaults } from '../../../src/domain/health/find-faults';
import { stillToDo, takingBack, type LinkChange } from '../../../src/domain/health/mending';
import { runs } from '../../runs';
import { sites } from './planting';

/** As Jira does it: a link that is there is not drawn twice, and a new one has a new id. */
function carryOut({ removes, adds }: LinkChange, links: readonly DrawnLink[], nextId: number): readonly DrawnLink[] {
  const left = links.filter(({ id }) => !removes.some((one) => one.id === id));
  const added = adds.filter(({ typeId, from, to }) => !left.some((link) => link.typeId === typeId && link.from === from && link.to === to));
  return [...left, ...added.map((link, at) => ({ ...link, id: String(nextId + at) }))];
}

const setOf = (links: readonly DrawnLink[]): string => [...new Set(links.map(({ typeId, from, to }) => `${typeId} ${from} ${to}`))].sort().join('\n');

const everyRepair = (facts: HealthFacts): readonly Repair[] => findFaults(facts).flatMap(({ repairs }) => repairs);
const linksOf = ({ links }: HealthFacts): readonly DrawnLink[] => links.map(({ id, typeId, from, to }) => ({ id, typeId, from, to }));

test('mending twice is mending once, and taking it back gives the same links, byte by byte', () => {
  fc.assert(
    fc.property(sites(2), ({ facts }) => {
      const before = linksOf(facts);
      for (const repair of everyRepair(facts)) {
        const change = stillToDo(repair, before);
        const once = carryOut(change, before, 1_000_000);
        expect(setOf(carryOut(stillToDo(repair, once), once, 2_000_000))).toBe(setOf(once));
        const back = carryOut(takingBack(change, once), once, 3_000_000);
        expect(setOf(back)).toBe(setOf(before));
        expect(setOf(carryOut(takingBack(change, back), back, 4_000_000))).toBe(setOf(before));
      }
    }),
    runs(200),
  );
});

test('what somebody did already is not done again, and not taken back', () => {
  fc.assert(
    fc.property(sites(2), fc.nat(), ({ facts }, pick) => {
      const all = everyRepair(facts);
      const repair = all[pick % Math.max(1, all.length)];
      if (repair === undefined) return;
      const start = linksOf(facts);
      // Somebody drew the right link by hand and left the wrong one.
      const before = carryOut({ removes: [], adds: repair.adds }, start, 1_000_000);
      const change = stillToDo(repair, before);
      expect(change.adds).toEqual([]);
      const after = carryOut(change, before, 2_000_000);
      expect(setOf(carryOut(takingBack(change, after), after, 3_000_000))).toBe(setOf(before));
    }),
    runs(100),
  );
});

test('after its one repair a fault is gone and no other has come', () => {
  fc.assert(
    fc.property(sites(2), ({ facts }) => {
      for (const fault of findFaults(facts).filter(({ isOneClick }) => isOneClick)) {
        const [repair] = fault.repairs;
        if (repair === undefined) throw new Error('one click, and nothing to do');
        const meaningOf = new Map(facts.links.map(({ typeId, meaning }) => [typeId, meaning]));
        for (const [kind, typeId] of Object.entries(facts.chosen))
          meaningOf.set(typeId, { says: 'kind', kind: kind as keyof typeof facts.chosen, isChosen: true });
        const links = carryOut(stillToDo(repair, linksOf(facts)), linksOf(facts), 1_000_000).flatMap((link) => {
          const meaning = meaningOf.get(link.typeId);
          return meaning ? [{ ...link, meaning }] : [];
        });
        const known = new Set(findFaults(facts).map(({ id }) => id));
        const left = findFaults({ ...facts, links }).filter(({ rule }) => rule !== 'tooManyEpics');
        expect(left.map(({ id }) => id)).not.toContain(fault.id);
        expect(left.filter(({ id }) => !known.has(id))).toEqual([]);
      }
    }),
    runs(30),
  );
});
