import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fieldsOf } from '../../../sandbox/jira/fields';
import { issuesMatching, problemsOf } from '../../../sandbox/jira/jql/matching';
import { siteOf } from '../../../sandbox/jira/load';
import type { JiraOptions, JqlFunctionCall, Site } from '../../../sandbox/jira/site';
import type { SiteData, SiteIssue } from '../../../sandbox/jira/site-data';
import { viewerOf } from '../../../sandbox/jira/viewer';
import { smallSite } from '../../actions/small-site';
import { app, appFacts, openJira, person, wideFacts } from './stand-in';

// The site's now is Monday 2 March 2026, 09:00 UTC. The pm lives in New York, five hours behind.
const now = Date.parse('2026-03-02T09:00:00.000Z');
const own: Readonly<Record<string, Partial<SiteIssue>>> = {
  'LED-1': { priority: 'Low', properties: { groundwork: { score: 9, customers: 3 } }, created: '2026-01-10T10:00:00.000Z' },
  'LED-2': { assignee: 'user-engineer', labels: ['Billing'], sprintIds: [1], storyPoints: 3, dueDate: '2026-03-02', created: '2026-02-28T03:00:00.000Z' },
  'LED-3': {
    priority: 'Highest',
    components: ['Export'],
    sprintIds: [2],
    storyPoints: 8,
    dueDate: '2026-03-05',
    comments: [{ author: 'user-pm', created: '2026-02-02T10:00:00.000Z', text: 'Queries were timing out at month-end.' }],
    properties: { groundwork: { score: 10 } },
  },
  'LED-4': { statusId: '5', resolution: 'Done', resolved: '2026-02-20T10:00:00.000Z', reporter: 'user-lead', organisations: ['Acme'], securityLevelId: '11' },
  'LED-5': { properties: { 'groundwork.statement': { job: 'close the month' } }, updated: '2026-03-02T08:30:00.000Z' },
};

function data(): SiteData {
  const small = smallSite();
  const tenth: SiteIssue = {
    id: '20010',
    key: 'LED-10',
    typeId: '10003',
    summary: 'Tenth',
    statusId: '3',
    created: '2026-02-01T10:00:00.000Z',
    updated: '2026-02-01T10:00:00.000Z',
    parentKey: 'LED-2',
  };
  return {
    ...small,
    users: small.users.map((user) => (user.accountId === 'user-pm' ? { ...user, timeZone: 'America/New_York' } : user)),
    securitySchemes: [{ id: '1', name: 'Security', levels: [{ id: '11', name: 'Few', accountIds: ['user-admin'], seenByApp: false }] }],
    projects: small.projects.map((project) => ({ ...project, components: ['Export'] })),
    boards: [
      {
        id: 1,
        name: 'LED board',
        type: 'scrum',
        projectKey: 'LED',
        sprints: [
          { id: 1, name: 'Sprint 1', state: 'closed' },
          { id: 2, name: 'Sprint 2', state: 'active' },
        ],
      },
    ],
    // By rank, LED-10 first.
    issues: [tenth, ...small.issues.map((issue) => ({ ...issue, ...own[issue.key] }))],
    links: [{ typeName: 'Blocks', from: 'LED-1', to: 'LED-3' }],
  };
}

const options = { clock: { now: () => now }, app: appFacts(), hooks: { event: () => undefined, validate: () => Promise.resolve({ result: true }) } };
const openSite = (): Site => siteOf(data(), options);
const shared = openSite();
const asked = (site: Site, jql: string, accountId: string) => issuesMatching(site, viewerOf(site, person(accountId)), jql).map(({ key }) => key);
/** Numbers of the issues of LED that a query finds, in order of their keys. */
const numbers = (jql: string, accountId = 'user-admin') =>
  asked(shared, `project = LED AND (${jql}) ORDER BY key`, accountId)
    .map((key) => key.replace('LED-', ''))
    .join(' ');
const order = (jql: string) =>
  asked(shared, `project = LED ORDER BY ${jql}`, 'user-admin')
    .map((key) => key.replace('LED-', ''))
    .join(' ');
const problem = (jql: string, accountId = 'user-admin') => problemsOf(shared, viewerOf(shared, person(accountId)), jql)[0];

