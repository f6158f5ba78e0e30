import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { GateView } from '../../../../src/contract/gate';
import type { GateMode, OutagePolicy } from '../../../../src/domain/gate';
import { call, CallFailure } from '../../../api';

const keyOf = (projectId: string) => ['gate', projectId];

export const useGate = (projectId: string) => useQuery({ queryKey: keyOf(projectId), queryFn: () => call('openGate', { projectId }) });

export interface GateDraft {
  readonly modes: Readonly<Record<string, GateMode>>;
  readonly whenJiraIsDown: OutagePolicy;
}

const draftOf = ({ types, whenJiraIsDown }: GateView): GateDraft => ({ modes: Object.fromEntries(types.map(({ id, mode }) => [id, mode])), whenJiraIsDown });

/** What the admin chose; it stays on screen when somebody else saved first, and is then saved over what they see. */
export function useGateDraft(projectId: string, gate: GateView) {
  const queries = useQueryClient();
  const [own, setOwn] = useState<GateDraft>();
  const [isOvertaken, setOvertaken] = useState(false);
  const saved = draftOf(gate);
  const draft = own ?? saved;
  const saving = useMutation({
    mutationFn: () =>
      call('saveGate', {
        projectId,
        revision: gate.revision,
        whenJiraIsDown: draft.whenJiraIsDown,
        modes: Object.entries(draft.modes).map(([typeId, mode]) => ({ typeId, mode })),
      }),
    onSuccess: async () => {
      setOvertaken(false);
      await queries.invalidateQueries({ queryKey: keyOf(projectId) });
      setOwn(undefined);
    },
    onError: async (failure) => {
      if (!(failure instanceof CallFailure) || failure.code !== 'conflict') return;
      await queries.invalidateQueries({ queryKey: keyOf(projectId) });
      setOvertaken(true);
    },
  });
  return {
    draft,
    saved,
    isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
    isOvertaken,
    saving,
    change: setOwn,
    discard: () => {
      setOwn(undefined);
      setOvertaken(false);
      saving.reset();
    },
  };
}

export function useEndExemption(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (issueId: string) => call('endExemption', { issueId }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}
