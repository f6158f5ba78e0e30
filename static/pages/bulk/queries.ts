import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Sent } from '../../../src/contract';
import type { WorkView } from '../../../src/contract/work';
import { call } from '../../api';
import type { OpenedWork } from '../../parts/use-work';
import { readIssues, readSelection } from './selection';

export const useSelection = () => useQuery({ queryKey: ['selection'], queryFn: readSelection, staleTime: Infinity });

/** The person's own tagging, newest first. */
export const useOwnWork = () => useQuery({ queryKey: ['own-work'], queryFn: () => call('openWork', { kind: 'tag' }), staleTime: 0 });

/** The tickets and the statement of a piece of work, as this person may see them now. */
export function useIssuesOf({ work, steps }: OpenedWork) {
  const ids = [work.about.kind === 'tag' ? work.about.statementId : '', ...steps.map(({ subject }) => subject)].filter((id) => id !== '');
  return useQuery({ queryKey: ['issues-of', work.id], queryFn: () => readIssues(ids), staleTime: Infinity });
}

export const readWork = async ({ id }: WorkView): Promise<OpenedWork> => call('readWork', { workId: id });

export type BulkTag = Omit<Sent<'startBulkTag'>, 'requestId'>;

/** Starts the work. A second try of the same is the same work, whatever became of the first. */
export function useStart(onStarted: (opened: OpenedWork) => void) {
  const asked = useRef<{ readonly what: string; readonly requestId: string }>(undefined);
  return useMutation({
    mutationFn: (tag: BulkTag) => {
      const what = JSON.stringify(tag);
      if (asked.current?.what !== what) asked.current = { what, requestId: crypto.randomUUID() };
      return call('startBulkTag', { ...tag, requestId: asked.current.requestId });
    },
    onSuccess: (work, { issueIds }) => {
      asked.current = undefined;
      onStarted({ work, steps: issueIds.map((subject) => ({ subject, outcome: null, undo: null })) });
    },
  });
}