describe('a query finds', () => {
  test.each([
    ['key = led-1', '1'],
    ['issue in (LED-1, 20003)', '1 3'],
    ['key != LED-1', '2 3 4 5 10'],
    ['key > LED-4', '5 10'],
    ['issuetype = epic', '1 5'],
    ['type in standardIssueTypes()', '1 2 3 4 5'],
    ['hierarchyLevel < 0', '10'],
    ['status = "To Do"', '1 2 3 5'],
    ['statusCategory != Done', '1 2 3 5 10'],
    ['resolution = Unresolved', '1 2 3 5 10'],
    ['resolution is not EMPTY', '4'],
    ['priority >= High', '2 3 4 5'],
    ['assignee = "Engineer@example.com"', '2'],
    ['assignee in (user-pm, EMPTY)', '1 3 4 5 10'],
    ['reporter = Lead', '4'],
    ['labels = billing', '2'],
    ['labels = nobody-used-it', ''],
    ['component = Export', '3'],
    ['fixVersion is EMPTY', '1 2 3 4 5 10'],
    ['parent = LED-1', '2'],
    ['"Epic Link" in (LED-1, LED-2)', '2 10'],
    ['sprint in openSprints()', '3'],
    ['sprint = "Sprint 1" OR cf[10020] in openSprints()', '2 3'],
    ['level = Few', '4'],
    ['organizations = acme', '4'],
    ['issueLinkType = Blocks', '1 3'],
    ['issueLinkType = "is blocked by"', '3'],
    ['issue in linkedIssues(LED-1)', '3'],
    ['issue in linkedIssues(LED-1, "is blocked by")', ''],
    ['issue in linkedIssues(LED-3, "is blocked by")', '1'],
    ['"Story point estimate" > 3', '3'],
    ['"Story Points[Number]" in (3, 5)', '2'],
    ['cf[10016] is EMPTY', '1 4 5 10'],
    ['evidenceScore > 9', '3'],
    ['EVIDENCESCORE >= 9', '1 3'],
    ['issue.property[groundwork].customers = 3', '1'],
    ['issue.property["groundwork.statement"].job = "close the month"', '5'],
    ['problemJob is not EMPTY', '5'],
  ])('%s', (jql, keys) => expect(numbers(jql)).toBe(keys));

  test.each([
    ['assignee != user-pm', '2'],
    ['NOT assignee = user-pm', '2'],
    ['NOT (assignee is EMPTY OR labels = other)', '2'],
    ['NOT (assignee = user-engineer AND sprint in openSprints())', '2'],
    ['sprint not in openSprints()', '2'],
    ['NOT evidenceScore > 9', '1'],
    ['assignee not in (user-pm, EMPTY)', '2'],
  ])('nothing without a value where something is ruled out: %s', (jql, keys) => expect(numbers(jql)).toBe(keys));

  test.each([
    ['summary ~ exporting', '1 3'],
    ['summary ~ "export time"', '3'],
    ['summary ~ "time the export"', '3'],
    ['summary ~ "\\"export time\\""', '3'],
    ['summary ~ "\\"time export\\""', ''],
    ['summary ~ "exp*"', '1 3'],
    ['summary ~ "background OR times"', '1 3'],
    ['summary ~ "export -background"', '3'],
    ['summary !~ export', '2 4 5 10'],
    ['description ~ "re-type"', '3'],
    ['comment ~ query', '3'],
    ['comment ~ "\\"month-end\\""', '3'],
    ['text ~ "month end timed"', '3'],
    ['text ~ "led-4"', '4'],
  ])('words: %s', (jql, keys) => expect(numbers(jql)).toBe(keys));

  test.each([
    ['created >= -3d', '2'],
    ['created < "2026-01-31"', '1'],
    ['updated > -1h', '5'],
    ['updated >= startOfDay()', '5'],
    ['resolved < startOfMonth() AND resolved > startOfMonth(-1)', '4'],
    ['resolved > endOfMonth("-2M") AND resolved <= endOfWeek("-1w")', '4'],
    ['created > startOfYear("+9d") AND created < startOfYear("+10d")', '1'],
    ['due = "2026-03-02"', '2'],
    ['due <= "2026/3/5"', '2 3'],
    ['due in ("2026-03-05", EMPTY)', '1 3 4 5 10'],
    ['due < now()', ''],
    ['duedate = startOfDay()', '2'],
  ])('days: %s', (jql, keys) => expect(numbers(jql)).toBe(keys));

  test('days of whoever asks: what was made on the 28th in London was made on the 27th in New York', () => {
    const onThe27th = 'created >= "2026-02-27" AND created < "2026-02-28"';
    expect([numbers(onThe27th), numbers(onThe27th, 'user-pm')]).toEqual(['', '2']);
    // A due date is the same day everywhere.
    expect([numbers('due = "2026-03-02"'), numbers('due = "2026-03-02"', 'user-pm')]).toEqual(['2', '2']);
  });

  test('what who asks may see, and themselves', () => {
    expect(numbers('key in (LED-1, LED-2)', 'user-pm')).toBe('1 2');
    expect(numbers('status = Done', 'user-pm')).toBe('');
    expect(numbers('reporter = currentUser()', 'user-pm')).toBe('1 2 3 5');
    expect(asked(shared, 'created > 0', 'user-outsider')).toEqual([]);
  });

  test('what the index knows', () => {
    const site = openSite();
    const issue = site.issues.find('LED-1');
    if (issue === undefined) throw new Error('LED-1 is missing');
    site.issues.replace({ ...issue, summary: 'Renamed' });
    const find = (wanted = {}) => issuesMatching(site, viewerOf(site, person('user-pm')), 'summary ~ renamed', wanted).length;
    expect([find(), find({ reconciled: new Set([issue.id]) })]).toEqual([0, 1]);
    site.issues.index.settle();
    expect(find()).toBe(1);
  });
});

