import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import type { Filter } from './filter';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** The filters that offer what to pick; text and JQL are typed. */
export type ChoiceName = Exclude<keyof Filter, 'text' | 'jql'>;
export type Choices = Readonly<Record<ChoiceName, readonly Choice[]>>;

export const choiceWords: Readonly<Record<ChoiceName, string>> = {
  typeId: 'Type',
  status: 'Status',
  epic: 'Epic',
  stakeholder: 'Stakeholder',
  segment: 'Segment',
  label: 'Label',
  component: 'Component',
};

/** What the filters offer: only what occurs among the open items and the problems they solve. */
export function choicesOf(view: RankingView): Choices {
  const open = view.items.filter((item) => item.done === null);
  const byId = new Map(view.items.map((item) => [item.id as string, item]));
  const named = (of: (item: ItemView) => readonly string[]): readonly Choice[] => sorted([...new Set(open.flatMap(of))].map(plain));
  return {
    typeId: sorted([...new Set(open.map(({ type }) => type))].flatMap((at) => asChoice(view.types[at]))),
    status: named(({ status }) => [view.statuses[status]?.name ?? '']),
    epic: sorted([...new Set(open.flatMap(({ parent }) => parent ?? []))].flatMap((id) => epicChoice(byId.get(id)))),
    stakeholder: sorted([...new Set(view.problems.flatMap(({ stakeholder }) => stakeholder ?? []))].map(plain)),
    segment: sorted([...new Set(view.problems.flatMap(({ segments }) => segments))].map(plain)),
    label: named(({ labels }) => labels),
    component: named(({ components }) => components),
  };
}

const plain = (value: string): Choice => ({ value, words: value });
const asChoice = (type: RankingView['types'][number] | undefined): readonly Choice[] => (type ? [{ value: type.id, words: type.name }] : []);
const epicChoice = (epic: ItemView | undefined): readonly Choice[] => (epic ? [{ value: epic.id, words: `${epic.key} ${epic.summary}` }] : []);

function sorted(choices: readonly Choice[]): readonly Choice[] {
  const { compare } = new Intl.Collator();
  return [...choices].sort((a, b) => compare(a.words, b.words));
}
