import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SetupChoices } from '../../../../src/contract/setup';
import { call } from '../../../api';

/** What would change for these choices; null: what was saved, or what setup proposes. Asking changes nothing. */
export function usePlan(choices: SetupChoices | null) {
  return useQuery({ queryKey: ['plan', choices], queryFn: () => call('planSetup', { choices }), placeholderData: keepPreviousData, staleTime: 0 });
}
