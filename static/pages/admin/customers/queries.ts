import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '../../../../src/contract';
import { call } from '../../../api';

export const useCustomerList = (text: string) =>
  useQuery({ queryKey: ['customer-list', text], queryFn: () => call('listCustomers', { text }), placeholderData: keepPreviousData });

export function useSaveCustomer() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (customer: Sent<'saveCustomers'>['customers'][number]) => call('saveCustomers', { customers: [customer] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['customer-list'] }),
  });
}
