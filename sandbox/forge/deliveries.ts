import type { Clock } from '../clock';

interface Delivery {
  readonly kind: 'event' | 'queue' | 'schedule';
  /** What it carries, for the report of `settle`: an event's name, a queue's, a schedule's key. */
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface Deliveries {
  /** Runs it when `delayMs` have passed. */
  add(delivery: Delivery, delayMs: number): void;
  /** Forgets all of it and takes no more until it is opened again: nobody is there to deliver to. */
  close(): void;
  open(): void;
  /** Waits for a run that something else started. */
  track(run: Promise<unknown>): void;
  /** Runs everything due within `withinMs`, one after the other in virtual time, until nothing is left; schedules keep their hours. */
  settle(withinMs: number): Promise<string[]>;
  /** Lets time pass, schedules included, and waits for what that started. */
  readonly elapse: (ms: number) => Promise<string[]>;
  readonly pending: number;
}

interface Waiting {
  readonly delivery: Delivery;
  readonly due: number;
}

/** What the platform still owes the app: events under way, queue items, the next hour's schedule. */
export function createDeliveries(clock: Clock): Deliveries {
  const waiting = new Map<Waiting, number>();
  const running = new Set<Promise<unknown>>();
  let ran: string[] = [];
  let isOpen = true;

  const track = (run: Promise<unknown>) => {
    const ended: Promise<unknown> = run.then(
      () => running.delete(ended),
      () => running.delete(ended),
    );
    running.add(ended);
  };
  const quiet = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  const nextDue = (counts: (entry: Waiting) => boolean) => Math.min(...[...waiting.keys()].filter(counts).map(({ due }) => due));

  async function runUntil(last: number, counts: (entry: Waiting) => boolean): Promise<string[]> {
    ran = [];
    for (;;) {
      await quiet();
      const due = nextDue(counts);
      if (due > last) return ran;
      clock.advance(Math.max(0, due - clock.now()));
    }
  }

  return {
    add(delivery, delayMs) {
      if (!isOpen) return;
      const entry = { delivery, due: clock.now() + delayMs };
      const timer = clock.setTimeout(
        () => {
          waiting.delete(entry);
          ran.push(`${delivery.kind} ${delivery.name}`);
          track(delivery.run());
        },
        delayMs,
        'never',
      );
      waiting.set(entry, timer);
    },
    close() {
      isOpen = false;
      for (const timer of waiting.values()) clock.clearTimeout(timer);
      waiting.clear();
    },
    open: () => void (isOpen = true),
    track,
    settle: (withinMs) => runUntil(clock.now() + withinMs, ({ delivery }) => delivery.kind !== 'schedule'),
    async elapse(ms) {
      const until = clock.now() + ms;
      const done = await runUntil(until, () => true);
      clock.advance(Math.max(0, until - clock.now()));
      await quiet();
      return done;
    },
    get pending() {
      return [...waiting.keys()].filter(({ delivery }) => delivery.kind !== 'schedule').length;
    },
  };
}
