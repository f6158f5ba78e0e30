import type { SetupChoices, SetupPlan } from '../../../../src/contract/setup';
import styles from './choices.module.css';
import { listWords, type ProjectList } from './merge-choices';

export interface ChoicesProps {
  readonly plan: SetupPlan;
  readonly choices: SetupChoices;
  readonly isDisabled: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
}

const lists = ['statementProjects', 'backlogProjects', 'ticketProjects'] as const satisfies readonly ProjectList[];

const headings: Readonly<Record<(typeof lists)[number], string>> = {
  statementProjects: 'Statements are written here',
  backlogProjects: 'Its backlog is ranked',
  ticketProjects: 'Its tickets are tagged',
};

/** Which projects hold statements, which are ranked, and in which tickets are tagged. */
export function Choices({ plan, choices, isDisabled, onChoose }: ChoicesProps) {
  const { projects, sharedSchemes } = plan;
  const toggle = (list: ProjectList, id: SetupChoices[ProjectList][number]): void => {
    const chosen = choices[list];
    onChoose({ ...choices, [list]: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] });
  };
  return (
    <fieldset className={styles.choices} disabled={isDisabled}>
      <legend className={styles.legend}>Projects</legend>
      <table className={styles.projects}>
        <thead>
          <tr>
            <th scope="col">Project</th>
            {lists.map((list) => (
              <th key={list} scope="col">
                {headings[list]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map(({ id, key, name, style }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className={styles.style}>{style}</span>
              </th>
              {lists.map((list) => (
                <td key={list}>
                  <label>
                    <input
                      type="checkbox"
                      aria-label={`${name}: ${listWords[list]}`}
                      checked={choices[list].includes(id)}
                      onChange={() => {
                        toggle(list, id);
                      }}
                      data-project={key}
                    />
                    <span>{headings[list]}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sharedSchemes.map(({ scheme, projects: names }) => (
        <div key={scheme} className={styles.shared}>
          <h2>{names.join(' and ')} share one work type scheme</h2>
          <p>Adding types to “{scheme}” makes them appear in the Create dialog of all of them.</p>
          {(['copy', 'shared'] as const).map((answer) => (
            <label key={answer}>
              <input
                type="radio"
                name={`scheme-${scheme}`}
                checked={choices.sharedScheme === answer}
                onChange={() => {
                  onChoose({ ...choices, sharedScheme: answer });
                }}
              />
              {answer === 'copy' ? 'Give the statement project its own copy' : 'Add to the shared scheme'}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