describe('an order', () => {
  test.each([
    ['Rank', '10 1 2 3 4 5'],
    ['cf[10019] DESC', '5 4 3 2 1 10'],
    ['key', '1 2 3 4 5 10'],
    ['key DESC', '10 5 4 3 2 1'],
    ['created', '2 10 5 4 3 1'],
    ['created ASC, key ASC', '1 3 4 5 10 2'],
    ['priority, key', '3 2 4 5 10 1'],
    ['priority ASC, key', '1 10 2 4 5 3'],
    ['status DESC, key', '4 10 1 2 3 5'],
    ['summary', '1 3 2 4 5 10'],
    ['duedate ASC, key', '2 3 1 4 5 10'],
    ['evidenceScore ASC, key', '1 3 2 4 5 10'],
    ['evidenceScore DESC, key', '2 4 5 10 3 1'],
    ['issue.property[groundwork].score, key', '1 3 2 4 5 10'],
    ['issuetype, key', '3 4 1 5 2 10'],
  ])('by %s', (jql, keys) => expect(order(jql)).toBe(keys));

  test('is newest first where none is asked for', () =>
    expect(asked(shared, 'key in (LED-1, LED-2, LED-3)', 'user-admin')).toEqual(['LED-2', 'LED-3', 'LED-1']));
});

