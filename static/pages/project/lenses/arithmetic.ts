import type { RankingView } from '../../../../src/contract/ranking';
import { agreement, lenses, lensOrder, readAll, type LensNumber } from '../../../../src/domain/lens';
import { lensBacklog } from '../../../../src/domain/lens/backlog';
import type { Heard } from '../../../../src/domain/lens/heard';
import { figure } from '../../../../src/domain/lens/lens';
import { assumedPersonMonths } from '../../../../src/domain/lens/person-months';
import { effortReference } from '../../../../src/domain/score/effort';
import { asScored, type Order } from '../rank/order';

/** What a list's items are through every lens. */
export interface Looked {
  /** By lens, then by item. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, Shown>>;
  /** False: due dates were not read, so that WSJF is another number. */
  readonly hasDueDays: boolean;
  /** What RICE counted one unit of effort as. */
  readonly personMonths: number;
  readonly agreements: ReadonlyMap<string, Agreement>;
}

interface Agreement {
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

/** Every lens over the list, in the page: no call, whatever is typed. */
export function look({ view, order, heard, dueDays, personMonths: said }: LookAt): Looked {
  const items = view.items.map((item) => asScored(item, view.problems));
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
  const titles = new Map(lenses.map(({ id, title }) => [id, title]));
  const inWords = [...numbers].map(([id, own]) => [id, new Map([...own].map(([item, number]) => [item, shown(titles.get(id) ?? '', number)]))] as const);
  return { numbers: new Map(inWords), hasDueDays: dueDays !== undefined, personMonths, agreements };
}

/** One number of a lens as the page shows it. */
interface Shown {
  readonly score: number | undefined;
  readonly text: string;
  /** The whole sum, or why there is none. */
  readonly sum: string;
  readonly parts: readonly (readonly [name: string, how: string])[];
}

function shown(title: string, number: LensNumber): Shown {
  if (number.kind === 'unknown') return { score: undefined, text: 'not known', sum: `${title} is not known. ${number.why}`, parts: [] };
  const text = figure(number.score);
  return { score: number.score, text, sum: `${title} ${text} = ${number.sum}`, parts: number.inputs.map(([name, { how }]) => [capital(name), how]) };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
