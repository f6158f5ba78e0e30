import type { mobileTypeIds } from './kinds';

/** Ledgerly Mobile: number in APP, type, title, effort, state. */
type Row = readonly [number: number, type: keyof typeof mobileTypeIds, title: string, effort: number | null, state: 'toDo' | 'inProgress' | 'done'];

const rows: readonly Row[] = [
  [1, 'epic', 'Receipts on the phone', 20, 'done'],
  [2, 'story', 'Take a photo and send it', 5, 'done'],
  [4, 'story', 'Sign in once', 3, 'done'],
  [7, 'bug', 'Photo is lost when a call comes in', 2, 'done'],
  [9, 'story', 'Photograph without a network', 8, 'inProgress'],
  [11, 'story', 'See what waits for me', 3, 'toDo'],
  [13, 'task', 'Move to the new store account', 1, 'toDo'],
  [14, 'bug', 'Keyboard hides the amount', 2, 'toDo'],
  [16, 'story', 'Widget with my next payment', 5, 'toDo'],
  [18, 'task', 'Drop support for old phones', 2, 'toDo'],
  [20, 'epic', 'Mobile approvals', 20, 'toDo'],
  [21, 'story', 'Approve one expense', 8, 'toDo'],
  [22, 'story', 'Approve a report of forty lines', 13, 'toDo'],
  [23, 'bug', 'Notification opens the wrong report', 2, 'inProgress'],
];

export const mobile = rows.map(([number, type, title, effort, state]) => ({ number, type, title, effort, state }));
export const mobileParents: ReadonlyMap<number, number> = new Map([
  [2, 1],
  [4, 1],
]);
