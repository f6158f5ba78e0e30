import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import styles from './settings-page.module.css';

const choices = { 'project-admins': 'Project admins', editors: 'Anyone who may edit the epic' } as const;

/** Who may let an epic pass the gate without a problem. */
export function Exempters({
  chosen,
  onChange,
}: {
  readonly chosen: ProjectSettingsView['exempters'];
  readonly onChange: (exempters: ProjectSettingsView['exempters']) => void;
}) {
  return (
    <fieldset className={styles.part}>
      <legend>Who may exempt an epic</legend>
      <p className={styles.note}>Every exemption has a reason, an owner and an end date of at most 90 days.</p>
      <div className={styles.choices}>
        {(['project-admins', 'editors'] as const).map((who) => (
          <label key={who} className={styles.choice}>
            <input
              type="radio"
              name="exempters"
              checked={chosen === who}
              onChange={() => {
                onChange(who);
              }}
            />
            {choices[who]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
