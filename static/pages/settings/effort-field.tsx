import Textfield from '@atlaskit/textfield';
import type { ProjectSettingsPage, ProjectSettingsView } from '../../../src/contract/project-settings';
import styles from './settings-page.module.css';

export interface EffortFieldProps {
  readonly chosen: ProjectSettingsView['effort'];
  readonly found: ProjectSettingsPage['effortFound'];
  readonly fields: ProjectSettingsPage['fields'];
  readonly onChange: (effort: ProjectSettingsView['effort']) => void;
}

const foundBy = { board: 'the board’s estimation', site: 'what setup found for the site', type: 'the type of a field' } as const;

/** The field that holds what an item costs: found, and asked for only where nothing was. */
export function EffortField({ chosen, found, fields, onChange }: EffortFieldProps) {
  const choices = found && !fields.some(({ id }) => id === found.id) ? [found, ...fields] : fields;
  return (
    <>
      <div className={styles.field}>
        <label htmlFor="effort">Field that holds the effort</label>
        <select
          id="effort"
          className={styles.select}
          value={chosen?.fieldId ?? ''}
          onChange={({ target }) => {
            onChange(target.value === '' ? null : { fieldId: target.value, unit: chosen?.unit ?? 'story points' });
          }}
        >
          <option value="">{found ? `${found.name}, by ${foundBy[found.by]}` : 'None found: choose one'}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <p className={styles.note}>
          {found || chosen ? 'Items without it count as one typical piece of work.' : 'Until you choose, every item counts as one typical piece of work.'}
        </p>
      </div>
      {chosen && (
        <div className={styles.field}>
          <label htmlFor="effort-unit">Its unit, as your team says it</label>
          <Textfield
            id="effort-unit"
            value={chosen.unit}
            maxLength={40}
            onChange={({ currentTarget }) => {
              onChange({ ...chosen, unit: currentTarget.value });
            }}
          />
        </div>
      )}
    </>
  );
}
