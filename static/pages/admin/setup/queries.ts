import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SetupChoices } from '../../../../src/contract/setup';
import { call, readJira } from '../../../api';

/** What would change for these choices; null: what was saved, or what setup proposes. Asking changes nothing. */
export function usePlan(choices: SetupChoices | null) {
  return useQuery({ queryKey: ['plan', choices], queryFn: () => call('planSetup', { choices }), placeholderData: keepPreviousData, staleTime: 0 });
}

/** The name that Jira shows this person for an account; "another admin" where Jira shows none. */
export async function readName(accountId: string): Promise<string> {
  try {
    const user = (await readJira(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`)) as { readonly displayName?: string };
    return user.displayName ?? 'Another admin';
  } catch {
    return 'Another admin';
  }
}
