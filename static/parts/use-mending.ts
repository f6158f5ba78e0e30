import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { FaultView } from '../../src/contract/health';
import type { WorkStepView, WorkView } from '../../src/contract/work';
import { call } from '../api';
import { isOver, useWork, type DrivenWork } from './use-work';

interface Picked {
  readonly fault: FaultView;
  /** Which of its repairs, from 0. */
  readonly choice: number;
}

export interface Mending {
  readonly driven: DrivenWork;
  /** By fault; what was taken back again is not in it. */
  readonly outcomes: ReadonlyMap<string, WorkStepView>;
  /** Faults that are there again. */
  readonly takenBack: ReadonlySet<string>;
  readonly isBusy: boolean;
  /** Why it did not start; nothing was changed. */
  readonly failure: Error | null;
  readonly start: (picked: readonly Picked[]) => void;
}

interface MendingOptions {
  /** Takes up what was left unfinished, but waits for the person to go on. */
  readonly resumes: boolean;
  /** Links have changed. */
  readonly onSettled: () => void;
}

/** Mends faults in the person's name, as long as the page is open. */
export function useMending(projectId: string, { resumes, onSettled }: MendingOptions): Mending {
  const driven = useWork();
  const { opened, driving } = driven;
  const starting = useMutation({
    mutationFn: ({ requestId, picked }: { readonly requestId: string; readonly picked: readonly Picked[] }) =>
      call('mendFaults', { requestId, projectId, picks: picked.map(({ fault: { id }, choice }) => ({ faultId: id, choice })) }),
    onSuccess: ({ work }, { picked }) => {
      driven.drive({ work, steps: picked.map(({ fault: { id: subject } }) => ({ subject, outcome: null, undo: null })) });
    },
  });
  const unfinished = useQuery({
    queryKey: ['unfinished', 'repair', projectId],
    queryFn: () => readUnfinished(projectId),
    enabled: resumes,
    staleTime: Infinity,
  });
  useOnceOver(opened?.work, onSettled);
  const shown = opened ?? (starting.isIdle ? (unfinished.data ?? undefined) : undefined);
  return {
    driven: { ...driven, opened: shown, resume: opened ? driven.resume : () => shown && driven.drive(shown) },
    outcomes: new Map((shown?.steps ?? []).filter(({ outcome, undo }) => outcome !== null && undo?.outcome !== 'undone').map((step) => [step.subject, step])),
    takenBack: new Set((shown?.steps ?? []).filter(({ undo }) => undo?.outcome === 'undone').map(({ subject }) => subject)),
    isBusy: starting.isPending || driving !== 'paused',
    failure: starting.error,
    start: (picked) => {
      starting.mutate({ requestId: crypto.randomUUID(), picked });
    },
  };
}

async function readUnfinished(projectId: string) {
  const { works } = await call('openWork', { kind: 'repair' });
  const left = works.find((work) => work.about.kind === 'repair' && work.about.projectId === projectId && !isOver(work));
  return left === undefined ? null : call('readWork', { workId: left.id });
}

function useOnceOver(work: WorkView | undefined, onOver: () => void): void {
  const told = useRef('');
  const over = work && isOver(work) ? `${work.id} ${work.phase}` : '';
  useEffect(() => {
    if (over === told.current) return;
    told.current = over;
    if (over !== '') onOver();
  }, [over, onOver]);
}
