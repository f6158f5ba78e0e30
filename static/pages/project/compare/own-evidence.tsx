import type { PlacedItem } from '../rank/order';
import { signed } from '../rank/waterfall';
import bars from '../rank/waterfall.module.css';
import styles from './compare.module.css';
import type { OwnEvidence } from './evidence-of-two';

export interface OwnEvidenceListProps {
  readonly placed: PlacedItem;
  readonly own: OwnEvidence;
  /** The longest bar of both lists, so that they can be compared. */
  readonly largest: number;
  readonly hasShared: boolean;
}

/** What counts for one of the two alone; with what is shared it adds up to its score. */
export function OwnEvidenceList({ placed: { item, standing }, own, largest, hasShared }: OwnEvidenceListProps) {
  return (
    <section aria-label={`Only for ${item.summary}`}>
      <h2>Only for {item.summary}</h2>
      <table className={styles.own}>
        <tbody>
          {own.parts.map((part) => (
            <tr key={part.id}>
              <th scope="row">{part.name}</th>
              <td className={styles.small}>{part.kind === 'against' ? `${part.detail}, speaks against` : part.detail}</td>
              <td className={bars.track}>
                <span className={bars[part.kind]} style={{ width: `${String(Math.max(0.6, (Math.abs(part.amount) / largest) * 100))}%` }} />
              </td>
              <td className={bars.amount}>{signed(part.shown)}</td>
            </tr>
          ))}
          {hasShared && (
            <tr>
              <th scope="row">Shared, below</th>
              <td />
              <td />
              <td className={bars.amount}>{signed(own.shared)}</td>
            </tr>
          )}
          <tr className={bars.total}>
            <th scope="row">Value per effort</th>
            <td />
            <td />
            <td className={bars.amount}>{standing.score.toFixed(2)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
