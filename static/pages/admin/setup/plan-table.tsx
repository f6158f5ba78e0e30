import type { SetupChoices, SetupLine, SetupPlan } from '../../../../src/contract/setup';
import { PlanLine } from './plan-line';
import styles from './plan-table.module.css';
import type { LineProgress } from './use-apply';

export interface PlanTableProps {
  readonly plan: SetupPlan;
  readonly choices: SetupChoices;
  readonly progress: ReadonlyMap<string, LineProgress>;
  readonly isRunning: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
  readonly onRetry: (line: SetupLine) => void;
  readonly onCheckAgain: () => void;
}

const sections = { statements: 'Statements', links: 'Links', field: 'Fields' } as const;

/** Every line says Exists, Will create, Will add, By hand or Not possible before any button is pressed. */
export function PlanTable({ plan, progress, ...rest }: PlanTableProps) {
  const headings = [...new Set(plan.lines.map(headingOf))];
  return (
    <table className={styles.plan}>
      <caption className="visually-hidden">The plan</caption>
      {headings.map((heading) => {
        const lines = plan.lines.filter((line) => headingOf(line) === heading);
        const style = plan.projects.find(({ id }) => id === lines[0]?.project?.id)?.style;
        return (
          <tbody key={heading}>
            <tr>
              <th colSpan={3} scope="rowgroup" className={styles.heading}>
                {heading} {style && <span className={styles.style}>{style}</span>}
              </th>
            </tr>
            {lines.map((line) => (
              <PlanLine key={line.id} line={line} progress={progress.get(line.id)} {...rest} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

const headingOf = (line: SetupLine): string => (line.section === 'project' ? (line.project?.name ?? 'Projects') : sections[line.section]);
