export interface ExemptionDaysProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly days: number;
  readonly onChange: (days: number) => void;
}

const choices = [7, 14, 30, 90];

/** For how long an epic may pass without a problem. */
export function ExemptionDays({ id, className, days, onChange }: ExemptionDaysProps) {
  return (
    <select
      id={id}
      className={className}
      value={days}
      onChange={({ currentTarget }) => {
        onChange(Number(currentTarget.value));
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice} days
        </option>
      ))}
    </select>
  );
}
