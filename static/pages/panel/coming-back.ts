import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Long enough for a pointer that crosses the frame's edge, short enough for the way from Jira's own buttons to the panel. */
const freshInMs = 4_000;

/**
 * Reads the panel again when somebody turns to it: Jira tells no frame that a move was stopped. Only where the gate would stop the item,
 * so that nobody else's pointer costs a read.
 */
export function useComingBack(isAwaited: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isAwaited) return undefined;
    const readAgain = (): void => {
      const { dataUpdatedAt = 0 } = queries.getQueryState(['panel']) ?? {};
      if (document.visibilityState === 'visible' && Date.now() - dataUpdatedAt > freshInMs) void queries.invalidateQueries({ queryKey: ['panel'] });
    };
    const frame = document.documentElement;
    window.addEventListener('focus', readAgain);
    document.addEventListener('visibilitychange', readAgain);
    frame.addEventListener('pointerenter', readAgain);
    return () => {
      window.removeEventListener('focus', readAgain);
      document.removeEventListener('visibilitychange', readAgain);
      frame.removeEventListener('pointerenter', readAgain);
    };
  }, [isAwaited, queries]);
}
