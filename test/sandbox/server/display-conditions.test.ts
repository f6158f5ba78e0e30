import { describe, expect, test } from '@jest/globals';
import { checkConditions, isShown, type Place } from '../../../sandbox/server/display-conditions';

const epic: Place = { issue: { key: 'LED-1', typeName: 'Epic', hierarchyLevel: 1 }, project: { key: 'LED', style: 'company-managed' }, isJiraAdmin: false };
const subtask: Place = { ...epic, issue: { key: 'LED-2', typeName: 'Sub-task', hierarchyLevel: -1 } };

describe('a module is shown', () => {
  test.each([
    { name: 'without conditions everywhere', conditions: undefined, shownOn: [true, true] },
    { name: "by the level of the issue's type", conditions: { jiraExpression: 'issue.issueType.hierarchyLevel >= 0' }, shownOn: [true, false] },
    { name: 'by the name of the type', conditions: { issueType: ['Epic', 'Story'] }, shownOn: [true, false] },
    { name: 'where none of them holds', conditions: { not: { issueType: 'Epic' } }, shownOn: [false, true] },
    { name: 'where all hold', conditions: { projectKey: 'LED', and: { isAdmin: false, issueKey: 'LED-1' } }, shownOn: [true, false] },
    { name: 'where one holds', conditions: { or: { issueKey: 'LED-2', isAdmin: true } }, shownOn: [false, true] },
  ])('$name', ({ conditions, shownOn }) => {
    expect([epic, subtask].map((place) => isShown(conditions, place))).toEqual(shownOn);
  });
});

test.each([
  { hasProjectPermission: 'EDIT_ISSUES' },
  { or: { issueType: 'Epic', not: { appEdition: 'free' } } },
  { jiraExpression: 'issue.summary.length > 3' },
])('what it cannot judge is refused at start: %j', (conditions) => {
  expect(() => checkConditions(conditions)).toThrow('cannot judge');
});
