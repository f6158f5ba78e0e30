import type { ReactNode } from 'react';
import { IssueLink } from '../../../parts/issue-link';
import styles from './cells.module.css';
import { itemOf, placedOf, type Column, type PlacedFacts } from './column';
import { CustomersCell } from './customers-cell';
import { IntervalDrawing } from './interval-drawing';
import { IssueName } from './issue-name';
import { Move } from './move';
import { ProblemCell } from './problem-cell';
import { rounded } from './rounded';

const fixed = (least: number): Column['width'] => ({ least, share: 0 });
const nothing = (): ReactNode => null;

/** The columns of the evidence, left to right, as arithmetic: customers, value, effort, value per effort. */
export const columns: readonly Column[] = [
  {
    id: 'place',
    title: '#',
    width: fixed(36),
    align: 'end',
    isOptional: false,
    placed: ({ placed: { place } }) => (place === 1 ? <b>{place}</b> : place),
    unstated: () => '–',
    exported: [['Place', (facts) => placedOf(facts)?.place]],
  },
  {
    id: 'move',
    title: 'Move',
    width: fixed(56),
    isOptional: false,
    placed: ({ move }) => <Move move={move} />,
    unstated: ({ jiraPlace }) => jiraPlace !== undefined && <span className={styles.small}>Jira {jiraPlace + 1}</span>,
    exported: [['Move against Jira’s order', (facts) => ('placed' in facts && typeof facts.move === 'number' ? facts.move : undefined)]],
  },
  {
    id: 'item',
    title: 'Item',
    width: { least: 190, share: 300 },
    isOptional: false,
    placed: ({ placed: { item }, view }) => <IssueName item={item} type={view.types[item.type]} />,
    unstated: ({ item, view }) => <IssueName item={item} type={view.types[item.type]} />,
    exported: [
      ['Key', (facts) => itemOf(facts).key],
      ['Item', (facts) => itemOf(facts).summary],
      ['Type', (facts) => facts.view.types[itemOf(facts).type]?.name],
    ],
  },
  {
    id: 'problem',
    title: 'Problem it solves',
    width: { least: 180, share: 300 },
    isOptional: false,
    placed: (facts) => <ProblemCell {...facts} />,
    unstated: () => <span className={styles.none}>No problem stated</span>,
    exported: [
      ['Problem', (facts) => placedOf(facts)?.problem?.key],
      ['Problem it solves', (facts) => placedOf(facts)?.problem?.sentence ?? 'No problem stated'],
    ],
  },
  {
    id: 'customers',
    title: 'Customers · largest',
    width: fixed(126),
    isOptional: false,
    placed: ({ placed: { problem } }) => problem && <CustomersCell problem={problem} />,
    unstated: nothing,
    exported: [
      ['Customers', (facts) => placedOf(facts)?.problem?.customers],
      ['Largest', (facts) => placedOf(facts)?.problem?.largest?.name],
      ['Share of the largest', (facts) => exact(placedOf(facts)?.problem?.largest?.share, 2)],
    ],
  },
  {
    id: 'value',
    title: 'Value',
    width: fixed(44),
    align: 'end',
    isOptional: false,
    placed: ({ placed: { standing } }) => rounded(standing.value),
    unstated: nothing,
    exported: [['Value', (facts) => exact(placedOf(facts)?.standing.value, 4)]],
  },
  {
    id: 'effort',
    title: 'Effort',
    width: fixed(44),
    align: 'end',
    isOptional: false,
    placed: effortOf,
    unstated: ({ item }) => item.effort ?? '?',
    exported: [['Effort', (facts) => itemOf(facts).effort ?? undefined]],
  },
  {
    id: 'score',
    title: 'Value per effort',
    width: fixed(224),
    isOptional: false,
    placed: ({ placed: { place, score, standing }, isSolvedAbove, interval }, scale) => (
      <span className={styles.score}>
        <span className={place === 1 ? styles.first : undefined}>{rounded(score)}</span>
        <IntervalDrawing scale={scale} score={score} alone={isSolvedAbove ? standing.score : undefined} interval={interval} />
      </span>
    ),
    unstated: ({ item }) => (
      <span className={styles.state}>
        <IssueLink issueKey={item.key} tabIndex={-1}>
          State the problem
        </IssueLink>
      </span>
    ),
    exported: [
      ['Value per effort', (facts) => exact(placedOf(facts)?.score, 4)],
      ['Alone', (facts) => exact(placedOf(facts)?.standing.score, 4)],
      ['1 of 10 draws is below', (facts) => ('interval' in facts ? exact(facts.interval?.p10, 4) : undefined)],
      ['1 of 10 draws is above', (facts) => ('interval' in facts ? exact(facts.interval?.p90, 4) : undefined)],
    ],
  },
];

function effortOf({ placed: { standing, item } }: PlacedFacts): ReactNode {
  return standing.effortMissing ? <span title="Nobody estimated it: counted as a typical effort">?</span> : (item.effort ?? 'Σ');
}

const exact = (value: number | undefined, digits: number): number | undefined => (value === undefined ? undefined : Number(value.toFixed(digits)));
