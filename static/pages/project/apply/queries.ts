import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Sent } from '../../../../src/contract';
import type { WorkView } from '../../../../src/contract/work';
import { call, readJira } from '../../../api';
import { isOver, useWork, type DrivenWork } from '../../../parts/use-work';
import { readIds } from '../queries';

export type Asked = Sent<'previewOrder'>;

/** Moves nothing; asked for anew whenever a choice or Jira's own order changes. */
export const usePreview = (asked: Asked) =>
  useQuery({ queryKey: ['preview-order', asked], queryFn: () => call('previewOrder', asked), placeholderData: keepPreviousData, staleTime: 0, retry: false });

interface BoardList {
  readonly values?: readonly { readonly id: number; readonly name: string }[];
}

/** Boards of the project that the person may see. */
export const useBoards = (projectId: string) =>
  useQuery({
    queryKey: ['boards', projectId],
    queryFn: async () => {
      const list: BoardList = (await readJira(`/rest/agile/1.0/board?projectKeyOrId=${projectId}&maxResults=50`)) ?? {};
      return list.values ?? [];
    },
    staleTime: Infinity,
  });

/** What is on a board: what its filter finds in the project. */
export const useBoardIssues = (projectId: string, boardId: number | undefined) =>
  useQuery({
    queryKey: ['board', projectId, boardId],
    queryFn: async () => {
      const { filter }: { readonly filter?: { readonly id: string } } = (await readJira(`/rest/agile/1.0/board/${String(boardId)}/configuration`)) ?? {};
      if (filter === undefined) throw new Error('A board has no filter.');
      return new Set(await readIds(`filter = ${filter.id} AND project = ${projectId} AND statusCategory != Done ORDER BY Rank ASC`));
    },
    enabled: boardId !== undefined,
  });

export interface Applying {
  readonly driven: DrivenWork;
  readonly start: ReturnType<typeof useStart>;
  /** What the person applied last in this project, and did not take back. */
  readonly last: WorkView | undefined;
  readonly reopen: (workId: string) => void;
  readonly retry: ReturnType<typeof useRetry>;
}

/** The work of applying, taken up where it was left when the page was closed. */
export function useApplying(projectId: string): Applying {
  const queries = useQueryClient();
  const driven = useWork();
  const { opened, drive } = driven;
  const own = useQuery({ queryKey: ['work', 'apply', projectId], queryFn: () => ownWorks(projectId), staleTime: 0 });
  const unfinished = own.data?.find((work) => !isOver(work));
  const workId = unfinished?.id;
  const reopening = useMutation({ mutationFn: (again: string) => call('readWork', { workId: again }), onSuccess: drive });
  const found = useQuery({ queryKey: ['work-steps', workId], queryFn: () => call('readWork', { workId: workId ?? '' }), enabled: workId !== undefined });
  const { data } = found;
  useEffect(() => {
    if (data && !opened) {
      drive(data);
      queries.removeQueries({ queryKey: ['work-steps', data.work.id] });
      void queries.invalidateQueries({ queryKey: ['work', 'apply', projectId] });
    }
  }, [data, opened, drive, queries, projectId]);
  const isDone = opened !== undefined && isOver(opened.work);
  useEffect(() => {
    if (!isDone) return;
    for (const queryKey of [
      ['jira-order', projectId],
      ['work', 'apply', projectId],
      ['ranking', projectId],
      ['decisions', projectId],
    ])
      void queries.invalidateQueries({ queryKey });
  }, [isDone, queries, projectId]);
  const [newest] = own.data ?? [];
  return {
    driven,
    start: useStart(driven),
    last: newest && (newest.phase === 'done' || newest.phase === 'stopped') ? newest : undefined,
    reopen: reopening.mutate,
    retry: useRetry(driven),
  };
}

async function ownWorks(projectId: string): Promise<readonly WorkView[]> {
  const { works } = await call('openWork', { kind: 'apply' });
  return works.filter(({ about }) => about.kind === 'apply' && about.projectId === projectId);
}

type Ordered = Omit<Sent<'startApply'>, 'requestId'>;

function useStart({ drive }: DrivenWork) {
  // One act, however often the button is pressed and whatever got lost; another choice is another act.
  const [act, setAct] = useState({ of: '', requestId: '' });
  return useMutation({
    mutationFn: async (asked: Ordered) => {
      const of = JSON.stringify(asked);
      const requestId = act.of === of ? act.requestId : crypto.randomUUID();
      setAct({ of, requestId });
      const work = await call('startApply', { ...asked, requestId });
      return call('readWork', { workId: work.id });
    },
    onSuccess: (opened) => {
      setAct({ of: '', requestId: '' });
      drive(opened);
    },
  });
}

const useRetry = ({ drive }: DrivenWork) => useMutation({ mutationFn: (workId: string) => call('retryWork', { workId }), onSuccess: drive });
