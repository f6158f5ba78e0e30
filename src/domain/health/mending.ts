import type { DrawnLink } from './facts';
import type { LinkEnds, Repair } from './faults';

/** What has to change between the links there are and the links there should be; nothing that is so already. */
export interface LinkChange {
  readonly removes: readonly DrawnLink[];
  readonly adds: readonly LinkEnds[];
}

const sameEnds = (a: LinkEnds, b: LinkEnds): boolean => a.typeId === b.typeId && a.from === b.from && a.to === b.to;

/** What a repair still has to do. By Jira's own ids: of two links that say the same, only the one that is named may go. */
export const stillToDo = ({ removes, adds }: Repair, links: readonly DrawnLink[]): LinkChange => ({
  removes: links.filter(({ id }) => removes.some((one) => one.id === id)),
  adds: adds.filter((add) => !links.some((link) => sameEnds(add, link))),
});

/** What takes a change back: exactly what it did, as far as nobody did so already. By ends: a link drawn again has a new id. */
export const takingBack = ({ removes, adds }: LinkChange, links: readonly DrawnLink[]): LinkChange => ({
  removes: links.filter((link) => adds.some((add) => sameEnds(add, link))),
  adds: removes.filter((one) => !links.some((link) => sameEnds(one, link))).map(({ typeId, from, to }) => ({ typeId, from, to })),
});
