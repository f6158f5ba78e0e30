import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:theme.css';
import { App } from './app';
import './site.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2_000 } } });
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
