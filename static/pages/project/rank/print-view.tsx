import Button from '@atlaskit/button/new';
import { Fragment, useEffect } from 'react';
import { dayOf } from '../../../parts/days';
import type { Column } from './column';
import { factsOf, type Known } from './facts';
import { firstItems } from './print-rows';
import styles from './print-view.module.css';
import type { Row } from './rows';

export interface PrintViewProps {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly known: Known;
  readonly locale: string;
  readonly onClose: () => void;
}

/** Some thirty pages: more is for a file. */
const mostPrinted = 1_000;

const issueKey = /^[A-Z][A-Z0-9_]*-\d+$/;

/** The list on paper: light, without controls, the header on every page. */
export function PrintView({ title, summary, rows, columns, known, locale, onClose }: PrintViewProps) {
  useEffect(() => {
    window.print();
  }, []);
  const items = rows.filter(({ kind }) => kind !== 'group').length;
  const shown = firstItems(rows, mostPrinted);
  const exported = columns.flatMap((column) => column.exported);
  return (
    <article
      className={styles.sheet}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.controls}>
        <Button
          appearance="primary"
          autoFocus
          onClick={() => {
            window.print();
          }}
        >
          Print
        </Button>
        <Button onClick={onClose}>Back to the list</Button>
      </div>
      <h1>{title}</h1>
      <p>
        {known.view.project.name}, {dayOf(known.view.now, locale)} · {summary}
      </p>
      {items > mostPrinted && (
        <p>
          The first {mostPrinted} of {items} items; the file holds them all.
        </p>
      )}
      <table>
        <thead>
          <tr>
            {exported.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Fragment key={row.id}>
              {row.kind === 'group' ? (
                <tr>
                  <th colSpan={exported.length} scope="rowgroup">
                    {row.title} <span>{row.detail}</span>
                  </th>
                </tr>
              ) : (
                <tr>
                  {exported.map(([name, of]) => {
                    const cell = of(factsOf(known, row));
                    return (
                      <td key={name} data-number={typeof cell === 'number'} data-key={typeof cell === 'string' && issueKey.test(cell)}>
                        {typeof cell === 'number' ? Math.round(cell * 100) / 100 : cell}
                      </td>
                    );
                  })}
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </article>
  );
}
