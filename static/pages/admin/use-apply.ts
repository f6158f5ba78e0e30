import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SetupChoices, SetupLine } from '../../../src/contract/setup';
import { call } from '../../api';

export type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number; readonly title: string }
  | { readonly kind: 'finished'; readonly done: number; readonly failed: ReadonlyMap<string, Error> };

/** Drives the plan line by line in the person's name; every line may run twice, and one that failed stops no other. */
export function useApply() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const apply = async (lines: readonly SetupLine[], choices: SetupChoices): Promise<void> => {
    const failed = new Map<string, Error>();
    let done = 0;
    for (const line of lines) {
      setProgress({ kind: 'running', done, of: lines.length, title: line.title });
      try {
        await call('applySetupLine', { requestId: crypto.randomUUID(), lineId: line.id, choices });
        done += 1;
      } catch (failure) {
        failed.set(line.id, failure instanceof Error ? failure : new Error('It did not work.'));
      }
    }
    try {
      await call('finishSetup', { choices });
    } catch (failure) {
      failed.set('finish', failure instanceof Error ? failure : new Error('It did not work.'));
    }
    setProgress({ kind: 'finished', done, failed });
    await queries.invalidateQueries({ queryKey: ['plan'] });
  };
  return { progress, apply };
}