describe('a query is refused', () => {
  test.each([
    ['flavour = sweet', "Field 'flavour' does not exist or you do not have permission to view it."],
    ['issue.property[groundwork].unindexed = 1', "Field 'issue.property[groundwork].unindexed' does not exist or you do not have permission to view it."],
    ['status = Cooking', "The value 'Cooking' does not exist for the field 'status'."],
    ['issuetype = 99999', "A value with ID '99999' does not exist for the field 'issuetype'."],
    ['key = LED-99', "An issue with key 'LED-99' does not exist for field 'key'."],
    ['assignee = somebody', "The value 'somebody' does not exist for the field 'assignee'."],
    ['project = LED ORDER BY flavour', "Not able to sort using field 'flavour'."],
    ['project = LED ORDER BY text', "Not able to sort using field 'text'."],
    ['project = LED ORDER BY key, key, key, key, key, key, key, key', 'The maximum number of fields in ORDER BY is 7.'],
    ['summary = export', "The operator '=' is not supported by the 'summary' field."],
    ['project ~ LED', "The operator '~' is not supported by the 'project' field."],
    ['status > Done', "The operator '>' is not supported by the 'status' field."],
    ['text is EMPTY', "The operator 'is' is not supported by the 'text' field."],
    ['assignee in currentUser()', "Operator 'in' does not support the non-list value 'currentUser()' for field 'assignee'."],
    ['created in startOfDay()', "Operator 'in' does not support the non-list value 'startOfDay()' for field 'created'."],
    ['sprint = openSprints()', "Operator '=' does not support the list value 'openSprints()' for field 'sprint'."],
    ['project = currentUser()', "A value provided by the function 'currentUser' is invalid for the field 'project'."],
    ['created > currentUser()', "A value provided by the function 'currentUser' is invalid for the field 'created'."],
    ['assignee = startOfDay()', "A value provided by the function 'startOfDay' is invalid for the field 'assignee'."],
    ['assignee = nobodyMadeThis(1)', "Unable to find JQL function 'nobodyMadeThis(1)'."],
    ['created > now(1)', "Function 'now' expected '0' arguments but received '1'."],
    ['created > startOfDay(soon)', "Invalid argument 'soon' for the JQL function 'startOfDay'."],
    ['summary ~ ""', "The field 'summary' does not support searching for an empty string."],
    ['summary ~ "AND"', "Unable to parse the text 'AND' for field 'summary'."],
    ['evidenceScore > much', "Expecting a number value for field 'evidenceScore' but got 'much'."],
    ['issue in linkedIssues(LED-1, "loves")', "Issue link type 'loves' could not be found in function 'linkedIssues'."],
    ['status was Done', "The local stand-in does not search histories: 'status was'."],
    ['status changed', "The local stand-in does not search histories: 'status changed'."],
    ['assignee in membersOf(all)', "The local stand-in does not serve the JQL function 'membersOf'."],
    ['votes > 1', "The local stand-in does not search by 'votes'."],
  ])('%s', (jql, message) => expect(problem(jql)).toBe(message));

  test.each(['created > yesterday', 'created > "2026-02-30"', 'created > "2026-02-03 25:00"'])('%s', (jql) =>
    expect(problem(jql)).toMatch(/^Date value '.+' for field 'created' is invalid\. Valid formats include/),
  );

  test.each([
    'project = ',
    'project = LED AND',
    'project = LED ORDER BY',
    'status = = Done',
    'assignee is engineer',
    'due > EMPTY',
    'project = LED ORDER BY key NULLS LAST',
  ])('%s', (jql) => expect(problem(jql)).toMatch(/^Error in the JQL Query: /));

  test('a hidden project or issue like one that is not there', () => {
    for (const named of ['project = HID', 'project = 10003', 'key = HID-1', 'parent = HID-1', 'issue in linkedIssues(HID-1)']) {
      expect(problem(named)).toBeUndefined();
      expect(problem(named, 'user-pm')).toBe(
        problem(
          named.replace(/HID|10003/, (name) => (name === 'HID' ? 'NONE' : '99999')),
          'user-pm',
        )
          ?.replace('NONE', 'HID')
          .replace('99999', '10003'),
      );
    }
  });
});

test('every field that the site calls searchable can be asked for by each of its names', () => {
  const searchable = fieldsOf(shared).filter(({ searchable: is }) => is);
  for (const { id, clauseNames } of searchable)
    for (const name of clauseNames) {
      const query = id === 'comment' || name.startsWith('cf[10019]') || name === 'Rank' ? `project = LED ORDER BY Rank` : `"${name}" is EMPTY`;
      expect({ name, problem: problem(name.startsWith('cf[') ? query.replaceAll('"', '') : query) }).toEqual({ name, problem: undefined });
    }
});

