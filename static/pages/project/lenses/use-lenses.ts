import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { reason } from '../../../parts/failure-words';
import type { ExtraColumn } from '../rank/extra-columns';
import type { Order } from '../rank/order';
import type { Looked } from './arithmetic';
import { lensNames } from './names';
import { useDueDays, useHeard } from './queries';

/** Lenses over a list, as far as they are looked through. */
export interface Lenses {
  /** All that there are; the numbers of those that are wanted. */
  readonly columns: readonly ExtraColumn[];
  readonly wanted: readonly (typeof lensNames)[number][];
  readonly looked: Looked | undefined;
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** What couldn't be read, in words, and reading it again. */
  readonly failure: { readonly words: string; readonly isBusy: boolean; readonly retry: () => void } | undefined;
  readonly onPersonMonths: (said: number) => void;
}

interface AboutLenses {
  readonly view: RankingView;
  readonly order: Order;
  readonly wanted: ReadonlySet<string>;
}

/** Reads the evidence once a lens is wanted; from then on every lens is worked out in the page. */
export function useLenses({ view, order, wanted: ids }: AboutLenses): Lenses {
  const wanted = useMemo(() => lensNames.filter(({ id }) => ids.has(id)), [ids]);
  const [personMonths, setPersonMonths] = useState<number | null>(null);
  const { query: heard, progress } = useHeard(view, wanted.length > 0);
  const due = useDueDays(view.project, ids.has('wsjf'));
  const looked = useMemo(
    () => (wanted.length > 0 ? heard.data?.look({ view, order, heard: heard.data.heard, dueDays: due.data, personMonths }) : undefined),
    [wanted.length, heard.data, view, order, due.data, personMonths],
  );
  const columns = useMemo(() => lensNames.map((name) => columnOf(name, looked, heard.isError, due.isError)), [looked, heard.isError, due.isError]);
  const failure = heard.isError
    ? failureOf(heard, 'the evidence behind the lenses')
    : due.isLoadingError && ids.has('wsjf')
      ? failureOf(due, 'due dates, and without them there is no WSJF')
      : undefined;
  return { columns, wanted, looked, progress, failure, onPersonMonths: setPersonMonths };
}

const failureOf = (query: UseQueryResult & { readonly error: Error }, what: string): Lenses['failure'] => ({
  words: `Couldn’t read ${what}. ${reason(query.error)} The evidence’s own order stands.`,
  isBusy: query.isFetching,
  retry: () => void query.refetch(),
});

/** WSJF without due dates would be another number: it waits for them. */
function columnOf({ id, title }: (typeof lensNames)[number], looked: Looked | undefined, noEvidence: boolean, noDates: boolean): ExtraColumn {
  const numbers = id === 'wsjf' && looked?.hasDueDays === false ? undefined : looked?.numbers.get(id);
  const isFailed = noEvidence || (id === 'wsjf' && noDates);
  if (numbers === undefined) {
    const text = isFailed ? '?' : '…';
    return {
      id,
      title,
      isWaiting: true,
      textOf: () => text,
      numberOf: () => undefined,
      howOf: () => (isFailed ? `${title} couldn’t be looked up.` : undefined),
    };
  }
  return {
    id,
    title,
    textOf: (item) => numbers.get(item)?.text,
    numberOf: (item) => numbers.get(item)?.score,
    howOf: (item) => {
      const number = numbers.get(item);
      return number && [number.sum, ...number.parts.map(([name, how]) => `${name}: ${how}`)].join('\n');
    },
  };
}
