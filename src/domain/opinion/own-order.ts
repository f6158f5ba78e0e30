import { compareIds } from '../score/comparing';
import { keyedNormals } from '../score/keyed-normal';

/** The same ids in an order that tells nothing of them: another for each `name`, for one name always the same. */
export function ownOrder<Id extends string>(ids: readonly Id[], name: string): readonly Id[] {
  const drawn = ids.map((id) => ({ id, at: keyedNormals(`o:${id} ${name}`, 1, 1)[0] ?? 0 }));
  return drawn.sort((a, b) => a.at - b.at || compareIds(a.id, b.id)).map(({ id }) => id);
}
