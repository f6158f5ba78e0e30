import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CallFailure } from '../call-failure';
import { followTheme } from '../forge';
import 'virtual:theme.css';
import './page.css';

/** Starts a surface: theme first, so that nothing flashes in the wrong colours. */
export function mount(page: ReactElement): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const queries = new QueryClient({ defaultOptions: { queries: { retry: mayTryAgain, refetchOnWindowFocus: false, staleTime: 30_000 } } });
  const render = (): void => {
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queries}>{page}</QueryClientProvider>
      </StrictMode>,
    );
  };
  // Without a theme the page is still readable: it starts either way.
  followTheme().then(render, render);
}

// Only what may pass by itself: a refusal stays a refusal however often it is asked.
const mayTryAgain = (count: number, failure: Error): boolean => count < 1 && failure instanceof CallFailure && failure.code === 'jira-unavailable';
