import { uuidOf } from '../../../sandbox/jira/self';
import { ariOf, strengthId } from './stand-in';

/** Through the app as an admin, or as the app itself. */
type OneCall = readonly [address: string, body?: unknown, as?: 'app'];

const text = (words: string) => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });
const v3 = '/rest/api/3';
const agile = '/rest/agile/1.0';
const software = '/rest/software/1.0';
const panel = ariOf('panel');

const ruleId = '00000000-0000-4000-8000-000000000001';
const gate = { id: ruleId, ruleKey: 'forge:expression-validator', parameters: { key: ariOf('gate'), config: '{}', id: ruleId, disabled: 'false' } };
const step = (id: string, name: string, from: string | undefined, to: string, validators: readonly unknown[] = []) => ({
  id,
  name,
  type: id === '1' ? 'INITIAL' : from === undefined ? 'GLOBAL' : 'DIRECTED',
  toStatusReference: to,
  links: from === undefined ? [] : [{ fromStatusReference: from, fromPort: 0, toPort: 0 }],
  validators,
});
/** The site's workflow, with the app's rule at its first step. */
const workflow = {
  statuses: [
    { id: '1', name: 'To Do', statusCategory: 'TODO', statusReference: '1' },
    { id: '3', name: 'In Progress', statusCategory: 'IN_PROGRESS', statusReference: '3' },
    { id: '5', name: 'Done', statusCategory: 'DONE', statusReference: '5' },
  ],
  workflows: [
    {
      id: uuidOf('workflow', '1'),
      version: { id: uuidOf('version-1', '1'), versionNumber: 1 },
      statuses: ['1', '3', '5'].map((statusReference) => ({ statusReference, properties: {} })),
      transitions: [
        step('1', 'Create', undefined, '1'),
        step('11', 'Start', '1', '3', [gate]),
        step('21', 'Finish', undefined, '5'),
        step('31', 'Back', undefined, '1'),
      ],
    },
  ],
};
const reconfigured = { workflowId: { name: 'Simple' }, validators: [{ id: ruleId, configuration: { value: '{"mode":"count"}', disabled: true } }] };

const firstComputation = '7c0a1e00-0000-4000-8000-000000010000';