describe('the search', () => {
  const open = () => {
    const { jira, ...rest } = openJira();
    jira.load(data());
    return { jira, ...rest };
  };
  const address = 'POST /rest/api/3/search/jql';

  test('goes page by page, ids only, to the last', async () => {
    const { ask } = open();
    const query = { jql: 'project = LED ORDER BY key', maxResults: 4 };
    const first = await ask(address, query);
    expect(first.body).toMatchObject({ isLast: false, issues: [{ id: '20001' }, { id: '20002' }, { id: '20003' }, { id: '20004' }] });
    expect(first.body).not.toHaveProperty('issues.0.fields');
    const { nextPageToken } = first.body as { readonly nextPageToken: string };
    const second = await ask(address, { ...query, nextPageToken });
    expect(second.body).toMatchObject({ isLast: true, issues: [{ key: 'LED-5' }, { key: 'LED-10' }] });
    expect(second.body).not.toHaveProperty('nextPageToken');
    expect(second.body).not.toHaveProperty('total');
  });

  test('takes a token for its own query only, and for a week', async () => {
    const { ask, clock } = open();
    const query = { jql: 'project = LED ORDER BY key', maxResults: 2 };
    const { nextPageToken } = (await ask(address, query)).body as { readonly nextPageToken: string };
    expect(await ask(address, { jql: 'project = LED', nextPageToken })).toMatchObject({ status: 400 });
    expect(await ask(address, { ...query, nextPageToken: 'invented' })).toMatchObject({ status: 400 });
    clock.advance(8 * 24 * 60 * 60_000);
    expect(await ask(address, { ...query, nextPageToken })).toMatchObject({ status: 400 });
  });

  test('gives the fields and properties it is asked for, and their names once', async () => {
    const { ask } = open();
    const { body } = await ask(address, { jql: 'key = LED-1', fields: ['summary'], properties: ['groundwork'], expand: 'names' });
    expect(body).toMatchObject({
      issues: [{ fields: { summary: 'Background exports' }, properties: { groundwork: { score: 9 } } }],
      names: { summary: 'Summary' },
    });
    expect(await ask(address, { jql: 'key = LED-1', properties: ['a', 'b', 'c', 'd', 'e', 'f'] })).toMatchObject({ status: 400 });
  });

  test.each(['', 'ORDER BY key'])('does not look for everything: "%s"', async (jql) => {
    const { ask } = open();
    const refused = { status: 400, body: { errorMessages: ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'] } };
    expect(await ask(address, { jql })).toMatchObject(refused);
    expect(await ask('POST /rest/api/3/search/approximate-count', { jql })).toMatchObject(refused);
  });

  test('looks at up to 50 issues as they are now', async () => {
    const { ask } = open();
    await ask('PUT /rest/api/3/issue/LED-1', { fields: { summary: 'Renamed' } });
    const query = { jql: 'summary ~ renamed' };
    expect((await ask(address, query)).body).toMatchObject({ issues: [] });
    expect((await ask(address, { ...query, reconcileIssues: [20_001] })).body).toMatchObject({ issues: [{ key: 'LED-1' }] });
    expect(await ask(address, { ...query, reconcileIssues: Array.from({ length: 51 }, (_, at) => at) })).toMatchObject({ status: 400 });
  });

  test('can be asked by address, too, and counts', async () => {
    const { ask } = open();
    const found = await ask(`GET /rest/api/3/search/jql?jql=${encodeURIComponent('statusCategory = Done')}&fields=summary,status&maxResults=1`);
    expect(found.body).toMatchObject({ isLast: true, issues: [{ key: 'LED-4', fields: { status: { name: 'Done' } } }] });
    expect((await ask('POST /rest/api/3/search/approximate-count', { jql: 'project = LED' })).body).toEqual({ count: 6 });
  });

  test('tells which of some issues a query would find', async () => {
    const { ask } = open();
    const { body } = await ask('POST /rest/api/3/jql/match', { issueIds: [20_001, 20_002, 99_999], jqls: ['issuetype = Epic', 'flavour = sweet'] });
    expect(body).toEqual({
      matches: [
        { matchedIssues: [20_001], errors: [] },
        { matchedIssues: [], errors: ["Field 'flavour' does not exist or you do not have permission to view it."] },
      ],
    });
  });

  test('tells what is wrong with a query, or with its grammar only', async () => {
    const { ask } = open();
    const queries = ['NOT labels in (a, EMPTY) ORDER BY evidenceScore DESC', 'flavour = sweet()', 'project ='];
    const parse = async (validation: string) => (await ask(`POST /rest/api/3/jql/parse?validation=${validation}`, { queries })).body;
    const [fine, unknown, malformed] = queries;
    const broken = { query: malformed, errors: [expect.stringContaining('Error in the JQL Query')] };
    for (const validation of ['strict', 'warn'])
      expect(await parse(validation)).toEqual({ queries: [{ query: fine }, { query: unknown, errors: [expect.stringContaining("Field 'flavour'")] }, broken] });
    expect(await parse('none')).toEqual({ queries: [{ query: fine }, { query: unknown }, broken] });
    expect(await ask('POST /rest/api/3/jql/parse', { queries })).toMatchObject({ status: 400 });
  });
});

describe('a function of the app', () => {
  type Answer = Awaited<ReturnType<NonNullable<JiraOptions['hooks']['jqlFunction']>>>;

  /** A site whose app answers as told, one answer after the other, and what it was asked. */
  function open(...answers: (Answer | Error)[]) {
    const calls: JqlFunctionCall[] = [];
    const hooks = {
      ...options.hooks,
      jqlFunction: (call: JqlFunctionCall) => {
        const answer = answers[Math.min(calls.length, answers.length - 1)] ?? {};
        calls.push(call);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    };
    const standIn = openJira({ app: wideFacts(), hooks }, data());
    const search = (jql: string, as = 'user-admin') => standIn.ask('POST /rest/api/3/search/jql', { jql: `project = LED AND ${jql} ORDER BY key` }, person(as));
    const foundKeys = async (jql: string, as?: string) =>
      z
        .object({ issues: z.array(z.object({ key: z.string() })) })
        .parse((await search(jql, as)).body)
        .issues.map(({ key }) => key.replace('LED-', ''));
    const stored = async () =>
      z.object({ values: z.array(z.looseObject({ id: z.string() })) }).parse((await standIn.ask(computations, undefined, app)).body).values;
    return { ...standIn, calls, search, foundKeys, stored };
  }
  const computations = 'GET /rest/api/3/jql/function/computation';
  const unlinked = { jql: 'issueLinkType is EMPTY' };

  test('is asked once, and stands for what it answered for everybody', async () => {
    const { foundKeys, calls } = open(unlinked);
    expect(await foundKeys('issue in withoutProblem()')).toEqual(['2', '4', '5', '10']);
    // LED-4 is hidden from the pm: the fragment is read in the eyes of who searches.
    expect(await foundKeys('key in WithoutProblem() AND issuetype != Sub-task', 'user-pm')).toEqual(['2', '5']);
    expect(await foundKeys('issue in withoutProblem()', 'user-pm')).toEqual(['2', '5', '10']);
    expect(calls).toEqual([
      {
        moduleKey: 'without-problem',
        precomputationId: expect.any(String),
        clause: { field: 'issue', type: ['issue'], operator: 'in', functionName: 'withoutProblem', arguments: [] },
      },
      expect.objectContaining({ clause: expect.objectContaining({ field: 'key' }) }),
    ]);
  });

  test('is asked anew for another operator or argument, and once by two at a time', async () => {
    const { foundKeys, calls } = open(unlinked, { jql: 'issueLinkType is not EMPTY' }, unlinked);
    await Promise.all([foundKeys('issue in withoutProblem()'), foundKeys('issue in withoutProblem()')]);
    expect(await foundKeys('issue not in withoutProblem()')).toEqual(['1', '3']);
    await foundKeys('issue in withoutProblem(30)');
    expect(calls.map(({ clause }) => [clause.operator, clause.arguments])).toEqual([
      ['in', []],
      ['not in', []],
      ['in', ['30']],
    ]);
  });

  test('turns round with NOT', async () => {
    expect(await open(unlinked).foundKeys('NOT issue in withoutProblem()')).toEqual(['1', '3']);
  });

  test.each<{ readonly name: string; readonly answer: Answer | Error; readonly says: string | RegExp }>([
    { name: 'its own words', answer: { error: 'Say since when.' }, says: 'Say since when.' },
    { name: 'nothing', answer: {}, says: /could not be evaluated/ },
    { name: 'an error of its code', answer: new Error('broken'), says: /could not be evaluated/ },
    { name: 'no JQL', answer: { jql: 'issue in (' }, says: /Error in the JQL Query/ },
    { name: 'an order', answer: { jql: 'project = LED ORDER BY key' }, says: /no JQL clause/ },
    { name: 'itself', answer: { jql: 'issue in withoutProblem()' }, says: /functions of apps/ },
    { name: 'too much', answer: { jql: `id in (${Array.from({ length: 1_001 }, (_, at) => at).join(', ')})` }, says: /more than 1000 values/ },
  ])('that answers $name fails the search, and is asked again', async ({ answer, says }) => {
    const { search, stored, calls } = open(answer, unlinked);
    expect(await search('issue in withoutProblem()')).toMatchObject({
      status: 400,
      body: { errorMessages: [typeof says === 'string' ? says : expect.stringMatching(says)] },
    });
    expect(await stored()).toEqual([]);
    expect([(await search('issue in withoutProblem()')).status, calls.length]).toEqual([200, 2]);
  });

  test('may have its error kept', async () => {
    const { search, calls } = open({ error: 'No such thing.', storeErrorAsPrecomputation: true });
    await search('issue in withoutProblem()');
    expect(await search('issue in withoutProblem()')).toMatchObject({ status: 400, body: { errorMessages: ['No such thing.'] } });
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['status in withoutProblem()', "The function 'withoutProblem' cannot be used with the field 'status'."],
    ['issue = withoutProblem()', "The operator '=' is not supported by the function 'withoutProblem'."],
    ['issue in withoutProblem(1, 2)', "Function 'withoutProblem' expected '0' arguments but received '2'."],
    ['issue in (withoutProblem())', "The local stand-in takes the function 'withoutProblem' of an app alone, not in a list."],
    ['issue in withProblem()', "Unable to find JQL function 'withProblem()'."],
  ])('is not asked: %s', async (jql, message) => {
    const { search, calls } = open(unlinked);
    expect((await search(jql)).body).toMatchObject({ errorMessages: [message] });
    expect(calls).toEqual([]);
  });

  test('is forgotten when nobody has searched by it for a week', async () => {
    const { search, stored, calls, clock } = open(unlinked);
    const day = 24 * 60 * 60_000;
    await search('issue in withoutProblem()');
    clock.advance(6 * day);
    await search('issue in withoutProblem()');
    clock.advance(6 * day);
    expect([(await stored()).length, calls.length]).toEqual([1, 1]);
    clock.advance(day);
    expect(await stored()).toEqual([]);
    await search('issue in withoutProblem()');
    expect(calls).toHaveLength(2);
  });

  test('is counted and matched by, and only parsed where nobody searches', async () => {
    const { ask, calls } = open(unlinked);
    const jql = 'project = LED AND issue in withoutProblem()';
    expect((await ask('POST /rest/api/3/jql/parse?validation=strict', { queries: [jql] })).body).toEqual({ queries: [{ query: jql }] });
    expect(calls).toEqual([]);
    expect((await ask('POST /rest/api/3/search/approximate-count', { jql })).body).toEqual({ count: 4 });
    expect((await ask('POST /rest/api/3/jql/match', { issueIds: [20_001, 20_002], jqls: [jql] })).body).toEqual({
      matches: [{ matchedIssues: [20_002], errors: [] }],
    });
  });

  test('can be told anew what it stands for, by the app alone', async () => {
    const { ask, foundKeys, stored } = open(unlinked);
    await foundKeys('issue in withoutProblem()');
    const [{ id } = { id: '' }] = await stored();
    const address = 'POST /rest/api/3/jql/function/computation';
    const write = (value: object, query = '') => ask(`${address}${query}`, { values: [value] }, app);
    expect(await write({ id, value: 'priority = Highest' })).toMatchObject({ status: 204 });
    expect(await foundKeys('issue in withoutProblem()')).toEqual(['3']);
    expect(await write({ id, value: 'priority =' })).toMatchObject({ status: 400 });
    expect(await write({ id: 'none', value: 'priority = Low' })).toMatchObject({ status: 404, body: { notFoundPrecomputationIDs: ['none'] } });
    expect(await write({ id: 'none', value: 'priority = Low' }, '?skipNotFoundPrecomputations=true')).toMatchObject({ status: 200 });
    for (const one of [address, computations]) expect(await ask(one, { values: [] }, person('user-admin', 'rest'))).toMatchObject({ status: 403 });
  });
});

test('twenty-five thousand issues are searched and ordered in a moment', () => {
  const small = data();
  const [bug] = small.issues;
  if (bug === undefined) throw new Error('the site has no issue');
  const many = Array.from({ length: 25_000 }, (_, at) => ({
    ...bug,
    id: String(100_000 + at),
    key: `LED-${String(1_000 + at)}`,
    summary: `Export ${String(at)} of invoices stops`,
    created: new Date(now - at * 60_000).toISOString(),
  }));
  const site = siteOf({ ...small, issues: [...small.issues, ...many] }, options);
  for (const jql of [
    'project = LED AND statusCategory != Done ORDER BY Rank ASC',
    'project = LED ORDER BY key DESC',
    'text ~ "invoice 77"',
    'text ~ "invoice 78"',
  ])
    expect(asked(site, jql, 'user-pm').length).toBeGreaterThan(0);
});
