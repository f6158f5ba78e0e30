import type { EvidencePage } from '../../../../src/contract/ranking';
import type { Changes } from './changes';
import { createEngine, type Backlog, type DueDays, type Engine, type Ordered } from './engine';

/** What the page tells its worker: the evidence page by page, then the backlog, then one question after the other; due dates before one that needs them. */
export type Told =
  | { readonly kind: 'evidence'; readonly page: EvidencePage }
  | { readonly kind: 'backlog'; readonly backlog: Backlog }
  | { readonly kind: 'due'; readonly days: DueDays }
  | { readonly kind: 'ask'; readonly changes: Changes };

export type Answered =
  { readonly kind: 'ready'; readonly records: readonly (readonly [source: string, records: number])[] } | ({ readonly kind: 'order' } & Ordered);

/** All that the worker does; it runs the same without one. */
export function createAnswering(answer: (answered: Answered, handedOver: ArrayBuffer[]) => void): (told: Told) => void {
  const pages: EvidencePage[] = [];
  let engine: Engine | undefined;
  let dueDays: DueDays | undefined;
  return (told) => {
    switch (told.kind) {
      case 'evidence':
        pages.push(told.page);
        return;
      case 'backlog':
        engine = createEngine(told.backlog, pages.splice(0));
        answer({ kind: 'ready', records: [...engine.records] }, []);
        return;
      case 'due':
        dueDays = told.days;
        return;
      case 'ask': {
        if (!engine) throw new Error('The evidence is not here yet.');
        const { order, scores } = engine.orderWith(told.changes, dueDays);
        answer({ kind: 'order', order, scores }, [order.buffer, scores.buffer]);
      }
    }
  };
}
