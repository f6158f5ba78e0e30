import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Sent } from '../../../../src/contract';
import type { WorkView } from '../../../../src/contract/work';
import { call, readJira } from '../../../api';
import { isOver, useWork, type DrivenWork, type OpenedWork } from '../../../parts/use-work';
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
  /** Shows it again, for its undo. */
  readonly reopen: ReturnType<typeof useWorkCall>;
  readonly retry: ReturnType<typeof useWorkCall>;
}

/** The work of applying, taken up where it was left when the page was closed. */
export function useApplying(projectId: string): Applying {
  const queries = useQueryClient();
  const driven = useWork();
  const { opened, drive } = driven;
  const own = useQuery({ queryKey: ['work', 'apply', projectId], queryFn: () => ownWorks(projectId), staleTime: 0 });
  const unfinished = own.data?.unfinished;
  // Taken up once: whoever leaves it then has seen it.
  const taken = useRef<string>(undefined);
  useEffect(() => {
    if (!unfinished || opened || taken.current === unfinished.work.id) return;
    taken.current = unfinished.work.id;
    drive(unfinished);
  }, [unfinished, opened, drive]);
  // Done, and then undone in one go: either changes what stands in Jira.
  const cameTo = opened !== undefined && isOver(opened.work) ? opened.work.phase : undefined;
  useEffect(() => {
    if (cameTo === undefined) return;
    for (const queryKey of [
      ['jira-order', projectId],
      ['work', 'apply', projectId],
      ['ranking', projectId],
      ['decisions', projectId],
      ['decision', projectId],
    ])
      void queries.invalidateQueries({ queryKey });
  }, [cameTo, queries, projectId]);
  const newest = own.data?.newest;
  return {
    driven,
    start: useStart(driven),
    last: newest?.phase === 'done' || newest?.phase === 'stopped' ? newest : undefined,
    reopen: useWorkCall('readWork', driven),
    retry: useWorkCall('retryWork', driven),
  };
}

interface OwnWorks {
  readonly newest: WorkView | undefined;
  readonly unfinished: OpenedWork | undefined;
}

async function ownWorks(projectId: string): Promise<OwnWorks> {
  const { works } = await call('openWork', { kind: 'apply' });
  const own = works.filter(({ about }) => about.kind === 'apply' && about.projectId === projectId);
  const work = own.find((one) => !isOver(one));
  return { newest: own[0], unfinished: work && (await call('readWork', { workId: work.id })) };
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

const useWorkCall = (name: 'readWork' | 'retryWork', { drive }: DrivenWork) =>
  useMutation({ mutationFn: (workId: string) => call(name, { workId }), onSuccess: drive });
