import { useState } from 'react';
import type { Order } from '../rank/order';
import type { RankingView } from '../../../../src/contract/ranking';

export const placesOffered = [20, 50, 100, 200, 500];
const mostPlaces = 1000;
const usualPlaces = 100;

interface Scope {
  readonly board: ReadonlySet<string> | undefined;
  readonly filtered: ReadonlySet<string> | undefined;
}

/** What is applied: the lane first, then the order of the evidence; of these, what Jira's order has and the scope leaves. */
export function listedOf(view: RankingView, order: Order, jiraOrder: ReadonlyMap<string, number>, { board, filtered }: Scope): readonly string[] {
  const ids = new Set([...view.pins.map(({ issueId }) => issueId as string), ...order.placed.map(({ item }) => item.id as string)]);
  return [...ids].filter((id) => jiraOrder.has(id) && board?.has(id) !== false && filtered?.has(id) !== false);
}

interface ByHand {
  readonly id: string;
  readonly reason: string;
}

export interface Asking {
  readonly taken: number;
  readonly most: number;
  readonly wanted: readonly string[];
  readonly byHand: readonly ByHand[];
  readonly setPlaces: (places: number) => void;
  /** Beside another item; who is moved by hand needs a reason. */
  readonly move: (id: string, side: 'before' | 'after', other: string) => boolean;
  readonly setReason: (id: string, reason: string) => void;
  readonly putBack: (id: string) => void;
  readonly clear: () => void;
}

interface Hand {
  readonly wanted: readonly string[];
  readonly moved: readonly ByHand[];
}

/** The wanted order: that of the evidence, with what the person put elsewhere. Another scope begins anew. */
export function useAsking(listed: readonly string[]): Asking {
  const [places, setPlaces] = useState(usualPlaces);
  const [hand, setHand] = useState<Hand>();
  const most = Math.min(listed.length, mostPlaces);
  const taken = Math.min(places, most);
  const base = listed.slice(0, taken);
  // Evidence may change while the page is open: what was moved by hand is kept only where it still stands for the same items.
  const own = hand && isSameSet(hand.wanted, base) ? hand : { wanted: base, moved: [] };
  return {
    taken,
    most,
    wanted: own.wanted,
    byHand: own.moved,
    setPlaces,
    move: (id, side, other) => {
      if (!own.wanted.includes(id) || !own.wanted.includes(other)) return false;
      const moved = own.moved.some((one) => one.id === id) ? own.moved : [...own.moved, { id, reason: '' }];
      setHand({ wanted: putBeside(own.wanted, id, side, other), moved });
      return true;
    },
    setReason: (id, reason) => {
      setHand({ ...own, moved: own.moved.map((one) => (one.id === id ? { id, reason } : one)) });
    },
    putBack: (id) => {
      const above = base.slice(0, base.indexOf(id)).findLast((other) => !own.moved.some((one) => one.id === other));
      const wanted = above === undefined ? [id, ...own.wanted.filter((one) => one !== id)] : putBeside(own.wanted, id, 'after', above);
      const moved = own.moved.filter((one) => one.id !== id);
      setHand(moved.length === 0 ? undefined : { wanted, moved });
    },
    clear: () => {
      setHand(undefined);
    },
  };
}

function putBeside(order: readonly string[], id: string, side: 'before' | 'after', other: string): readonly string[] {
  const rest = order.filter((one) => one !== id);
  const at = rest.indexOf(other) + (side === 'after' ? 1 : 0);
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return some.length === others.length && some.every((id) => known.has(id));
}
