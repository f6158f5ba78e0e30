import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkSlice, WorkStepView, WorkView } from '../../src/contract/work';
import { call, CallFailure } from '../api';

/** `paused`: nothing runs until the person goes on. `waiting`: Jira asked for a pause, which passes by itself. */
type Driving = 'paused' | 'running' | 'waiting';

export interface OpenedWork {
  readonly work: WorkView;
  readonly steps: readonly WorkStepView[];
}

export interface DrivenWork {
  readonly opened: OpenedWork | undefined;
  readonly driving: Driving;
  readonly waitSeconds: number;
  readonly failure: Error | undefined;
  /** Takes up a piece of work, just started or found unfinished, and drives it. */
  readonly drive: (opened: OpenedWork) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Enough: what is done stays, the rest is never done. */
  readonly stop: () => void;
  readonly undo: () => void;
  /** Lets go of it; the work itself stays where it is. */
  readonly leave: () => void;
}

type Way = 'driveWork' | 'undoWork';

const failedTries = 3;
const secondsBetweenTries = 5;

/** Drives a piece of work slice by slice while the page is open; closing the page pauses it, and nothing is lost by that. */
export function useWork(): DrivenWork {
  const [opened, setOpened] = useState<OpenedWork>();
  const [driving, setDriving] = useState<Driving>('paused');
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [failure, setFailure] = useState<Error>();
  /** The one loop that may run; another one, or leaving the page, ends it after its slice. */
  const current = useRef<AbortController>(undefined);
  /** Ends when the loop before it has ended: two slices at once would only wait for each other. */
  const ended = useRef<Promise<void>>(Promise.resolve());

  const halt = useCallback((): void => {
    current.current?.abort();
    current.current = undefined;
  }, []);
  useEffect(() => halt, [halt]);

  const run = useCallback(
    (workId: string, way: Way): void => {
      halt();
      const own = new AbortController();
      current.current = own;
      setFailure(undefined);
      setDriving('running');
      const before = ended.current;
      ended.current = (async () => {
        await before;
        try {
          await slices(workId, way, own.signal, {
            took: ({ work, steps, waitSeconds: seconds }) => {
              setOpened((known) => ({ work, steps: merged(known?.steps ?? [], steps) }));
              setWaitSeconds(seconds);
              setDriving(seconds > 0 ? 'waiting' : 'running');
            },
            goesOn: () => {
              setDriving('running');
            },
          });
        } catch (error) {
          if (!own.signal.aborted) setFailure(error instanceof Error ? error : new Error(String(error)));
        }
        if (!own.signal.aborted) setDriving('paused');
      })();
    },
    [halt],
  );

  const drive = useCallback(
    (next: OpenedWork): void => {
      setOpened(next);
      run(next.work.id, wayOf(next.work));
    },
    [run],
  );
  const pause = useCallback((): void => {
    halt();
    setDriving('paused');
  }, [halt]);
  const work = opened?.work;
  return {
    opened,
    driving,
    waitSeconds,
    failure,
    drive,
    pause,
    resume: () => {
      if (work) run(work.id, wayOf(work));
    },
    stop: () => {
      if (!work) return;
      pause();
      void ended.current
        .then(() => call('stopWork', { workId: work.id }))
        .then(({ work: stopped }) => {
          setOpened((known) => known && { ...known, work: stopped });
        })
        .catch((error: unknown) => {
          setFailure(error instanceof Error ? error : new Error(String(error)));
        });
    },
    undo: () => {
      if (work) run(work.id, 'undoWork');
    },
    leave: () => {
      pause();
      setOpened(undefined);
      setFailure(undefined);
    },
  };
}

const wayOf = ({ phase }: WorkView): Way => (phase === 'undoing' ? 'undoWork' : 'driveWork');

export const isOver = ({ phase }: WorkView): boolean => phase === 'done' || phase === 'stopped' || phase === 'undone';

interface Watching {
  readonly took: (slice: WorkSlice) => void;
  readonly goesOn: () => void;
}

async function slices(workId: string, way: Way, signal: AbortSignal, { took, goesOn }: Watching): Promise<void> {
  let failed = 0;
  const isHalted = (): boolean => signal.aborted;
  while (!isHalted()) {
    try {
      const slice = await call(way, { workId });
      failed = 0;
      // What a slice did is shown even where the person has paused meanwhile.
      took(slice);
      if (isOver(slice.work)) return;
      if (slice.waitSeconds > 0) await pauseFor(slice.waitSeconds, signal);
      else continue;
    } catch (error) {
      failed += 1;
      if (failed === failedTries || !(error instanceof CallFailure) || !isPassing(error)) throw error;
      await pauseFor(error.retryAfter ?? secondsBetweenTries * failed, signal);
    }
    if (!isHalted()) goesOn();
  }
}

const isPassing = ({ code }: CallFailure): boolean => code === 'jira-unavailable' || code === 'quota' || code === 'unexpected';

function pauseFor(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What is known of each step, with what a slice said of some of them. */
function merged(known: readonly WorkStepView[], now: readonly WorkStepView[]): readonly WorkStepView[] {
  const said = new Map(now.map((step) => [step.subject, step]));
  return known.map((step) => said.get(step.subject) ?? step);
}
