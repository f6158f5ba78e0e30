import { useSyncExternalStore, type MouseEvent } from 'react';

const listeners = new Set<() => void>();
const changed = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', changed);

/** Jira's own long addresses of a project lead to the same places. */
const shortened = (path: string): string => path.replace(/^\/jira\/(?:[a-z]+\/)?(?:c\/)?(?=projects\/)/, '/');
window.history.replaceState(null, '', shortened(window.location.pathname) + window.location.search + window.location.hash);

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
  move(path, 'PUSH');
  window.scrollTo(0, 0);
}

/** Another address for the page that is shown already. */
export function move(path: string, how: 'PUSH' | 'REPLACE'): void {
  if (how === 'PUSH') window.history.pushState(null, '', shortened(path));
  else window.history.replaceState(null, '', shortened(path));
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

/** The project that the address is about, if it is about one. */
export const projectIn = (pathname: string): string | undefined => /^\/projects\/([^/]+)/.exec(pathname)?.[1] ?? /^\/browse\/([^/]+)-\d+/.exec(pathname)?.[1];
