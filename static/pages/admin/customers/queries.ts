import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '../../../../src/contract';
import { call } from '../../../api';

export const useCustomerList = (text: string) =>
  useQuery({ queryKey: ['customer-list', text], queryFn: () => call('listCustomers', { text }), placeholderData: keepPreviousData });

/** A new one is added, so that nobody who has it already loses what stands in its row. */
export function useSaveCustomer(isNew: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (customer: Sent<'saveCustomers'>['customers'][number]) => call('saveCustomers', { customers: [customer], isAdding: isNew }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['customer-list'] }),
  });
}
