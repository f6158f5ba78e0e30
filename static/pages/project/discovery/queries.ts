import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sent } from '../../../../src/contract';
import type { DiscoveryTask } from '../../../../src/contract/discovery';
import type { FailureCode } from '../../../../src/contract/failures';
import { call, CallFailure } from '../../../api';

export type Question = Omit<Sent<'createDiscoveryTask'>, 'requestId' | 'projectId'>;

interface Made {
  readonly task: DiscoveryTask;
  readonly requestId: string;
}

/** The task that asks a question: what was created stays known while the page is open, wherever the question shows. */
export function useDiscoveryTask(question: Question, homes: readonly string[]) {
  const queries = useQueryClient();
  const key = ['discovery', question];
  // One act, however often the button is pressed; after an undo it is another.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const made = useQuery<Made | null>({ queryKey: key, queryFn: () => null, staleTime: Infinity, gcTime: Infinity });
  const create = useMutation({
    mutationFn: async () => ({ task: await createIn(homes, { ...question, requestId }), requestId }),
    onSuccess: (done: Made) => {
      queries.setQueryData(key, done);
    },
  });
  const undo = useMutation({
    mutationFn: (done: Made) => call('undoDiscoveryTask', { requestId: done.requestId }),
    onSuccess: ({ outcome }) => {
      if (outcome !== 'kept') queries.setQueryData(key, null);
      setRequestId(crypto.randomUUID());
      create.reset();
    },
  });
  return { made: made.data ?? undefined, create, undo };
}

// "invalid": it has no type for a task, or asks for more fields.
const refusals: readonly FailureCode[] = ['forbidden', 'not-found', 'invalid'];

/** In the first of these projects that takes it. A refusal made nothing, so the next one may be asked. */
async function createIn([home, ...others]: readonly string[], asked: Omit<Sent<'createDiscoveryTask'>, 'projectId'>): Promise<DiscoveryTask> {
  if (home === undefined) throw new CallFailure({ code: 'forbidden', detail: 'You may not create issues there.', trace: '' });
  try {
    return await call('createDiscoveryTask', { ...asked, projectId: home });
  } catch (failure) {
    const isRefused = failure instanceof CallFailure && refusals.includes(failure.code);
    if (!isRefused || others.length === 0) throw failure;
    return createIn(others, asked);
  }
}
