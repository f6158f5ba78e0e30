import { severities, type Severity } from '../../src/domain/evidence';
import styles from './severity-choice.module.css';

/** Five digits: Alt with a digit from anywhere in the box, a plain digit while the focus is here. */
export function SeverityChoice({ value, onChange }: { readonly value: Severity; readonly onChange: (severity: Severity) => void }) {
  return (
    <fieldset
      className={styles.severity}
      onKeyDown={(event) => {
        const picked = severities.find(({ digit }) => String(digit) === event.key);
        if (picked && !event.altKey) onChange(picked.label);
      }}
    >
      <legend>Severity</legend>
      {severities.map(({ digit, label }) => (
        <label key={digit} className={styles.choice} title={label}>
          <input
            type="radio"
            name="severity"
            className="visually-hidden"
            checked={value === label}
            onChange={() => {
              onChange(label);
            }}
            aria-label={`${String(digit)} ${label}`}
          />
          <span aria-hidden="true">{digit}</span>
        </label>
      ))}
      <span className={styles.word} aria-live="polite">
        {value}
      </span>
    </fieldset>
  );
}