/** Calls that reach every operation, all of them right, in an order in which each finds what it needs. `Location` = where the answer before pointed to. */
export const oneCallEach: readonly OneCall[] = [
  [`GET ${v3}/serverInfo`],
  [`GET ${v3}/configuration`],
  [`GET ${v3}/myself`],
  [`GET ${v3}/user?accountId=user-pm`],
  [`GET ${v3}/user/search?query=pm`],
  [`GET ${v3}/user/assignable/search?project=LED`],
  [`GET ${v3}/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER`],
  [
    `POST ${v3}/permissions/check`,
    { globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [20_001], projects: [10_001] }] },
  ],
  [`POST ${v3}/permissions/project`, { permissions: ['BROWSE_PROJECTS'] }],
  [`GET ${v3}/priority`],
  [`GET ${v3}/priority/search`],
  [`GET ${v3}/resolution/search`],
  [`GET ${v3}/statuscategory`],
  [`GET ${v3}/status`],
  [`GET ${v3}/status/1`],
  [`GET ${v3}/statuses/search`],
  [`GET ${v3}/workflows/search?expand=values.transitions`],
  [`POST ${v3}/workflows`, { workflowNames: ['Simple'] }],
  [`GET ${v3}/workflows/capabilities?projectId=10001&issueTypeId=10000`],
  [`POST ${v3}/workflows/update/validation`, { payload: workflow, validationOptions: { levels: ['ERROR'] } }],
  [`POST ${v3}/workflows/update`, workflow],
  [`GET ${v3}/workflow/rule/config?types=validator&expand=transition`, undefined, 'app'],
  [`PUT ${v3}/workflow/rule/config`, { workflows: [reconfigured] }, 'app'],
  [`GET ${v3}/workflowscheme/project?projectId=10001&projectId=10002`],
  [`GET ${v3}/screens`],
  [`GET ${v3}/screens/10000/tabs`],
  [`GET ${v3}/screens/10000/tabs/10000/fields`],
  [`POST ${v3}/screens/10000/tabs/10000/fields`, { fieldId: strengthId }],
  [`POST ${v3}/screens/addToDefault/${strengthId}`],
  [`GET ${v3}/field/${strengthId}/screens?expand=tab`],
  [`PUT ${v3}/app/field/${strengthId}/value?generateChangelog=false`, { updates: [{ issueIds: [20_001, 20_003], value: 7 }] }, 'app'],
  [`POST ${v3}/app/field/value`, { updates: [{ customField: strengthId, issueIds: [20_001], value: 8 }] }, 'app'],
  [`GET ${v3}/field`],
  [`GET ${v3}/field/search`],
  [`GET ${v3}/project/search?expand=lead,issueTypes,description`],
  [`GET ${v3}/project/LED`],
  [`GET ${v3}/project/LED/statuses`],
  [`GET ${v3}/project/10001/hierarchy`],
  [`GET ${v3}/project/LED/securitylevel`],
  [`GET ${v3}/project/LED/role`],
  [`GET ${v3}/issue/createmeta/LED/issuetypes`],
  [`GET ${v3}/issue/limit/report`],
  [`PUT ${v3}/project/LED/properties/one`, { a: 1 }],
  [`GET ${v3}/project/LED/properties`],
  [`GET ${v3}/project/LED/properties/one`],
  [`DELETE ${v3}/project/LED/properties/one`],

  [`GET ${v3}/issuetype`],
  [`GET ${v3}/issuetype/10000`],
  [`GET ${v3}/issuetype/project?projectId=10001`],
  [`POST ${v3}/issuetype`, { name: 'Problem', description: '', hierarchyLevel: 0 }],
  [`PUT ${v3}/issuetype/10004`, { name: 'Insight' }],
  [`PUT ${v3}/issuetype/10004/properties/one`, { a: 1 }],
  [`GET ${v3}/issuetype/10004/properties`],
  [`GET ${v3}/issuetype/10004/properties/one`],
  [`DELETE ${v3}/issuetype/10004/properties/one`],
  [`GET ${v3}/issuetypescheme`],
  [`GET ${v3}/issuetypescheme/mapping`],
  [`GET ${v3}/issuetypescheme/project?projectId=10001`],
  [`POST ${v3}/issuetypescheme`, { name: 'New', issueTypeIds: ['10000', '10001', '10002', '10003'] }],
  [`PUT ${v3}/issuetypescheme/project`, { issueTypeSchemeId: '10101', projectId: '10002' }],
  [`PUT ${v3}/issuetypescheme/10101/issuetype`, { issueTypeIds: ['10004'] }],
  [`DELETE ${v3}/issuetypescheme/10101/issuetype/10004`],
  [`GET ${v3}/issuetype/10002/alternatives`],
  [`DELETE ${v3}/issuetype/10004`],

  [`POST ${v3}/issue`, { fields: { project: { id: '10001' }, issuetype: { id: '10002' }, summary: 'Slow', description: text('Very slow.') } }],
  [`POST ${v3}/issue/bulk`, { issueUpdates: [{ fields: { project: { key: 'LED' }, issuetype: { name: 'Story' }, summary: 'Faster' } }] }],
  [`GET ${v3}/issue/LED-3?fields=*all&expand=names,schema,changelog`],
  [`POST ${v3}/issue/bulkfetch`, { issueIdsOrKeys: ['LED-1', 'LED-3'], fields: ['summary', 'issuelinks'], properties: ['groundwork'], expand: ['changelog'] }],
  [`PUT ${v3}/issue/LED-3`, { fields: { summary: 'Exports time out', labels: ['export'] } }],
  [`GET ${v3}/issue/LED-3/transitions`],
  [`POST ${v3}/issue/LED-3/transitions`, { transition: { id: '21' } }],
  [`POST ${v3}/issue/LED-3/comment`, { body: text('Seen.') }],
  [`GET ${v3}/issue/LED-3/comment`],
  [`GET ${v3}/issue/LED-3/comment/10000`],
  [`GET ${v3}/issue/LED-3/changelog`],
  [`POST ${v3}/issue/LED-3/changelog/list`, { changelogIds: [10_000] }],
  [`POST ${v3}/changelog/bulkfetch`, { issueIdsOrKeys: ['LED-3'] }],

  [`POST ${v3}/issueLinkType`, { name: 'Solves', inward: 'is solved by', outward: 'solves' }],
  [`GET ${v3}/issueLinkType`],
  [`GET ${v3}/issueLinkType/10001`],
  [`PUT ${v3}/issueLinkType/10001`, { name: 'Solving' }],
  [`POST ${v3}/issueLink`, { type: { id: '10001' }, inwardIssue: { id: '20001' }, outwardIssue: { key: 'LED-4' } }],
  [`GET ${v3}/issueLink/10001`],
  [`DELETE ${v3}/issueLink/10001`],
  [`DELETE ${v3}/issueLinkType/10001`],

  [`PUT ${v3}/issue/LED-3/properties/one`, { a: 1 }],
  [`GET ${v3}/issue/LED-3/properties`],
  [`GET ${v3}/issue/LED-3/properties/one`],
  [`DELETE ${v3}/issue/LED-3/properties/one`],
  [`POST ${v3}/issue/properties`, { entitiesIds: [20_001, 20_003], properties: { two: { b: 2 } } }],
  [`GET Location`],
  [`POST ${v3}/issue/properties/multi`, { issues: [{ issueID: 20_001, properties: { three: { c: 3 } } }] }],
  [`PUT ${v3}/issue/properties/four`, { value: { d: 4 }, filter: { entityIds: [20_001] } }],
  [`DELETE ${v3}/issue/properties/four`, { entityIds: [20_001] }],

  [`POST ${v3}/search/jql`, { jql: 'project = LED ORDER BY key', fields: ['summary'], maxResults: 2 }],
  [`GET ${v3}/search/jql?jql=project%20%3D%20LED&fields=*all`],
  [`POST ${v3}/search/approximate-count`, { jql: 'project = LED' }],
  [`POST ${v3}/jql/parse?validation=strict`, { queries: ['project = LED AND issuetype in (Bug, Story) ORDER BY Rank', 'nothing = 1'] }],
  [`POST ${v3}/jql/match`, { issueIds: [20_001], jqls: ['project = LED'] }],
  [`POST ${v3}/search/jql`, { jql: 'issue in withoutProblem()' }],
  [`GET ${v3}/jql/function/computation?functionKey=${ariOf('without-problem')}`, undefined, 'app'],
  [`POST ${v3}/jql/function/computation`, { values: [{ id: firstComputation, value: 'project = LED' }] }, 'app'],
  [`POST ${v3}/jql/function/computation?skipNotFoundPrecomputations=true`, { values: [{ id: '00000000-0000-4000-8000-000000000000', error: 'None.' }] }, 'app'],

  [`GET ${agile}/board`],
  [`GET ${agile}/board/1`],
  [`GET ${agile}/board/1/configuration`],
  [`GET ${agile}/board/2/configuration`],
  [`GET ${agile}/board/1/project`],
  [`GET ${agile}/board/1/sprint`],
  [`GET ${software}/board/1/backlog?fields=summary&maxResults=2`],
  [`GET ${software}/board/1/backlog/approximate-count`],
  [`PUT ${agile}/board/1/properties/one`, { a: 1 }],
  [`GET ${agile}/board/1/properties/one`],
  [`PUT ${agile}/issue/rank`, { issues: ['LED-3'], rankBeforeIssue: 'LED-1' }],
  [`PUT ${agile}/issue/rank`, { issues: ['LED-3', 'HID-99'], rankBeforeIssue: 'LED-1' }],
  [`POST ${v3}/forge/panel/action/bulk/async`, { moduleId: panel, projectList: [{ projectIdOrKey: 'LED', action: 'PIN' }] }],
  [`DELETE ${v3}/issue/LED-4`],
];
