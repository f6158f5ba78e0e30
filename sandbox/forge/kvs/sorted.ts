export type Scalar = string | number | boolean;

/** A place in an index: range value first, key second. */
export interface Place {
  readonly range: Scalar;
  readonly key: string;
}

const compareScalars = (a: Scalar, b: Scalar): number => (a < b ? -1 : a > b ? 1 : 0);
const comparePlaces = (a: Place, b: Place): number => compareScalars(a.range, b.range) || compareScalars(a.key, b.key);

/** Places kept in order, so that a page of a large partition costs no sort. */
export class SortedPlaces {
  private readonly places: Place[] = [];

  get size(): number {
    return this.places.length;
  }

  add(place: Place): void {
    const at = this.firstNotBefore(place);
    const there = this.places[at];
    if (there !== undefined && comparePlaces(there, place) === 0) return;
    this.places.splice(at, 0, place);
  }

  remove(place: Place): void {
    const at = this.firstNotBefore(place);
    const there = this.places[at];
    if (there !== undefined && comparePlaces(there, place) === 0) this.places.splice(at, 1);
  }

  /** Places in order, starting strictly after `after`. */
  *from(after: Place | undefined, direction: 'ASC' | 'DESC'): Generator<Place> {
    if (direction === 'ASC') {
      let at = after === undefined ? 0 : this.firstNotBefore(after);
      for (let place = this.places[at]; place !== undefined; at += 1, place = this.places[at]) {
        if (after === undefined || comparePlaces(place, after) > 0) yield place;
      }
    } else {
      let at = after === undefined ? this.places.length - 1 : this.firstNotBefore(after) - 1;
      for (let place = this.places[at]; place !== undefined; at -= 1, place = this.places[at]) yield place;
    }
  }

  private firstNotBefore(place: Place): number {
    let [low, high] = [0, this.places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.places[middle];
      if (there !== undefined && comparePlaces(there, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
