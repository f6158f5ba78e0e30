import type { UseQueryResult } from '@tanstack/react-query';
import { reason } from '../../parts/failure-words';
import { FailedLine, Loading } from '../../parts/states';

/** A list within a form, while it is looked up or where it couldn't be: the form keeps the focus and its words. */
export function ListState({ query, what }: { readonly query: UseQueryResult; readonly what: string }) {
  if (query.isPending) return <Loading what={what} />;
  if (!query.isError) return null;
  return (
    <FailedLine isBusy={query.isFetching} onRetry={() => void query.refetch()}>
      Couldn’t {query.data === undefined ? 'look up' : 'refresh'} {what}. {reason(query.error)}
    </FailedLine>
  );
}
