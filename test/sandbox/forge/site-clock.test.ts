import { describe, expect, test } from '@jest/globals';
import { createClock, type Clock } from '../../../sandbox/clock';

const virtual = () => createClock({ mode: 'virtual', start: 0 });
const noting = (clock: Clock) => {
  const notes: string[] = [];
  return { notes, note: (name: string) => () => void notes.push(`${name}@${String(clock.now())}`) };
};

describe('virtual time', () => {
  test('jumps from sleep to sleep, in order, at no real cost', async () => {
    const clock = virtual();
    const { notes, note } = noting(clock);
    await Promise.all([clock.sleep(3_600_000).then(note('hour')), clock.sleep(60_000).then(note('minute')), clock.sleep(60_000).then(note('minute too'))]);
    expect(notes).toEqual(['minute@60000', 'minute too@60000', 'hour@3600000']);
  });

  test('sleeps one after the other add up', async () => {
    const clock = virtual();
    for (let round = 0; round < 50; round += 1) await clock.sleep(20);
    expect(clock.now()).toBe(1_000);
  });

  test('does not move for what merely waits', async () => {
    const clock = virtual();
    const { notes, note } = noting(clock);
    clock.setTimeout(note('schedule'), 3_600_000, 'never');
    await clock.sleep(1_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([clock.now(), notes]).toEqual([1_000, []]);
  });

  test('moved by hand runs what falls due on the way, each at its own time', () => {
    const clock = virtual();
    const { notes, note } = noting(clock);
    clock.setTimeout(note('b'), 200, 'never');
    clock.setTimeout(note('a'), 100, 'never');
    clock.clearTimeout(clock.setTimeout(note('cleared'), 150, 'never'));
    clock.setTimeout(() => clock.setTimeout(note('set on the way'), 50, 'never'), 100, 'never');
    clock.advance(1_000);
    expect([notes, clock.now()]).toEqual([['a@100', 'set on the way@150', 'b@200'], 1_000]);
  });

  test('reaches a deadline only when all else stands still', async () => {
    const clock = virtual();
    const { notes, note } = noting(clock);
    const deadline = new Promise<void>((resolve) => clock.setTimeout(resolve, 25_000, 'when-stuck'));
    await clock.sleep(100).then(note('work'));
    await deadline.then(note('deadline'));
    expect(notes).toEqual(['work@100', 'deadline@25000']);
  });
});

describe('running time', () => {
  test("is the wall's from its own start, plus what was skipped", async () => {
    const clock = createClock({ mode: 'running', start: 1_000_000 });
    const { notes, note } = noting(clock);
    clock.setTimeout(note('late'), 3_600_000, 'never');
    clock.advance(3_600_000);
    expect(notes).toHaveLength(1);
    await clock.sleep(20);
    expect(clock.now()).toBeGreaterThanOrEqual(4_600_020);
    expect(clock.now()).toBeLessThan(4_605_000);
    clock.stop();
  });
});
