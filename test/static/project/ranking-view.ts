import type { ItemView, ProblemView, RankingView } from '../../../src/contract/ranking';
import { issueId, projectId, statementId, type IssueId } from '../../../src/domain/ids';

const someIssue = (n: number): IssueId => {
  const id = issueId(String(n));
  if (!id) throw new Error(`${n} is no issue id`);
  return id;
};
const led =
  projectId('1') ??
  (() => {
    throw new Error('no project id');
  })();

/** A problem worth `value`, with nothing else to say. */
export const problem = (n: number, value: number, more: Partial<ProblemView> = {}): ProblemView => ({
  id: statementId(someIssue(n)),
  key: `DISC-${n}`,
  kind: 'problem',
  projectId: led,
  sentence: `Problem ${n} stalls the close`,
  isClosed: false,
  isRestricted: false,
  support: value,
  contradiction: 0,
  value,
  deviation: value / 3,
  customers: 3,
  largest: null,
  measured: 0,
  newest: 1_780_000_000,
  sources: ['ticket'],
  segments: [],
  ...more,
});

/** An open epic of 5 points that covers nothing. */
export const item = (n: number, more: Partial<ItemView> = {}): ItemView => ({
  id: someIssue(n),
  key: `LED-${n}`,
  summary: `Item ${n}`,
  type: 0,
  status: 0,
  parent: null,
  effort: 5,
  done: null,
  labels: [],
  components: [],
  covers: [],
  ...more,
});

export const view = (problems: readonly ProblemView[], items: readonly ItemView[]): RankingView => ({
  state: 'ready',
  progress: null,
  project: { id: led, key: 'LED', name: 'Ledgerly' },
  now: 1_780_300_000,
  updatedAt: 1_780_300_000,
  asOfDay: 20_605,
  effortUnit: 'points',
  params: {},
  types: [{ id: '1', name: 'Epic', level: 1 }],
  statuses: [{ name: 'To Do', category: 'new' }],
  problems: [...problems],
  items: [...items],
  differsFromShared: false,
  pins: [],
  isJiraAdmin: false,
  appliedAt: null,
  columns: null,
});
