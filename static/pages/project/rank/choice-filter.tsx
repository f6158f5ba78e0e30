import { useState } from 'react';
import type { Choice } from './choices';

export interface ChoiceFilterProps {
  readonly name: string;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | null) => void;
}

// A backlog of thousands has as many labels: a page does not draw them before somebody looks.
const manyChoices = 200;

/** One filter; without anything to choose from it is not there. */
export function ChoiceFilter({ name, value, choices, onChange }: ChoiceFilterProps) {
  const [isLooked, setLooked] = useState(false);
  if (choices.length === 0) return null;
  const look = (): void => {
    setLooked(true);
  };
  const offered = isLooked || choices.length <= manyChoices ? choices : choices.filter((choice) => choice.value === value);
  return (
    <select
      aria-label={name}
      data-on={value !== null}
      value={value ?? ''}
      onFocus={look}
      onPointerDown={look}
      onChange={(event) => {
        const picked = event.currentTarget.value;
        onChange(picked === '' ? null : picked);
      }}
    >
      <option value="">{name}</option>
      {offered.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </select>
  );
}
