import { lazy, Suspense } from 'react';
import { Loading } from '../../../parts/states';
import type { WhyProps } from './why';

const LazyWhy = lazy(() => import('./why').then(({ Why }) => ({ default: Why })));

/** Records load when Why opens, and so does its code. */
export const Why = (props: WhyProps) => (
  <Suspense fallback={<Loading what="the reasons" />}>
    <LazyWhy {...props} />
  </Suspense>
);
