import type { SiteIssue } from '../../jira/site-data';
import { dayOfNumber, workingMoment } from './calendar';
import { children, finishedChildren } from './children';
import type { Drawing } from './drawing';
import { finished } from './finished';
import { issueOf, type Draft } from './issues';
import { typeIds, type TypeName } from './kinds';
import { running, sprintAt } from './projects';
import { movedByHand, rankedNumbers } from './rank-order';
import { ranked } from './ranked';
import { unstated } from './unstated';
import { statuses } from './workflows';

const { toDo, inProgress, done } = statuses;

/** LED-12 is the oldest that is open, LED-31 is three years old; most of the rest is of the last two years. */
const createdOn = [
  [1, -760],
  [12, -720],
  [31, -595],
  [34, -120],
  [50, 60],
  [58, 150],
  [64, 290],
  [87, 340],
  [102, 362],
  [151, 379],
  [160, 382],
  [171, 420],
  [200, 440],
  [241, 492],
] as const;

const lastFinishedDay = 496;
const assignees = ['user-engineer', 'user-engineer', 'user-lead', null] as const;
const components: Readonly<Partial<Record<TypeName, readonly string[]>>> = {
  bug: ['Approvals', 'Billing', 'Receipts', 'Platform'],
  task: ['Platform', 'Platform', 'Billing'],
};
const anyComponent = ['Approvals', 'Banking', 'Billing', 'Exports', 'Receipts', 'Travel'];

interface LedItem {
  readonly number: number;
  readonly type: TypeName;
  readonly title: string;
  readonly effort: number | null;
}

/** In sprint 41: what the team works on, or means to. */
const started: ReadonlySet<number> = new Set([88, 97, 170]);
const planned: ReadonlySet<number> = new Set([144, 171]);
const urgent: ReadonlySet<number> = new Set([160, 170, 171]);
const executives: ReadonlyMap<number, string> = new Map([
  [64, 'Head of sales'],
  [155, 'Head of partners'],
  [160, 'Chief executive'],
]);

/** The backlog, in order of Jira's Rank; then what is below its items, and what is done. */
export function ledgerlyIssues(drawing: Drawing): readonly SiteIssue[] {
  const open = new Map<number, LedItem>([...ranked, ...unstated].map((item) => [item.number, item]));
  const others = [...open.keys()].sort((a, b) => drawing.whole(`place ${String(a)}`, 1000) - drawing.whole(`place ${String(b)}`, 1000) || a - b);
  const top = rankedNumbers(others).flatMap((number) => open.get(number) ?? []);
  return [
    ...top.map((item) => openIssue(drawing, item)),
    ...children.map(({ parent, ...item }) => childIssue(drawing, item, parent)),
    ...finished.map((item) => finishedIssue(drawing, item)),
  ];
}

function openIssue(drawing: Drawing, item: LedItem): SiteIssue {
  const { number } = item;
  const draft = draftOf(drawing, item);
  const isStarted = started.has(number);
  const sprint = isStarted || planned.has(number) ? { sprintIds: [running] } : {};
  const moved = movedByHand.filter(([one]) => one === number);
  const changes = moved.map(([, day, author]) => ({
    at: workingMoment(drawing, day, `LED-${String(number)} ranked`),
    author,
    field: 'Rank',
    to: { name: 'Ranked higher' },
  }));
  const executive = executives.get(number);
  return issueOf(drawing, {
    ...draft,
    path: isStarted ? [toDo, [inProgress, 494 + drawing.whole(`start ${String(number)}`, 5)]] : [toDo],
    more: {
      ...draft.more,
      ...sprint,
      ...(urgent.has(number) && { priority: 'Highest' as const }),
      ...(executive !== undefined && { reporterName: executive }),
      ...(changes.length > 0 && { changes }),
    },
  });
}

function childIssue(drawing: Drawing, item: LedItem, parent: number): SiteIssue {
  const draft = draftOf(drawing, item);
  const path: Draft['path'] = finishedChildren.has(item.number) ? [toDo, [inProgress, draft.created + 20], [done, draft.created + 26]] : [toDo];
  return issueOf(drawing, { ...draft, path, more: { ...draft.more, parentKey: `LED-${String(parent)}` } });
}

function finishedIssue(drawing: Drawing, item: LedItem): SiteIssue {
  const draft = draftOf(drawing, item);
  const start = draft.created + 5 + drawing.whole(`wait ${String(item.number)}`, 50);
  const end = Math.min(lastFinishedDay, start + 2 + drawing.whole(`work ${String(item.number)}`, 18));
  // One bug in four came back once.
  const isReopened = item.type === 'bug' && drawing.whole(`reopened ${String(item.number)}`, 4) === 0 && end + 14 < lastFinishedDay;
  const again = isReopened
    ? ([
        [toDo, end + 6],
        [inProgress, end + 9],
        [done, end + 13],
      ] as const)
    : [];
  return issueOf(drawing, {
    ...draft,
    path: [toDo, [inProgress, Math.min(start, end - 1)], [done, end], ...again],
    more: { ...draft.more, sprintIds: end > 395 ? [sprintAt(end)] : [] },
  });
}

function draftOf(drawing: Drawing, { number, type, title, effort }: LedItem): Draft {
  const name = `LED-${String(number)}`;
  const assignee = drawing.pick(`${name} assignee`, assignees);
  return {
    project: 'LED',
    number,
    typeId: typeIds[type],
    title,
    created: dayOfNumber(number, createdOn),
    path: [toDo],
    more: {
      reporter: drawing.pick(`${name} reporter`, ['user-pm', 'user-pm', 'user-lead', 'user-engineer']),
      priority: drawing.pick(`${name} priority`, ['Medium', 'Medium', 'Medium', 'High', 'Low']),
      components: type === 'subtask' ? [] : [drawing.pick(`${name} component`, components[type] ?? anyComponent)],
      ...(effort !== null && { storyPoints: effort }),
      ...(assignee !== null && { assignee }),
    },
  };
}
