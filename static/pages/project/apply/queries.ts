import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Sent } from '../../../../src/contract';
import { call } from '../../../api';
import { isOver, useWork, type DrivenWork } from '../../../parts/use-work';

type Asked = Sent<'previewOrder'>;

/** Moves nothing; asked for anew whenever a choice or Jira's own order changes. */
export const usePreview = (asked: Asked) =>
  useQuery({ queryKey: ['preview-order', asked], queryFn: () => call('previewOrder', asked), placeholderData: keepPreviousData, staleTime: 0, retry: false });

export interface Applying {
  readonly driven: DrivenWork;
  readonly start: ReturnType<typeof useStart>;
}

/** The work of applying, taken up where it was left when the page was closed. */
export function useApplying(projectId: string): Applying {
  const queries = useQueryClient();
  const driven = useWork();
  const { opened, drive } = driven;
  const unfinished = useQuery({ queryKey: ['work', 'apply', projectId], queryFn: () => unfinishedOf(projectId), staleTime: Infinity });
  const { data } = unfinished;
  useEffect(() => {
    if (data && !opened) drive(data);
  }, [data, opened, drive]);
  const isDone = opened !== undefined && isOver(opened.work);
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: ['jira-order', projectId] });
  }, [isDone, queries, projectId]);
  return { driven, start: useStart(driven) };
}

async function unfinishedOf(projectId: string) {
  const { works } = await call('openWork', { kind: 'apply' });
  const work = works.find((own) => own.about.kind === 'apply' && own.about.projectId === projectId && !isOver(own));
  return work ? call('readWork', { workId: work.id }) : null;
}

function useStart({ drive }: DrivenWork) {
  // One act, however often the button is pressed; another choice is another act.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async (asked: Omit<Sent<'startApply'>, 'requestId'>) => {
      const work = await call('startApply', { ...asked, requestId });
      return call('readWork', { workId: work.id });
    },
    onSuccess: drive,
    onSettled: () => {
      setRequestId(crypto.randomUUID());
    },
  });
}
