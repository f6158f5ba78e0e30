import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where an act takes away the button that had the focus, it goes to what came of the act: whenever `result` is another one, unless the
 * person is elsewhere by then. Falsy: nothing came of it yet.
 */
export function useLanding<Target extends HTMLElement>(result: string | boolean): RefObject<Target> {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (result !== '' && result !== false && document.activeElement === document.body) target.current?.focus();
  }, [result]);
  return target;
}
