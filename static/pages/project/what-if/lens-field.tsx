import { FailedLine } from '../../../parts/states';
import { reason } from '../../../parts/failure-words';
import { lensNames, type LensId } from '../lenses/names';
import type { useDueDays } from '../lenses/queries';
import styles from './what-if.module.css';

export interface LensFieldProps {
  readonly lens: LensId | undefined;
  /** What WSJF waits for. */
  readonly due: ReturnType<typeof useDueDays>;
  readonly isDisabled: boolean;
  readonly onChange: (lens: LensId | undefined) => void;
}

/** Whether the evidence itself decides, or a team's old arithmetic over the same evidence. */
export function LensField({ lens, due, isDisabled, onChange }: LensFieldProps) {
  return (
    <div className={styles.group}>
      <div className={styles.between}>
        <h2 id="what-if-lens">Lens</h2>
        <select
          aria-labelledby="what-if-lens"
          className={lens && styles.isChanged}
          value={lens ?? ''}
          disabled={isDisabled}
          onChange={({ currentTarget: { value } }) => {
            onChange(lensNames.find(({ id }) => id === value)?.id);
          }}
        >
          <option value="">Evidence</option>
          {lensNames.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {lens === 'wsjf' && due.isPending && (
        <p role="status" className={styles.small}>
          Looking up due dates…
        </p>
      )}
      {lens === 'wsjf' && due.isError && (
        <FailedLine isBusy={due.isFetching} onRetry={() => void due.refetch()}>
          Couldn’t read due dates, and without them there is no WSJF. {reason(due.error)}
        </FailedLine>
      )}
    </div>
  );
}
