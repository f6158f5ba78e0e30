import type { RankingView } from '../../../../src/contract/ranking';
import type { Source } from '../../../../src/domain/evidence';
import { rounded } from '../../../parts/rounded';
import { sourceName } from '../../../parts/sources';
import { lensTitle, type LensId } from '../lenses/names';
import { lensOf, type Change, type Changes } from './changes';
import { movedOf, moveOf, type Compared } from './compare';

const many: Readonly<Partial<Record<Source, string>>> = {
  interview: 'interviews',
  nps: 'NPS answers',
  csat: 'CSAT answers',
  ces: 'CES answers',
  stars: 'reviews',
  verdict: 'verdicts',
  importance: 'importance answers',
  ticket: 'tickets',
  sales: 'sales notes',
  winloss: 'lost deals',
  techdebt: 'engineering measurements',
  experiment: 'experiments',
  opinion: 'team opinions',
};
const sourcesNamed = (source: Source): string => many[source] ?? sourceName(source);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What items and problems are called; both by id. */
export interface Names {
  readonly itemKey: (id: string) => string;
  readonly problemKey: (id: string) => string;
}

export function namesIn({ items, problems }: RankingView): Names {
  const keys = new Map([...items, ...problems].map(({ id, key }) => [id as string, key]));
  const keyOf = (id: string): string => keys.get(id) ?? 'an item';
  return { itemKey: keyOf, problemKey: keyOf };
}

function asked(change: Change, { itemKey }: Names): string {
  switch (change.kind) {
    case 'half':
      return `${sourcesNamed(change.source)} faded ${change.value < change.saved ? 'faster' : 'slower'}`;
    case 'trust':
      return `${sourcesNamed(change.source)} were trusted ${change.value < change.saved ? 'less' : 'more'}`.replace(/^(usage|research) were/, '$1 was');
    case 'effort':
      if (change.saved === null) return `${itemKey(change.item)} had an effort of ${String(change.value)}`;
      return `${itemKey(change.item)} took ${change.value < change.saved ? 'less' : 'more'} effort`;
    case 'cover':
      return `${itemKey(change.item)} covered ${change.value < change.saved ? 'less' : 'more'} of its problem`;
    case 'lens':
      return `${lensTitle(change.value)} decided`;
  }
}

/** The heading says what is asked. */
export function headingOf([first, second, ...more]: Changes, names: Names): string {
  if (!first) return 'What if …?';
  if (!second) return `What if ${asked(first, names)}?`;
  if (more.length === 0) return `What if ${asked(first, names)} and ${asked(second, names)}?`;
  return `What if ${asked(first, names)}, and ${String(more.length + 1)} more?`;
}

/** How much of the order it changes, as a sentence. */
export function summaryOf(changes: Changes, compared: Compared): string {
  if (changes.length === 0) return 'Nothing is changed: both orders are the saved one.';
  const { moved, of, firm } = movedOf(compared);
  const said = `${changes.length === 1 ? '1 setting' : `${String(changes.length)} settings`} changed, nothing saved. `;
  if (moved === 0) return `${said}None of the first ${String(of)} changes place.`;
  const top = firm === 0 ? '' : firm === 1 ? '; the first does not' : `; the first ${String(firm)} do not`;
  return `${said}${String(moved)} of the first ${String(of)} ${moved === 1 ? 'changes' : 'change'} place${top}.`;
}

/** A change as a line: what, from, to. */
export function lineOf(change: Change, names: Names, effortUnit: string): { readonly what: string; readonly saved: string; readonly value: string } {
  const { kind, value, saved } = change;
  switch (kind) {
    case 'half':
      return { what: `${capital(sourceName(change.source))} half-life`, saved: `${String(saved)} days`, value: `${String(value)} days` };
    case 'trust':
      return { what: `${capital(sourceName(change.source))} trust`, saved: String(saved), value: String(value) };
    case 'effort':
      return { what: `${names.itemKey(change.item)} effort`, saved: saved === null ? 'none' : String(saved), value: `${String(value)} ${effortUnit}` };
    case 'cover':
      return { what: `${names.itemKey(change.item)} covers ${names.problemKey(change.problem)}`, saved: String(saved), value: String(value) };
    case 'lens':
      return { what: 'Lens', saved: 'Evidence', value: lensTitle(change.value) };
  }
}

/** What the numbers of an order are. */
export const measureOf = (lens: LensId | undefined): string => (lens ? lensTitle(lens) : 'value per effort');

export const scoreWords = (score: number): string => (Number.isNaN(score) ? 'not known' : rounded(score));

/** The what-if as a text to hand on: what is changed, and what of the first places moves. */
export function markdownOf(changes: Changes, compared: Compared, view: RankingView, names: Names): string {
  const lines = changes.map((change) => lineOf(change, names, view.effortUnit));
  const { of } = movedOf(compared);
  const places = Array.from(compared.whatIf.order.subarray(0, of), (position, at) => {
    const item = view.items[position];
    const move = moveOf(compared, position);
    const moved = move === 0 ? 'stays' : `${move > 0 ? '↑' : '↓'} ${String(Math.abs(move))}`;
    return `| ${String(at + 1)} | ${moved} | ${item?.key ?? ''} ${cell(item?.summary ?? '')} | ${scoreWords(compared.whatIf.scores[at] ?? 0)} |`;
  });
  return [
    `## ${headingOf(changes, names)}`,
    '',
    `${view.project.name}: ${summaryOf(changes, compared)}`,
    '',
    '| Setting | Saved | What if |',
    '| --- | --- | --- |',
    ...lines.map(({ what, saved, value }) => `| ${cell(what)} | ${saved} | ${cell(value)} |`),
    '',
    `| Place | Move | Item | ${capital(measureOf(lensOf(changes)))} |`,
    '| --- | --- | --- | --- |',
    ...places,
    '',
  ].join('\n');
}

const cell = (text: string): string => text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
