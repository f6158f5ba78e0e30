import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Fragment } from 'react';
import type { SetupLine } from '../../../src/contract/setup';
import { reason } from '../../parts/states';
import styles from './plan-table.module.css';

export interface PlanTableProps {
  readonly lines: readonly SetupLine[];
  readonly failed: ReadonlyMap<string, Error>;
  readonly onRetry: (line: SetupLine) => void;
  readonly onCheckAgain: () => void;
}

const states = {
  exists: { words: 'Exists', look: 'success' },
  'will-create': { words: 'Will create', look: 'inprogress' },
  'will-add': { words: 'Will add', look: 'inprogress' },
  'by-hand': { words: 'By hand', look: 'moved' },
  'not-possible': { words: 'Not possible', look: 'default' },
} as const satisfies Record<SetupLine['state'], { readonly words: string; readonly look: 'success' | 'inprogress' | 'moved' | 'default' }>;

const sections = { statements: 'Statements', links: 'Links' } as const;

/** Every line says Exists, Will create, Will add, By hand or Not possible before any button is pressed. */
export function PlanTable({ lines, failed, onRetry, onCheckAgain }: PlanTableProps) {
  const headings = [...new Set(lines.map(headingOf))];
  return (
    <table className={styles.plan}>
      <caption className="visually-hidden">The plan</caption>
      {headings.map((heading) => (
        <tbody key={heading}>
          <tr>
            <th colSpan={3} scope="rowgroup" className={styles.heading}>
              {heading}
            </th>
          </tr>
          {lines
            .filter((line) => headingOf(line) === heading)
            .map((line) => (
              <Fragment key={line.id}>
                <tr>
                  <th scope="row">{line.title}</th>
                  <td>
                    {line.detail}
                    {line.steps.length > 0 && (
                      <>
                        <ol className={styles.steps}>
                          {line.steps.map((step) => (
                            <li key={step}>{step}</li>
                          ))}
                        </ol>
                        <Button spacing="compact" onClick={onCheckAgain}>
                          Check again
                        </Button>
                      </>
                    )}
                  </td>
                  <td>
                    <Lozenge appearance={states[line.state].look}>{states[line.state].words}</Lozenge>
                  </td>
                </tr>
                {failed.has(line.id) && (
                  <tr>
                    <td colSpan={3} role="alert" className={styles.failed}>
                      {line.title} did not work. {reason(failed.get(line.id) ?? new Error())} Nothing else was undone.{' '}
                      <Button
                        spacing="compact"
                        onClick={() => {
                          onRetry(line);
                        }}
                      >
                        Try this line again
                      </Button>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
        </tbody>
      ))}
    </table>
  );
}

const headingOf = (line: SetupLine): string => (line.section === 'project' ? (line.project?.name ?? 'Projects') : sections[line.section]);
