interface Placed {
  readonly item: { readonly id: string };
  readonly place: number;
}

/** Only what changes its place, in the new order; `up` says by how many. */
export function changedPlaces<Own extends Placed>(before: readonly Placed[], after: readonly Own[]): readonly { readonly own: Own; readonly up: number }[] {
  const places = new Map(before.map(({ item, place }) => [item.id, place]));
  return after.map((own) => ({ own, up: (places.get(own.item.id) ?? own.place) - own.place })).filter(({ up }) => up !== 0);
}
