import type { ProjectSettingsPage, ProjectSettingsView } from '../../../src/contract/project-settings';
import { EffortField } from './effort-field';
import styles from './settings-page.module.css';

export interface WhatIsRankedProps {
  readonly page: ProjectSettingsPage;
  readonly settings: ProjectSettingsView;
  readonly onChange: (part: Partial<ProjectSettingsView>) => void;
}

/** Which issues are items, which board they are estimated on, and what they cost. */
export function WhatIsRanked({ page: { types, boards, fields, effortFound }, settings, onChange }: WhatIsRankedProps) {
  const { itemTypes, boardId } = settings;
  const chosen = new Set(itemTypes ?? types.map(({ id }) => id));
  const toggle = (id: string): void => {
    const next = types.map((type) => type.id).filter((own) => (own === id ? !chosen.has(id) : chosen.has(own)));
    // All of them means "whatever types there will be", so that a new type is not forgotten.
    if (next.length > 0) onChange({ itemTypes: next.length === types.length ? null : next });
  };
  return (
    <section className={styles.section} aria-labelledby="ranked">
      <h2 id="ranked">What is ranked</h2>
      <fieldset className={styles.section}>
        <legend>Work types</legend>
        <div className={styles.choices}>
          {types.map(({ id, name }) => (
            <label key={id} className={styles.choice}>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={() => {
                  toggle(id);
                }}
              />
              {name}
            </label>
          ))}
        </div>
        <p className={styles.note}>{itemTypes === null ? 'All, also those that come later.' : 'Only these. At least one stays.'}</p>
      </fieldset>
      <div className={styles.field}>
        <label htmlFor="board">Board whose backlog is ranked</label>
        <select
          id="board"
          className={styles.select}
          value={boardId ?? ''}
          onChange={({ target }) => {
            onChange({ boardId: target.value === '' ? null : Number(target.value) });
          }}
        >
          <option value="">All work items of this project</option>
          {boardId !== null && !boards.some(({ id }) => id === boardId) && <option value={boardId}>A board that you may not see</option>}
          {boards.map(({ id, name, type }) => (
            <option key={id} value={id}>
              {name} ({type})
            </option>
          ))}
        </select>
        <p className={styles.note}>
          {boardId === null
            ? 'Effort is read from the field below.'
            : 'Only what the board’s filter finds is ranked, with the epics above it, and its estimation is the effort unless you name a field. Groundwork must be allowed to use the filter: share it with the project. When the board gets another filter, save here again. When its filter is edited, work items that change follow at once, all others with the hourly look, up to 100 an hour on the whole site.'}
        </p>
      </div>
      <EffortField
        chosen={settings.effort}
        found={effortFound}
        fields={fields}
        onChange={(effort) => {
          onChange({ effort });
        }}
      />
    </section>
  );
}
