import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Output, Sent } from '../../../src/contract';
import { call, CallFailure } from '../../api';
import { flag, readPlace, refreshIssue } from '../../forge';
import { reason } from '../../parts/failure-words';

/** All that the panel shows for the issue its frame stands on. */
export function usePanel() {
  return useQuery({
    queryKey: ['panel'],
    queryFn: async () => {
      const { issueId, locale } = await readPlace();
      if (issueId === undefined) throw new CallFailure({ code: 'not-found', detail: 'The frame stands on no issue.', trace: '' });
      return { view: await call('openPanel', { issueId }), locale };
    },
  });
}

export function useCustomers(forIssueId: string, text: string) {
  return useQuery({ queryKey: ['customers', text], queryFn: () => call('findCustomers', { forIssueId, text }), enabled: text.trim().length > 1 });
}

/** Id of the statement that was linked on this page last: its cover is what one says next. */
export const linkedHere = ['linked-here'] as const;

const undoing: ReadonlySet<string> = new Set(['removeEvidence', 'unlinkProblem']);

type PanelAct =
  'tagEvidence' | 'addEvidence' | 'removeEvidence' | 'linkProblem' | 'unlinkProblem' | 'createStatement' | 'notConvinced' | 'exempt' | 'endExemption';

/** An act of the panel; afterwards the panel and Jira's own links are read again. */
export function useAct<Name extends PanelAct>(name: Name): UseMutationResult<Output<Name>, Error, Sent<Name>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Sent<Name>) => call(name, input),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['panel'] });
      await refreshIssue();
    },
    // The form that asked for the undo may be gone: without a flag a person would believe it was taken back.
    onError: (failure) => {
      if (undoing.has(name)) flag({ id: 'undo-failed', kind: 'error', title: 'It couldn’t be taken back', description: reason(failure) });
    },
  });
}
