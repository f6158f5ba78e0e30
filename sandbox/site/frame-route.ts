import { move, useAddress } from './router';

/** The part of the address that belongs to a page of the app: its own history moves it, and Back moves the page. */
export interface FrameRoute {
  readonly path: string;
  readonly onMove: (path: string, how: 'PUSH' | 'REPLACE') => void;
}

export function useFrameRoute(base: string): FrameRoute {
  const { pathname, search, hash } = useAddress();
  const rest = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : '/';
  return { path: rest + search + hash, onMove: (path, how) => move(base + (path.startsWith('/') ? path : `/${path}`).replace(/^\/$/, ''), how) };
}
