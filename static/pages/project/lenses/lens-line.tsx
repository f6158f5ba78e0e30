import { useId } from 'react';
import { FailedLine } from '../../../parts/states';
import styles from './lenses.module.css';
import type { Lenses } from './use-lenses';

/** What lenses are doing, how far they agree with the evidence, and what they had to assume. */
export function LensLine({
  lenses: { wanted, looked, progress, failure, onPersonMonths },
  effortUnit,
}: {
  readonly lenses: Lenses;
  readonly effortUnit: string;
}) {
  const field = useId();
  if (wanted.length === 0) return null;
  const agreed = looked ? wanted.filter(({ id }) => id !== 'wsjf' || looked.hasDueDays) : [];
  return (
    <div className={styles.line}>
      {failure && (
        <FailedLine isBusy={failure.isBusy} onRetry={failure.retry}>
          {failure.words}
        </FailedLine>
      )}
      {!failure && agreed.length < wanted.length && (
        <p role="status">
          <progress aria-label="Evidence read" value={progress?.done} max={Math.max(1, progress?.of ?? 1)} /> Looking up{' '}
          {looked ? 'due dates' : 'the evidence behind the lenses'}…
        </p>
      )}
      {looked && (
        <div role="status">
          <ul aria-label="How far the lenses agree with the evidence">
            {agreed.map(({ id, title }) => (
              <li key={id}>
                <b>{title}</b> {agreementWords(looked.agreements.get(id))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {looked && wanted.some(({ id }) => id === 'rice') && (
        <p className={styles.assumed}>
          <label htmlFor={field}>RICE divides by person-months. One of your {effortUnit} is</label>{' '}
          <input
            id={field}
            type="number"
            min="0.001"
            step="any"
            defaultValue={Number(looked.personMonths.toPrecision(3))}
            onChange={({ currentTarget: { valueAsNumber } }) => {
              if (valueAsNumber > 0) onPersonMonths(valueAsNumber);
            }}
          />{' '}
          person-months
        </p>
      )}
    </div>
  );
}

interface Agreed {
  readonly shared: number;
  readonly of: number;
  readonly unknown: number;
}

function agreementWords(agreed: Agreed | undefined): string {
  if (!agreed || agreed.of === 0) return 'isn’t known of any item: the evidence doesn’t say what it asks for.';
  const unknown = agreed.unknown > 0 ? `; not known of ${String(agreed.unknown)}` : '';
  return `agrees with the evidence on ${String(agreed.shared)} of the first ${String(agreed.of)}${unknown}.`;
}
