/** Epoch milliseconds of the site; never read the machine's own clock beside it. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Moves time; what falls due on the way runs in order, each at its own time. */
  readonly advance: (ms: number) => void;
  readonly setTimeout: (run: () => void, ms: number, drives?: Drives) => number;
  readonly clearTimeout: (id: number) => void;
  /** Forgets every timer, so that a test or a server can end. */
  readonly stop: () => void;
}

/**
 * What a waiting timer does to virtual time. `at-once`: somebody sleeps, time jumps there. `when-stuck`: a deadline, reached only
 * when nothing else happens any more. `never`: a schedule, which waits until time passes for other reasons.
 */
type Drives = 'at-once' | 'when-stuck' | 'never';

export interface ClockOptions {
  readonly mode: 'running' | 'virtual';
  /** Epoch ms at creation. */
  readonly start: number;
}

export const createClock = ({ mode, start }: ClockOptions): Clock => (mode === 'running' ? runningClock(start) : virtualClock(start));

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly drives: Drives;
  readonly run: () => void;
}

/** Due timers in order; equal times in the order they were set. */
class Timers {
  private readonly byId = new Map<number, Timer>();
  private readonly heap: Timer[] = [];
  private readonly waiting: Record<Drives, number> = { 'at-once': 0, 'when-stuck': 0, never: 0 };
  private lastId = 0;

  add(due: number, run: () => void, drives: Drives): number {
    const timer = { id: (this.lastId += 1), due, run, drives };
    this.byId.set(timer.id, timer);
    this.waiting[drives] += 1;
    this.heap.push(timer);
    this.siftUp(this.heap.length - 1);
    return timer.id;
  }

  remove(id: number): void {
    const timer = this.byId.get(id);
    if (timer === undefined) return;
    this.byId.delete(id);
    this.waiting[timer.drives] -= 1;
  }

  clear(): void {
    this.byId.clear();
    this.heap.length = 0;
    this.waiting['at-once'] = this.waiting['when-stuck'] = this.waiting.never = 0;
  }

  count(drives: Drives): number {
    return this.waiting[drives];
  }

  first(): Timer | undefined {
    for (let top = this.heap[0]; top !== undefined; top = this.heap[0]) {
      if (this.byId.has(top.id)) return top;
      this.pop();
    }
    return undefined;
  }

  takeFirst(): Timer | undefined {
    const timer = this.first();
    if (timer === undefined) return undefined;
    this.pop();
    this.remove(timer.id);
    return timer;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.siftDown(0);
  }

  private siftUp(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private siftDown(from: number): void {
    for (let at = from; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.heap.length && this.isBefore(left, least)) least = left;
      if (right < this.heap.length && this.isBefore(right, least)) least = right;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.due < other.due || (one.due === other.due && one.id < other.id);
  }

  private swap(a: number, b: number): void {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (one === undefined || other === undefined) return;
    this.heap[a] = other;
    this.heap[b] = one;
  }
}

const sleepOn = (clock: Pick<Clock, 'setTimeout'>) => (ms: number) => new Promise<void>((resolve) => clock.setTimeout(resolve, ms));

/** Time as on the wall, plus what was skipped by `advance`. */
function runningClock(start: number): Clock {
  const timers = new Timers();
  let offset = start - Date.now();
  let armed: NodeJS.Timeout | undefined;
  const now = () => Date.now() + offset;

  const arm = () => {
    if (armed !== undefined) clearTimeout(armed);
    const next = timers.first();
    if (next === undefined) return;
    // Node fires at once for waits beyond 2^31 ms.
    armed = setTimeout(runDue, Math.min(Math.max(0, next.due - now()), 86_400_000));
    if (next.drives === 'never') armed.unref();
  };
  const runDue = () => {
    const until = now();
    for (let next = timers.first(); next !== undefined && next.due <= until; next = timers.first()) timers.takeFirst()?.run();
    arm();
  };

  const clock = {
    now,
    advance(ms: number) {
      offset += ms;
      runDue();
    },
    setTimeout(run: () => void, ms: number, drives: Drives = 'at-once') {
      const id = timers.add(now() + Math.max(0, ms), run, drives);
      arm();
      return id;
    },
    clearTimeout(id: number) {
      timers.remove(id);
      if (timers.first() === undefined && armed !== undefined) clearTimeout(armed);
    },
    stop() {
      timers.clear();
      if (armed !== undefined) clearTimeout(armed);
    },
  };
  return { ...clock, sleep: sleepOn(clock) };
}

/** How long nothing may happen, on the wall, before a hanging function is taken to its deadline. */
const stuckAfterMs = 250;

/** A discrete-event loop: time stands still while code runs and jumps to the next timer when all code waits. */
function virtualClock(start: number): Clock {
  const timers = new Timers();
  let time = start;
  let turn: NodeJS.Immediate | undefined;
  let stuck: NodeJS.Timeout | undefined;

  const runFirst = () => {
    const timer = timers.takeFirst();
    if (timer === undefined) return;
    time = Math.max(time, timer.due);
    timer.run();
  };
  const keepGoing = () => {
    if (stuck !== undefined) clearTimeout(stuck);
    stuck = undefined;
    if (timers.count('at-once') > 0) {
      // Two turns of the event loop: every promise that can settle without the clock has settled by then.
      turn ??= setImmediate(() => {
        turn = setImmediate(() => {
          turn = undefined;
          if (timers.count('at-once') > 0) runFirst();
          keepGoing();
        });
      });
    } else if (timers.count('when-stuck') > 0) {
      stuck = setTimeout(() => {
        if (timers.count('at-once') === 0 && timers.count('when-stuck') > 0) runFirst();
        keepGoing();
      }, stuckAfterMs);
    }
  };

  const clock = {
    now: () => time,
    advance(ms: number) {
      const until = time + ms;
      for (let next = timers.first(); next !== undefined && next.due <= until; next = timers.first()) runFirst();
      time = until;
    },
    setTimeout(run: () => void, ms: number, drives: Drives = 'at-once') {
      // In whole milliseconds, as timers and clocks tick.
      const id = timers.add(time + Math.ceil(Math.max(0, ms)), run, drives);
      if (drives !== 'never') keepGoing();
      return id;
    },
    clearTimeout(id: number) {
      timers.remove(id);
      if (stuck !== undefined && timers.count('when-stuck') === 0) {
        clearTimeout(stuck);
        stuck = undefined;
      }
    },
    stop() {
      timers.clear();
      if (turn !== undefined) clearImmediate(turn);
      if (stuck !== undefined) clearTimeout(stuck);
      turn = stuck = undefined;
    },
  };
  return { ...clock, sleep: sleepOn(clock) };
}
