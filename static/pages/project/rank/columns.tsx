import type { ReactNode } from 'react';
import { IssueLink } from '../../../parts/issue-link';
import styles from './cells.module.css';
import { ageWords } from './age-words';
import type { Column, Facts, PlacedFacts } from './column';
import { CustomersCell } from './customers-cell';
import { exported, statusOf } from './exported';
import { IntervalDrawing } from './interval-drawing';
import { IssueName } from './issue-name';
import { Move } from './move';
import { ProblemCell } from './problem-cell';
import { rounded } from '../../../parts/rounded';
import { SourcesCell } from './sources-cell';

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
    exported: exported.place,
  },
  {
    id: 'move',
    title: 'Move',
    width: fixed(56),
    isOptional: false,
    placed: ({ move }) => <Move move={move} />,
    unstated: ({ jiraPlace }) => jiraPlace !== undefined && <span className={styles.small}>Jira {jiraPlace + 1}</span>,
    exported: exported.move,
  },
  {
    id: 'jira-place',
    title: 'In Jira',
    width: fixed(56),
    align: 'end',
    isOptional: true,
    placed: jiraPlaceOf,
    unstated: jiraPlaceOf,
    exported: exported.jiraPlace,
  },
  {
    id: 'item',
    title: 'Item',
    width: { least: 190, share: 300 },
    isOptional: false,
    placed: ({ placed: { item }, view }) => <IssueName item={item} type={view.types[item.type]} />,
    unstated: ({ item, view }) => <IssueName item={item} type={view.types[item.type]} />,
    exported: exported.item,
  },
  {
    id: 'status',
    title: 'Status',
    width: fixed(96),
    isOptional: true,
    placed: (facts) => <Cut text={statusOf(facts)} />,
    unstated: (facts) => <Cut text={statusOf(facts)} />,
    exported: exported.status,
  },
  {
    id: 'problem',
    title: 'Problem it solves',
    width: { least: 180, share: 300 },
    isOptional: false,
    placed: (facts) => <ProblemCell {...facts} />,
    unstated: () => <span className={styles.none}>No problem stated</span>,
    exported: exported.problem,
  },
  {
    id: 'stakeholder',
    title: 'Stakeholder',
    width: fixed(120),
    isOptional: true,
    placed: ({ placed: { problem } }) => <Cut text={problem?.stakeholder} />,
    unstated: nothing,
    exported: exported.stakeholder,
  },
  {
    id: 'sources',
    title: 'Sources',
    width: fixed(104),
    isOptional: true,
    placed: ({ placed: { problem } }) => problem && <SourcesCell sources={problem.sources} />,
    unstated: nothing,
    exported: exported.sources,
  },
  {
    id: 'freshness',
    title: 'Newest evidence',
    width: fixed(84),
    isOptional: true,
    placed: ({ placed: { problem }, view }) => <span className={styles.small}>{ageWords(problem?.newest, view.now)}</span>,
    unstated: nothing,
    exported: exported.freshness,
  },
  {
    id: 'customers',
    title: 'Customers · largest',
    width: fixed(126),
    isOptional: false,
    placed: ({ placed: { problem } }) => problem && <CustomersCell problem={problem} />,
    unstated: nothing,
    exported: exported.customers,
  },
  {
    id: 'value',
    title: 'Value',
    width: fixed(44),
    align: 'end',
    isOptional: false,
    placed: ({ placed: { standing } }) => rounded(standing.value),
    unstated: nothing,
    exported: exported.value,
  },
  {
    id: 'effort',
    title: 'Effort',
    width: fixed(44),
    align: 'end',
    isOptional: false,
    placed: effortOf,
    unstated: ({ item }) => item.effort ?? '?',
    exported: exported.effort,
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
    exported: exported.score,
  },
];

function effortOf({ placed: { standing, item } }: PlacedFacts): ReactNode {
  return standing.effortMissing ? <span title="Nobody estimated it: counted as a typical effort">?</span> : (item.effort ?? 'Σ');
}

function jiraPlaceOf({ jiraPlace }: Facts): ReactNode {
  return jiraPlace === undefined ? '–' : jiraPlace + 1;
}

const Cut = ({ text = '' }: { readonly text: string | undefined }) => (
  <span className={styles.one} title={text}>
    {text}
  </span>
);
