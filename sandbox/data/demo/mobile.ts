import type { SiteIssue } from '../../jira/site-data';
import type { Drawing } from './drawing';
import { issueOf, type Draft } from './issues';
import { mobileTypeIds } from './kinds';
import { mobile, mobileParents } from './mobile-items';
import { statuses } from './workflows';

const firstDay = 240;
const daysBetween = 10;

export const mobileIssues = (drawing: Drawing): readonly SiteIssue[] =>
  mobile.map(({ number, type, title, effort, state }) => {
    const created = firstDay + daysBetween * number;
    const parent = mobileParents.get(number);
    return issueOf(drawing, {
      project: 'APP',
      number,
      typeId: mobileTypeIds[type],
      title,
      created,
      path: pathOf(state, created),
      more: { assignee: 'user-engineer', ...(effort !== null && { storyPoints: effort }), ...(parent !== undefined && { parentKey: `APP-${String(parent)}` }) },
    });
  });

function pathOf(state: (typeof mobile)[number]['state'], created: number): Draft['path'] {
  const { toDo, inProgress, done } = statuses;
  switch (state) {
    case 'toDo':
      return [toDo];
    case 'inProgress':
      return [toDo, [inProgress, created + 11]];
    case 'done':
      return [toDo, [inProgress, created + 8], [done, created + 30]];
  }
}
