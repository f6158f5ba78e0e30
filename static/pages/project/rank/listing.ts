import type { SavedViewShown, Listing } from '../../../../src/contract/saved-views';
import { choiceWords, type ChoiceName, type Choices } from './choices';
import { noFilter, type Filter } from './filter';

export const firstListing: Listing = { filter: noFilter, level: 'top', columns: [], orderBy: null };

/** Whether two ways of looking at the list are the same. */
export const sameListing = (a: Listing, b: Listing): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const canonical = ({ filter, level, columns, orderBy }: Listing) => [
  Object.entries(filter).sort(([a], [b]) => a.localeCompare(b)),
  level,
  [...columns].sort(),
  orderBy,
];

/** A saved view as far as it still works, and what of it was left out, in words. */
export function openedFrom(
  { listing }: Pick<SavedViewShown, 'listing'>,
  choices: Choices,
  columns: readonly { readonly id: string }[],
): { readonly listing: Listing; readonly leftOut: readonly string[] } {
  const leftOut: string[] = [];
  let filter: Filter = listing.filter;
  for (const name of choiceNames) {
    const value = filter[name];
    if (value === null || choices[name].some((choice) => choice.value === value)) continue;
    filter = { ...filter, [name]: null };
    leftOut.push(name === 'typeId' || name === 'epic' ? choiceWords[name] : `${choiceWords[name]} “${value}”`);
  }
  const isThere = (id: string): boolean => columns.some((column) => column.id === id);
  const gone = listing.columns.filter((id) => !isThere(id)).length;
  if (gone > 0) leftOut.push(gone === 1 ? 'a column' : `${String(gone)} columns`);
  const isOrdered = listing.orderBy === null || isThere(listing.orderBy);
  if (!isOrdered) leftOut.push('its order');
  return { listing: { ...listing, filter, columns: listing.columns.filter(isThere), orderBy: isOrdered ? listing.orderBy : null }, leftOut };
}

const isChoiceName = (name: string): name is ChoiceName => Object.hasOwn(choiceWords, name);
const choiceNames: readonly ChoiceName[] = Object.keys(choiceWords).filter(isChoiceName);
