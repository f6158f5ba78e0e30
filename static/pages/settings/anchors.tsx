import styles from './source-table.module.css';

export interface AnchorsProps {
  readonly name: string;
  readonly anchors: readonly (readonly [raw: number, pain: number])[];
  readonly onChange: (anchors: [number, number][]) => void;
}

/** How bad a source's own values are; between two of them it is linear. */
export function Anchors({ name, anchors, onChange }: AnchorsProps) {
  return (
    <div className={styles.anchors} role="group" aria-label={`${name}: how bad its values are`}>
      {anchors.map(([raw, pain], position) => (
        <label key={raw}>
          {raw} hurts
          <input
            type="number"
            min={0}
            max={100}
            step={5}
            value={Math.round(pain * 100)}
            onChange={({ target }) => {
              const hurts = Math.min(100, Math.max(0, target.valueAsNumber || 0)) / 100;
              onChange(anchors.map(([own, was], at) => [own, at === position ? hurts : was]));
            }}
          />
          %
        </label>
      ))}
    </div>
  );
}
