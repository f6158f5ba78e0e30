import { useCallback, useEffect, useRef, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Level } from '../../../../src/domain/score/params';
import type { Changes } from './changes';
import type { DueDays, Ordered } from './engine';
import { openEngine, type OpenEngine, type Ready } from './open-engine';

export type EngineState =
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: Error }
  | { readonly kind: 'ready'; readonly ready: Ready };

/** The newest answer with the question it answers. */
export interface Answer extends Ordered {
  readonly changes: Changes;
}

const start: EngineState = { kind: 'reading', done: 0, of: 0 };

/** The evidence, held by a worker for as long as the page asks "what if". */
export function useEngine(view: RankingView, level: Level) {
  const [state, setState] = useState<EngineState>(start);
  const [answer, setAnswer] = useState<Answer>();
  const [turn, setTurn] = useState(0);
  const engine = useRef<OpenEngine>();
  useEffect(() => {
    const opened = openEngine(view, level, {
      onProgress: ({ done, of }) => {
        setState({ kind: 'reading', done, of });
      },
      onReady: (ready) => {
        setState({ kind: 'ready', ready });
      },
      onOrder: ({ order, scores }, changes) => {
        setAnswer({ order, scores, changes });
      },
      onFailure: (failure) => {
        setState({ kind: 'failed', failure });
      },
    });
    engine.current = opened;
    return opened.close;
  }, [view, level, turn]);
  const ask = useCallback((changes: Changes, dueDays?: DueDays): void => engine.current?.ask(changes, dueDays), []);
  const retry = (): void => {
    setState(start);
    setTurn((now) => now + 1);
  };
  return { state, answer, ask, retry };
}
