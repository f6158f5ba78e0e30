import { useQuery } from '@tanstack/react-query';
import { readJira } from '../api';

/** The name that Jira shows this person for an account. */
export function PersonName({ accountId }: { readonly accountId: string }) {
  const { data, isPending } = useQuery({ queryKey: ['person', accountId], queryFn: () => readName(accountId), staleTime: Infinity });
  return <>{isPending ? '…' : (data ?? 'Somebody who left')}</>;
}

/** null: Jira shows none. */
export async function readName(accountId: string): Promise<string | null> {
  try {
    const user = await readJira(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`);
    return typeof user === 'object' && user !== null && 'displayName' in user ? String(user.displayName) : null;
  } catch {
    return null;
  }
}
