import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SetupChoices, SetupLine, SetupPlan } from '../../../../src/contract/setup';
import { call, CallFailure } from '../../../api';

/** What became of a line since the button was pressed. */
export type LineProgress = { readonly kind: 'waiting' | 'running' | 'done' } | { readonly kind: 'failed'; readonly failure: Error };

export interface Apply {
  readonly phase: 'idle' | 'running' | 'paused' | 'finished';
  readonly lines: ReadonlyMap<string, LineProgress>;
  readonly now: string | undefined;
  /** The choices could not be saved, or the reading could not be started. */
  readonly failure: Error | undefined;
}

const idle: Apply = { phase: 'idle', lines: new Map(), now: undefined, failure: undefined };

interface Asked {
  readonly lines: readonly SetupLine[];
  readonly choices: SetupChoices;
  readonly revision: number;
}

/** Drives the plan line by line in the person's name: choices first, so that what is left can be taken up after the page was closed. */
export function useApply(onConflict: () => void) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Apply>(idle);
  const isPaused = useRef(false);
  const left = useRef<Asked | undefined>(undefined);

  const mark = (id: string, line: LineProgress): void => {
    setProgress((before) => ({ ...before, lines: new Map([...before.lines, [id, line]]) }));
  };
  const readPlan = (): Promise<void> => queries.invalidateQueries({ queryKey: ['plan'] });

  const applyLine = async (line: SetupLine, choices: SetupChoices): Promise<void> => {
    setProgress((before) => ({ ...before, now: line.title }));
    mark(line.id, { kind: 'running' });
    try {
      const answer = await call('applySetupLine', { lineId: line.id, choices });
      mark(line.id, answer.line.state === 'exists' ? { kind: 'done' } : { kind: 'failed', failure: new Error(answer.line.detail) });
    } catch (error) {
      mark(line.id, { kind: 'failed', failure: asError(error) });
    }
  };

  const drive = async (asked: Asked): Promise<void> => {
    isPaused.current = false;
    for (const [at, line] of asked.lines.entries()) {
      if (mustPause(isPaused)) {
        left.current = { ...asked, lines: asked.lines.slice(at) };
        setProgress((before) => ({ ...before, phase: 'paused', now: undefined }));
        return;
      }
      await applyLine(line, asked.choices);
    }
    let failure: Error | undefined;
    try {
      await call('finishSetup', {});
    } catch (error) {
      failure = asError(error);
    }
    setProgress((before) => ({ ...before, phase: 'finished', now: undefined, failure }));
    await readPlan();
  };

  return {
    progress,
    apply: async (plan: SetupPlan, lines: readonly SetupLine[]): Promise<void> => {
      const asked = { lines, choices: plan.choices, revision: plan.revision };
      setProgress({ phase: 'running', lines: new Map(lines.map(({ id }) => [id, { kind: 'waiting' }])), now: 'the choices', failure: undefined });
      try {
        await call('saveSetup', { choices: asked.choices, revision: asked.revision });
      } catch (error) {
        setProgress({ ...idle, failure: asError(error) });
        if (error instanceof CallFailure && error.code === 'conflict') onConflict();
        return;
      }
      await drive(asked);
    },
    pause: (): void => {
      isPaused.current = true;
    },
    resume: async (): Promise<void> => {
      if (!left.current) return;
      setProgress((before) => ({ ...before, phase: 'running' }));
      await drive(left.current);
    },
    /** One line alone: what else failed stays on screen, and nothing is read anew for it. */
    retry: async (line: SetupLine, choices: SetupChoices): Promise<void> => {
      await applyLine(line, choices);
      setProgress((before) => ({ ...before, now: undefined }));
      await readPlan();
    },
    forget: (): void => {
      setProgress(idle);
    },
  };
}

// Asked anew at every line: the person may have pressed Pause meanwhile.
const mustPause = (isPaused: { readonly current: boolean }): boolean => isPaused.current;
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('It did not work.'));
