import type { CSSProperties } from 'react';
import { itemOf, type Column, type Facts } from './column';
import { columns } from './columns';
import { exportedExtra } from './exported';
import type { ExtraColumn } from './extra-columns';

/** The columns to draw: those that are always there, and of the others the chosen ones. */
export function shownColumns(chosen: ReadonlySet<string>, extra: readonly ExtraColumn[]): readonly Column[] {
  const at = columns.findIndex(({ id }) => id === 'customers');
  return columns.toSpliced(at, 0, ...extra.map(fromExtra)).filter(({ id, isOptional }) => !isOptional || chosen.has(id));
}

/** What a person may choose, by id. */
export const choosable = (extra: readonly ExtraColumn[]): readonly { readonly id: string; readonly title: string }[] =>
  [...columns.filter(({ isOptional }) => isOptional), ...extra].map(({ id, title }) => ({ id, title }));

// Beside the evidence and before its numbers, where it is in sight; it speaks of items that state no problem, too.
function fromExtra(extra: ExtraColumn): Column {
  const { id, title, textOf, howOf } = extra;
  const cell = (facts: Facts) => {
    const item = itemOf(facts).id;
    return <span title={howOf(item)}>{textOf(item) ?? '–'}</span>;
  };
  return {
    id,
    title,
    width: { least: 96, share: 0 },
    align: 'end',
    isOptional: true,
    placed: cell,
    unstated: cell,
    exported: exportedExtra(extra),
  };
}

const gap = 8;

/** One grid for the header and all rows. */
export function tracksOf(shown: readonly Column[]): CSSProperties & Readonly<Record<'--tracks' | '--least', string>> {
  return {
    '--tracks': shown.map(({ width: { least, share } }) => (share === 0 ? `${String(least)}px` : `minmax(${String(least)}px, ${String(share)}fr)`)).join(' '),
    '--least': `${String(shown.reduce((sum, { width }) => sum + width.least + gap, -gap))}px`,
  };
}
