import type { SetupChoices, SetupPlan } from '../../../../src/contract/setup';
import styles from './choices.module.css';

export interface ScreensProps {
  readonly plan: SetupPlan;
  readonly choices: SetupChoices;
  readonly isDisabled: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
}

/** On which screens the number field shows: Jira does not say which project uses which, its admin knows. */
export function Screens({ plan, choices, isDisabled, onChoose }: ScreensProps) {
  const { screens } = plan;
  if (screens.length === 0) return null;
  const chosen = choices.screens ?? screens.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  return (
    <details className={styles.choices}>
      <summary>
        Show “Evidence score” on screens: {chosen.length} of {screens.length}
      </summary>
      <fieldset className={styles.screens} disabled={isDisabled}>
        <legend className="visually-hidden">Screens that show the field</legend>
        {screens.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={() => {
                onChoose({ ...choices, screens: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] });
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
