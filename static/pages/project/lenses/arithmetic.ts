import type { RankingView } from '../../../../src/contract/ranking';
import { agreement, lenses, lensOrder, readAll, type LensNumber } from '../../../../src/domain/lens';
import { lensBacklog } from '../../../../src/domain/lens/backlog';
import { hear, type Heard } from '../../../../src/domain/lens/heard';
import { figure } from '../../../../src/domain/lens/lens';
import { assumedPersonMonths } from '../../../../src/domain/lens/person-months';
import type { HeldEvidence } from '../../../../src/domain/index/weigh-again';
import { effortReference } from '../../../../src/domain/score/effort';
import { completeParams } from '../../../../src/domain/score/params';
import { asScored, type Order } from '../rank/order';

/** What a list's items are through every lens. */
export interface Looked {
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, LensNumber>>;
  /** What RICE counted one unit of effort as. */
  readonly personMonths: number;
  readonly agreements: ReadonlyMap<string, Agreement>;
}

export interface Agreement {
  readonly shared: number;
  readonly of: number;
  /** Items that state a problem and that the lens can't say anything of. */
  readonly unknown: number;
}

export interface LookAt {
  readonly view: RankingView;
  readonly order: Order;
  readonly heard: ReadonlyMap<string, Heard>;
  /** Undefined: not read, so WSJF must not be shown. */
  readonly dueDays: ReadonlyMap<string, number> | undefined;
  /** As somebody typed it; null: as assumed. */
  readonly personMonths: number | null;
}

/** Listens to the problems that the list's items solve. */
export const listen = (view: RankingView, evidence: HeldEvidence): ReadonlyMap<string, Heard> =>
  hear(
    evidence,
    view.problems.map(({ id }) => id),
    completeParams(view.params),
  );

/** Every lens over the list, in the page: no call, whatever is typed. */
export function look({ view, order, heard, dueDays, personMonths: said }: LookAt): Looked {
  const items = view.items.map((item) => asScored(item, view));
  const personMonths = said ?? assumedPersonMonths(view.effortUnit, effortReference(items, order.params));
  const today = Math.floor(view.now / 86_400);
  const dueIn = new Map([...(dueDays ?? [])].map(([id, day]) => [id, day - today]));
  const backlog = lensBacklog({ items, values: order.values, params: order.params, heard, effortUnit: view.effortUnit, personMonths, dueIn });
  const numbers = new Map(lenses.map((lens) => [lens.id, readAll(lens, backlog)]));
  const evidence = order.placed.map(({ item }) => item.id as string);
  const agreements = new Map(
    [...numbers].map(([id, own]): [string, Agreement] => [
      id,
      { ...agreement(evidence, lensOrder(own)), unknown: [...own.values()].filter(({ kind }) => kind === 'unknown').length },
    ]),
  );
  return { numbers, personMonths, agreements };
}

/** A number with all it came from, in one text. */
export function inWords(title: string, number: LensNumber): string {
  if (number.kind === 'unknown') return `${title} is not known: ${number.why}`;
  const parts = number.inputs.map(([name, { how }]) => `${capital(name)}: ${how}`);
  return [`${title} ${figure(number.score)} = ${number.sum}.`, ...parts].join('\n');
}

export { figure };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
