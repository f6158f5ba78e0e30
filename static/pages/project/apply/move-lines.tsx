import styles from './apply.module.css';

export const rowHeight = 32;
const width = 150;

interface MoveLinesProps {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly after: readonly string[];
  readonly isMoved: (id: string) => boolean;
}

interface Line {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'moved' | 'far' | 'stays';
}

/** Who goes where: only what moves has colour, and what comes from further down is dashed. The table says the same in words. */
export function MoveLines({ left, right, after, isMoved }: MoveLinesProps) {
  const below = Math.max(left.length, right.length) * rowHeight + 4;
  const middle = (at: number): number => at * rowHeight + rowHeight / 2;
  const [placeLeft, placeRight] = [left, right].map((ids) => new Map(ids.map((id, at) => [id, at])));
  const places = new Set(after);
  const comes = right.flatMap((id, at): Line[] => {
    const was = placeLeft?.get(id);
    const kind = !isMoved(id) ? 'stays' : was === undefined ? 'far' : 'moved';
    return [{ id, from: was === undefined ? below : middle(was), to: middle(at), kind }];
  });
  const goes = left.flatMap((id, at): Line[] =>
    placeRight?.has(id) === true ? [] : [{ id, from: middle(at), to: below, kind: isMoved(id) && places.has(id) ? 'moved' : 'stays' }],
  );
  return (
    <svg className={styles.lines} width={width} height={below + 8} aria-hidden="true">
      {[...goes, ...comes]
        // What moves lies on top.
        .sort((a, b) => Number(a.kind !== 'stays') - Number(b.kind !== 'stays'))
        .map(({ id, from, to, kind }) => (
          <path
            key={id}
            data-line={kind}
            d={`M0 ${String(from)} C ${String(width * 0.45)} ${String(from)}, ${String(width * 0.55)} ${String(to)}, ${String(width)} ${String(to)}`}
          />
        ))}
    </svg>
  );
}
