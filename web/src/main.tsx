import '@fontsource-variable/archivo/wdth.css';
import '@fontsource-variable/sometype-mono';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ApiFault } from './api/ask.ts';
import { router } from './frame/router.tsx';
import { keptWaiting } from './state/waiting-decisions.ts';
import './style/tokens.css';
import './style/base.css';
import './style/print.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Answers change when knowledge does; the server says so with ETags when they are asked for again.
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // Only what may be otherwise a moment later is asked again: no connection, or a server that is busy.
      retry: (count, error) => count < 2 && [0, 429, 502, 503].includes((error as ApiFault).status),
    },
  },
});

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

// Whatever page is opened next, decisions that were not sent are sent.
if (keptWaiting() !== undefined) void import('./state/decisions.ts');
