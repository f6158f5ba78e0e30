import type { TypeName } from './kinds';

/** Below an epic or a story: number in LED, parent's number, type, title, effort. */
type Row = readonly [number: number, parent: number, type: TypeName, title: string, effort: number | null];

const rows: readonly Row[] = [
  [103, 102, 'story', 'Queue exports over 10,000 rows', 3],
  [104, 102, 'story', 'Mail a link when the file is ready', 3],
  [105, 102, 'task', 'Load test with 200,000 rows', 2],
  [118, 103, 'subtask', 'Queue table and retry', null],
  [119, 103, 'subtask', 'Progress line on the export page', null],
  [141, 140, 'story', 'Choose the bank by its name', 5],
  [142, 140, 'story', 'Let the treasurer finish without being an admin', 5],
  [143, 140, 'story', 'Keep the step when the code is late', 3],
  [152, 151, 'story', 'Export the history of one supplier', 3],
  [153, 151, 'story', 'Export all changes of a year', 5],
  [122, 121, 'story', 'Match a payment with a tip', 3],
  [123, 121, 'story', 'Match two payments with one receipt', 5],
  [110, 109, 'story', 'Choose a period before exporting', 5],
  [111, 109, 'story', 'Join the parts in one archive', 8],
  [32, 31, 'story', 'Default tax code of a supplier', 3],
  [33, 31, 'story', 'Remember the last tax code', 2],
  [161, 160, 'story', 'Assistant in the side bar', 13],
  [162, 160, 'story', 'Answers from the handbook', 8],
  [163, 160, 'story', 'Suggest an account', 13],
];

export const children = rows.map(([number, parent, type, title, effort]) => ({ number, parent, type, title, effort }));
/** Sub-tasks that are done while the story above them is not. */
export const finishedChildren: ReadonlySet<number> = new Set([118]);
