import styles from './lenses.module.css';
import type { Lenses } from './use-lenses';

/** How each lens's number of an item came about. */
export function LensNotes({ lenses: { wanted, looked }, itemId }: { readonly lenses: Lenses; readonly itemId: string }) {
  const notes = wanted.flatMap(({ id, title }) => {
    const number = id === 'wsjf' && looked?.hasDueDays === false ? undefined : looked?.numbers.get(id)?.get(itemId);
    return number ? [{ id, title, number }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="Through the lenses">
      <h2>Through the lenses</h2>
      <p className={styles.small}>The same evidence in the team’s old arithmetic. None of it is in the value per effort.</p>
      {notes.map(({ id, title, number }) => (
        <div key={id}>
          <h3>{title}</h3>
          <p className={styles.sum}>{number.sum}</p>
          {number.parts.length > 0 && (
            <dl>
              {number.parts.map(([name, how]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{how}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
    </section>
  );
}
