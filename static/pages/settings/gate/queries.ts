import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { GateView } from '../../../../src/contract/gate';
import type { GateMode, OutagePolicy } from '../../../../src/domain/gate';
import { call, CallFailure, readJira } from '../../../api';

const keyOf = (projectId: string) => ['gate', projectId];

export const useGate = (projectId: string) => useQuery({ queryKey: keyOf(projectId), queryFn: () => call('openGate', { projectId }) });

export interface GateDraft {
  readonly modes: Readonly<Record<string, GateMode>>;
  readonly whenJiraIsDown: OutagePolicy;
}

const draftOf = ({ types, whenJiraIsDown }: GateView): GateDraft => ({ modes: Object.fromEntries(types.map(({ id, mode }) => [id, mode])), whenJiraIsDown });

const nothing: GateDraft = { modes: {}, whenJiraIsDown: 'pass' };

export type GateEditing = ReturnType<typeof useGateDraft>;

/** What the admin chose; it stays on screen when somebody else saved first, and is then saved over what they see. */
export function useGateDraft(projectId: string, gate: GateView | undefined) {
  const queries = useQueryClient();
  const [own, setOwn] = useState<GateDraft>();
  const [isOvertaken, setOvertaken] = useState(false);
  const saved = gate ? draftOf(gate) : nothing;
  const draft = own ?? saved;
  const saving = useMutation({
    mutationFn: () =>
      call('saveGate', {
        projectId,
        revision: gate?.revision ?? '',
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

/** As the person: what they may not see, and what is of another project, is not there. */
async function issueIn(projectId: string, key: string): Promise<string> {
  const found = z.safeParse(issueShape, await readJira(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=project`));
  if (!found.success || found.data.fields.project.id !== projectId) throw new CallFailure({ code: 'not-found', detail: '', trace: '' });
  return found.data.id;
}
const issueShape = z.object({ id: z.string(), fields: z.object({ project: z.object({ id: z.string() }) }) });

export function useExempt(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, reason, days }: { readonly key: string; readonly reason: string; readonly days: number }) =>
      call('exempt', { issueId: await issueIn(projectId, key), reason, days }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}

export function useEndExemption(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (issueId: string) => call('endExemption', { issueId }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}
