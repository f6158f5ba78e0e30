import { useEffect, useState } from 'react';
import { drawnFor, type Drawn } from './drawn';
import type { Order } from './order';

/** Draws follow the first rows: the order is there at once, its uncertainty a moment later. */
export function useDrawn(order: Order): Drawn | undefined {
  const [drawn, setDrawn] = useState<{ readonly of: Order; readonly drawn: Drawn }>();
  useEffect(() => {
    const soon = setTimeout(() => {
      setDrawn({ of: order, drawn: drawnFor(order) });
    }, 30);
    return () => {
      clearTimeout(soon);
    };
  }, [order]);
  return drawn?.of === order ? drawn.drawn : undefined;
}
