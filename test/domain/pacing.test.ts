import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { allowance, remembered, type Pace } from '../../src/domain/pacing';
import { runs } from '../runs';

const paces: readonly Pace[] = [
  { most: 3, seconds: 2 },
  { most: 7, seconds: 10 },
];

/** Acts as often as it is allowed, with pauses of its own, and waits as long as it is told; times in ms, of which it only knows the second. */
function actsAt(pauses: readonly number[]): readonly number[] {
  let now = 0;
  let known: readonly number[] = [];
  const at: number[] = [];
  for (const pause of pauses) {
    now += pause;
    for (;;) {
      const second = Math.floor(now / 1_000);
      known = remembered(paces, known, second);
      const { free, waitSeconds } = allowance(paces, known, second);
      if (free > 0) break;
      expect(waitSeconds).toBeGreaterThan(0);
      now += waitSeconds * 1_000;
    }
    known = [...known, Math.floor(now / 1_000)];
    at.push(now);
  }
  return at;
}

test('no stretch of time holds more acts than its wall allows, whatever the rhythm', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 60 }), (pauses) => {
      const at = actsAt(pauses);
      for (const { most, seconds } of paces)
        for (const from of at) expect(at.filter((own) => own >= from && own < from + seconds * 1_000).length).toBeLessThanOrEqual(most);
    }),
    runs(200),
  );
});

test('waiting is never longer than the longest wall', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 90, max: 100 }), { maxLength: 30 }), (acts) => {
      expect(allowance(paces, acts, 100).waitSeconds).toBeLessThanOrEqual(11);
    }),
    runs(200),
  );
});

test('without a wall there is nothing to wait for', () => {
  expect(allowance([], [5, 5, 5], 5)).toEqual({ free: Number.MAX_SAFE_INTEGER, waitSeconds: 0 });
});
