import type { SetupChoices, SetupPlan } from '../../../../src/contract/setup';
import styles from './choices.module.css';
import { listWords } from './merge-choices';

export interface OpenNumbersProps {
  readonly plan: SetupPlan;
  readonly choices: SetupChoices;
  readonly isDisabled: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
}

const list = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);

/** Whose numbers count for whom. Words and names are never part of it: those follow each person's own rights. */
export function OpenNumbers({ plan, choices, isDisabled, onChoose }: OpenNumbersProps) {
  const writing = plan.projects.filter(({ id }) => choices.statementProjects.includes(id));
  if (writing.length === 0) return null;
  const rankedBeside = (own: string): string =>
    list(plan.projects.filter(({ id }) => choices.backlogProjects.includes(id) && id !== own).map(({ name }) => name));
  return (
    <fieldset className={styles.choices} disabled={isDisabled}>
      <legend className={styles.legend}>Who sees numbers of which statements</legend>
      <p className={styles.note}>
        Scores and numbers of customers stand on issues, in JQL and in the field, where everyone who reads the issue sees them. Statements behind a security
        level never count there. Quotes, names and statements themselves are shown only to who may browse them, whatever is chosen here.
      </p>
      {writing.map(({ id, name }) => {
        const isOpen = choices.openProjects.includes(id);
        const others = rankedBeside(id);
        return (
          <label key={id} className={styles.open}>
            <input
              type="checkbox"
              aria-label={`${name}: ${listWords.openProjects}`}
              checked={isOpen}
              onChange={() => {
                onChoose({ ...choices, openProjects: isOpen ? choices.openProjects.filter((other) => other !== id) : [...choices.openProjects, id] });
              }}
            />
            <span>
              <b>Open {name}</b>
              {others === ''
                ? ' No other project is ranked, so that this changes nothing yet.'
                : isOpen
                  ? ` Readers of ${others} see numbers that count the statements of ${name}, also those who may not browse ${name}.`
                  : ` Numbers in ${others} leave out the statements of ${name}: “no evidence” there may mean “none that is open”. People who may browse ${name} see the full numbers on the Groundwork page.`}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
