import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import styles from './source-field.module.css';

export interface SourceFieldProps {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly saved: number;
  /** Ends of the slider; more may be typed. */
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** What the settings allow. */
  readonly least: number;
  readonly most: number;
  readonly isDisabled: boolean;
  readonly onChange: (value: number) => void;
}

const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** A slider and a number that say the same; the black tick is the saved value. */
export function SourceField({ label, unit, value, saved, low, high, step, least, most, isDisabled, onChange }: SourceFieldProps) {
  const [typed, setTyped] = useState<string>();
  const isChanged = value !== saved;
  const isWrong = typed !== undefined && !isAllowed(typed, least, most);
  // What is typed stays as typed while it says the value; after a step, or back to saved, the value is shown.
  const shown = typed !== undefined && (isWrong || Number(typed) === value) ? typed : String(value);
  const share = (of: number): string => String(Math.min(1, Math.max(0, (of - low) / (high - low))));
  const stepBy = (event: KeyboardEvent, names: readonly string[]): void => {
    const direction = names.includes(event.key) ? arrows[event.key] : undefined;
    if (direction === undefined) return;
    event.preventDefault();
    setTyped(undefined);
    const next = value + direction * step * (event.shiftKey ? 10 : 1);
    onChange(Number(Math.min(most, Math.max(least, next)).toFixed(2)));
  };
  return (
    <div className={styles.field} data-changed={isChanged}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <input
        type="text"
        inputMode="decimal"
        className={styles.number}
        aria-label={unit === undefined ? label : `${label}, ${unit}`}
        aria-invalid={isWrong}
        disabled={isDisabled}
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isAllowed(target.value, least, most)) onChange(Number(target.value));
        }}
        onBlur={() => {
          setTyped(undefined);
        }}
        onKeyDown={(event) => {
          stepBy(event, ['ArrowUp', 'ArrowDown']);
        }}
      />
      <span className={styles.unit} aria-hidden="true">
        {unit}
      </span>
      <span className={styles.slider} style={{ '--at': share(value), '--saved': share(saved) } as CSSProperties}>
        <input
          type="range"
          aria-label={`${label}, slider`}
          aria-valuetext={`${String(value)}${unit === undefined ? '' : ` ${unit}`}, saved ${String(saved)}`}
          min={low}
          max={high}
          step={step}
          disabled={isDisabled}
          value={value}
          onChange={({ target }) => {
            setTyped(undefined);
            onChange(target.valueAsNumber);
          }}
          onKeyDown={(event) => {
            stepBy(event, Object.keys(arrows));
          }}
        />
        <span className={styles.tick} aria-hidden="true" />
      </span>
      {isWrong && (
        <span className={styles.wrong} role="alert">
          {least} to {most}
        </span>
      )}
    </div>
  );
}

const isAllowed = (typed: string, least: number, most: number): boolean =>
  typed.trim() !== '' && Number.isFinite(Number(typed)) && Number(typed) >= least && Number(typed) <= most;
