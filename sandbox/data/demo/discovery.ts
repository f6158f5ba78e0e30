import type { SiteIssue } from '../../jira/site-data';
import { dayOfNumber } from './calendar';
import type { Drawing } from './drawing';
import { issueOf, type Draft } from './issues';
import { typeIds } from './kinds';
import { confidential } from './projects';
import { statements, type Statement } from './statements';
import { statuses } from './workflows';

const createdOn = [
  [1, -300],
  [28, -110],
  [40, 40],
  [80, 335],
  [92, 470],
] as const;

export const discoveryIssues = (drawing: Drawing): readonly SiteIssue[] => statements.map((statement) => statementIssue(drawing, statement));

function statementIssue(drawing: Drawing, { number, kind, sentence, stakeholder, job, state, isRestricted }: Statement): SiteIssue {
  const created = dayOfNumber(number, createdOn);
  return issueOf(drawing, {
    project: 'DISC',
    number,
    typeId: typeIds[kind],
    title: sentence,
    created,
    path: pathOf(state, created),
    more: {
      assignee: 'user-pm',
      // Written by the app's own screen when a statement is made there.
      ...(stakeholder !== undefined && job !== undefined && { properties: { 'groundwork.statement': { stakeholder, job } } }),
      ...(isRestricted && { securityLevelId: confidential }),
    },
  });
}

function pathOf(state: Statement['state'], created: number): Draft['path'] {
  const { open, inDiscovery, closed } = statuses;
  switch (state) {
    case 'Open':
      return [open];
    case 'In discovery':
      return [open, [inDiscovery, created + 12]];
    case 'Closed':
      return [open, [inDiscovery, created + 9], [closed, 445]];
  }
}
