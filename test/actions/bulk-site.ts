import type { WorkSlice, WorkStepView, WorkView } from '../../src/contract/work';
import { valueOf, type Site } from './site';

type Way = 'driveWork' | 'undoWork';
const isOver = ({ phase }: WorkView): boolean => phase === 'done' || phase === 'stopped' || phase === 'undone';

/** Calls as an open page does, waiting as it is told, until the work is over or `isOpen` says that the page was closed. */
export async function drive(
  site: Site,
  workId: string,
  {
    way = 'driveWork',
    as = 'user-pm',
    isOpen = () => true,
  }: { readonly way?: Way; readonly as?: string; readonly isOpen?: (slice: WorkSlice) => boolean } = {},
): Promise<readonly WorkSlice[]> {
  const slices: WorkSlice[] = [];
  for (;;) {
    const slice = valueOf(await site.call(way, { workId }, as));
    slices.push(slice);
    if (isOver(slice.work) || !isOpen(slice)) return slices;
    if (slice.waitSeconds > 0) await site.clock.sleep(slice.waitSeconds * 1_000);
  }
}

/** What came of each step, by its subject. */
export const outcomesOf = (steps: readonly WorkStepView[]): Readonly<Record<string, string>> =>
  Object.fromEntries(steps.map(({ subject, outcome, undo }) => [subject, (undo ?? outcome)?.outcome ?? 'open']));
