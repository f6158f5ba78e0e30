/** Indices in order, of which some may be put back with a later place. */
export interface Queue {
  readonly takeFirst: () => number | undefined;
  readonly putBack: (index: number) => void;
}

/** A queue over indices that are sorted already; those put back wait in a small heap beside it. */
export function createQueue(sorted: readonly number[], compare: (a: number, b: number) => number): Queue {
  const heap: number[] = [];
  let next = 0;

  function takeFirst(): number | undefined {
    const fromHeap = heap[0];
    const fromSorted = sorted[next];
    if (fromHeap === undefined || (fromSorted !== undefined && compare(fromSorted, fromHeap) < 0)) {
      next += 1;
      return fromSorted;
    }
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) sink(last);
    return fromHeap;
  }

  function sink(moving: number): void {
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      if (left === undefined) break;
      const right = heap[2 * at + 2];
      const takeRight = right !== undefined && compare(right, left) < 0;
      const child = takeRight ? right : left;
      if (compare(child, moving) > 0) break;
      heap[at] = child;
      at = 2 * at + (takeRight ? 2 : 1);
    }
    heap[at] = moving;
  }

  function putBack(index: number): void {
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || compare(index, parent) > 0) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = index;
  }

  return { takeFirst, putBack };
}
