import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Output, Sent } from '../../../src/contract';
import { call } from '../../api';
import { flag, readPlace, refreshIssue } from '../../forge';
import { reason } from '../../parts/states';

/** The frame's own place and all that the panel shows for it. */
export function usePanel() {
  const place = useQuery({ queryKey: ['place'], queryFn: readPlace, staleTime: Infinity });
  const issueId = place.data?.issueId;
  const panel = useQuery({ queryKey: ['panel', issueId], queryFn: () => call('openPanel', { issueId: issueId ?? '' }), enabled: issueId !== undefined });
  return { locale: place.data?.locale ?? 'en', panel };
}

/** Statements to pick from: asked once per frame, on the first need, so that opening an issue stays cheap. */
export function useStatements(forIssueId: string, isWanted: boolean) {
  return useQuery({ queryKey: ['statements', forIssueId], queryFn: () => call('listStatements', { forIssueId }), enabled: isWanted, staleTime: 5 * 60_000 });
}

export function useCustomers(forIssueId: string, text: string) {
  return useQuery({ queryKey: ['customers', text], queryFn: () => call('findCustomers', { forIssueId, text }), enabled: text.trim().length > 1 });
}

const undoing: ReadonlySet<string> = new Set(['removeEvidence', 'unlinkProblem']);

type PanelAct = 'tagEvidence' | 'removeEvidence' | 'linkProblem' | 'unlinkProblem' | 'createStatement' | 'notConvinced';

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
