import type { RankingView } from '../../../../src/contract/ranking';
import type { Level } from '../../../../src/domain/score/params';
import { CallFailure } from '../../../api';
import { evidencePages } from '../../../parts/evidence-pages';
import type { SourceSettings } from '../../../parts/source-settings';
import type { Answered, Told } from './answering';
import type { Changes } from './changes';
import type { DueDays, Ordered } from './engine';

export interface Ready {
  readonly records: ReadonlyMap<string, number>;
  readonly sources: SourceSettings;
}

export interface Hearing {
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void;
  readonly onReady: (ready: Ready) => void;
  readonly onOrder: (ordered: Ordered, changes: Changes) => void;
  readonly onFailure: (failure: Error) => void;
}

/** A worker that holds the evidence. Whoever asks faster than it answers is answered the latest question only. */
export interface OpenEngine {
  readonly ask: (changes: Changes, dueDays?: DueDays) => void;
  readonly close: () => void;
}

export function openEngine(view: RankingView, level: Level, hearing: Hearing): OpenEngine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const tell = (told: Told): void => {
    worker.postMessage(told);
  };
  let isOpen = true;
  let sources: SourceSettings = {};
  let asked: Changes | undefined;
  let waiting: Changes | undefined;
  let toldOfDue: DueDays | undefined;

  const fail = (failure: Error): void => {
    if (isOpen) hearing.onFailure(failure);
    close();
  };
  const close = (): void => {
    isOpen = false;
    worker.terminate();
  };
  worker.onerror = () => {
    fail(new CallFailure({ code: 'unexpected', detail: '', trace: '' }));
  };
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    if (data.kind === 'ready') {
      hearing.onReady({ records: new Map(data.records), sources });
      return;
    }
    const answered = asked ?? [];
    asked = undefined;
    if (waiting) send(waiting);
    hearing.onOrder(data, answered);
  };

  function send(changes: Changes): void {
    waiting = undefined;
    asked = changes;
    tell({ kind: 'ask', changes });
  }

  evidencePages(view.project.id, (page) => {
    if (!isOpen) return 'stop';
    sources = page.sources;
    tell({ kind: 'evidence', page });
    hearing.onProgress(page.progress);
    return 'go-on';
  }).then(() => {
    if (isOpen) tell({ kind: 'backlog', backlog: backlogOf(view, level) });
  }, fail);

  return {
    ask: (changes, dueDays) => {
      if (dueDays && dueDays !== toldOfDue) tell({ kind: 'due', days: dueDays });
      toldOfDue = dueDays ?? toldOfDue;
      if (asked) waiting = changes;
      else send(changes);
    },
    close,
  };
}

const backlogOf = ({ items, problems, params, effortUnit, now }: RankingView, level: Level) => ({
  items: items.map(({ id, effort, parent, done, covers }) => ({ id, effort, parent, done, covers })),
  problems: problems.map(({ id, value, deviation }) => ({ id, value, deviation })),
  params,
  level,
  effortUnit,
  today: Math.floor(now / 86_400),
});
