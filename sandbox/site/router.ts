import { useSyncExternalStore, type MouseEvent } from 'react';

const listeners = new Set<() => void>();
const changed = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', changed);

/** Where the site stands: path and query, as in the address bar. */
export const useAddress = (): URL =>
  new URL(
    useSyncExternalStore(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => window.location.href,
    ),
  );

export function go(path: string): void {
  window.history.pushState(null, '', path);
  window.scrollTo(0, 0);
  changed();
}

/** Props of a link that stays inside the site. */
export const to = (path: string) => ({
  href: path,
  onClick: (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(path);
  },
});
