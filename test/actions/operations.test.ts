import { beforeAll, expect, test } from '@jest/globals';
import { contract, type OperationName, type Sent } from '../../src/contract';
import { cellOf, people, places, type Cell, type Person, type Place } from '../../src/contract/cells';
import type { Access } from '../../src/contract/operation';
import { accountOf, openOperationsSite, type Things } from './operations-site';
import { choices, withoutTrace, type Site } from './site';

interface Asked {
  readonly operation: OperationName;
  readonly access: Access;
  readonly person: Person;
  readonly place: Place;
}

type Inputs = { readonly [Name in OperationName]: (where: (argument: string) => Place) => Sent<Name> };

const statement = { kind: 'problem', sentence: 'Clerks lose a day to exports that stop', stakeholder: 'Clerk', job: 'Close the month' } as const;

const filter = { text: '', jql: '', typeId: null, status: null, epic: null, label: null, component: null, stakeholder: 'Auditor', segment: null };
const listing = { filter, level: 'top' as const, columns: ['sources'], orderBy: null };
const order: Omit<Sent<'previewOrder'>, 'projectId'> = { wanted: ['20001'], current: ['20001'], scope: null, withSprints: false, choices: [], theirs: [] };

/** A payload that fits for every operation, with each id taken from the place that is asked for. */
const inputsFor = ({ project, epic, ticket, problem, evidence }: Things, work: Readonly<Record<Place, string>>, person: Person): Inputs => ({
  openPanel: (at) => ({ issueId: epic[at('issueId')] }),
  listStatements: (at) => ({ forIssueId: ticket[at('forIssueId')] }),
  findCustomers: (at) => ({ forIssueId: ticket[at('forIssueId')], text: 'A' }),
  tagEvidence: (at) => ({
    issueId: ticket[at('issueId')],
    statementId: problem[at('statementId')],
    stance: 'for',
    quote: null,
    severity: 'minor',
    customer: { name: 'Acme' },
  }),
  addEvidence: (at) => ({ statementId: problem[at('statementId')], stance: 'for', source: 'nps', raw: 3, at: 1_770_000_000, quote: null, customer: null }),
  removeEvidence: (at) => ({ evidenceId: evidence, statementId: problem[at('statementId')] }),
  createStatement: (at) => ({ requestId: `request-${at('projectId')}`, projectId: project[at('projectId')], ...statement }),
  createDiscoveryTask: (at) => ({
    ...{ requestId: `request-task-${at('projectId')}`, projectId: project[at('projectId')], problemId: problem['own-project'] },
    ...{ itemId: epic['own-project'], aheadId: ticket['own-project'], need: 2, stance: 'for', draws: 70 },
  }),
  undoDiscoveryTask: () => ({ requestId: 'request-no-task' }),
  linkProblem: (at) => ({ issueId: epic[at('issueId')], statementId: problem[at('statementId')] }),
  unlinkProblem: (at) => ({ issueId: epic[at('issueId')], statementId: problem[at('statementId')] }),
  notConvinced: (at) => ({ issueId: epic[at('issueId')], statementId: problem[at('statementId')], reason: 'Nobody asked for it.' }),
  openRanking: (at) => ({ projectId: project[at('projectId')] }),
  openEvidence: (at) => ({ projectId: project[at('projectId')], after: null }),
  explainItem: (at) => ({ projectId: project[at('projectId')], issueId: epic[at('issueId')] }),
  planSetup: () => ({ choices }),
  saveSetup: () => ({ choices, revision: 0 }),
  applySetupLine: () => ({ lineId: 'effort', choices }),
  finishSetup: () => ({}),
  checkSetup: () => ({}),
  readAgain: (at) => ({ projectId: project[at('projectId')] }),
  exportSetup: () => ({}),
  readSetupFile: () => ({ file: { kind: 'groundwork-setup', v: 1, cloudId: 'elsewhere', projects: [], choices, settings: [] } }),
  importSettings: () => ({ file: { kind: 'groundwork-setup', v: 1, cloudId: 'elsewhere', projects: [], choices, settings: [] } }),
  planUninstall: () => ({}),
  takeOutRules: () => ({ workflow: 'No such workflow' }),
  gateDefaults: () => ({}),
  openGate: (at) => ({ projectId: project[at('projectId')] }),
  saveGate: (at) => ({ projectId: project[at('projectId')], revision: '[]', whenJiraIsDown: 'pass', modes: [{ typeId: '10000', mode: 'warn' }] }),
  exempt: (at) => ({ issueId: epic[at('issueId')], reason: 'A law asks for it.', days: 30 }),
  endExemption: (at) => ({ issueId: epic[at('issueId')] }),
  previewOrder: (at) => ({ projectId: project[at('projectId')], ...order }),
  pinItem: (at) => ({ issueId: epic[at('issueId')], kind: 'legal', reason: 'A law asks for it.', day: null }),
  unpinItem: (at) => ({ issueId: epic[at('issueId')] }),
  startApply: (at) => ({
    ...{ projectId: project[at('projectId')], ...order },
    ...{ requestId: 'request-apply-1', level: 'top', overrides: [] },
  }),
  listDecisions: (at) => ({ projectId: project[at('projectId')] }),
  openDecision: (at) => ({ projectId: project[at('projectId')], decisionId: 'request-decided-1' }),
  compareDecisions: (at) => ({ projectId: project[at('projectId')], decisionId: 'request-decided-1', otherId: 'request-decided-1' }),
  disagree: (at) => ({ projectId: project[at('projectId')], decisionId: 'request-decided-1', words: 'Not now' }),
  openViews: (at) => ({ projectId: project[at('projectId')] }),
  saveView: (at) => ({ projectId: project[at('projectId')], viewId: `request-view-of-${person}`, version: 0, name: 'Auditors', isShared: false, listing }),
  deleteView: (at) => ({ projectId: project[at('projectId')], viewId: 'request-no-view' }),
  chooseColumns: (at) => ({ projectId: project[at('projectId')], columns: ['sources'] }),
  openSecondOpinion: (at) => ({ projectId: project[at('projectId')] }),
  askSecondOpinion: (at) => ({ projectId: project[at('projectId')], requestId: 'request-round-1', items: [epic['own-project']] }),
  closeSecondOpinion: (at) => ({ projectId: project[at('projectId')], roundId: 'request-round-1', isOpen: true }),
  joinSecondOpinion: (at) => ({ projectId: project[at('projectId')], roundId: 'request-no-round' }),
  putEstimate: (at) => ({
    ...{ projectId: project[at('projectId')], roundId: 'request-round-1', issueId: epic[at('issueId')] },
    estimate: { kind: 'parts', reach: 7, impact: 3, effort: 5 },
  }),
  finishEstimating: (at) => ({ projectId: project[at('projectId')], roundId: 'request-round-1' }),
  listCustomers: () => ({ text: '' }),
  saveCustomers: () => ({ customers: [{ name: 'Acme', value: 1 }] }),
  openProjectSettings: (at) => ({ projectId: project[at('projectId')] }),
  saveProjectSettings: (at) => ({
    projectId: project[at('projectId')],
    settings: {
      revision: 99,
      itemTypes: null,
      boardId: null,
      effort: null,
      sources: {},
      stakeholders: [],
      jobs: [],
      segments: [],
      exempters: 'project-admins',
    },
  }),
  startBulkTag: (at) => ({
    requestId: `request-bulk-${at('statementId')}-${at('issueIds')}`,
    issueIds: [ticket[at('issueIds')]],
    statementId: problem[at('statementId')],
    stance: 'for',
    severity: null,
  }),
  openWork: () => ({ kind: 'tag' }),
  readWork: (at) => ({ workId: work[at('workId')] }),
  driveWork: (at) => ({ workId: work[at('workId')] }),
  undoWork: (at) => ({ workId: work[at('workId')] }),
  retryWork: (at) => ({ workId: work[at('workId')] }),
  stopWork: (at) => ({ workId: work[at('workId')] }),
  exportData: () => ({ after: null }),
  importData: () => ({ records: [], isDryRun: true }),
  finishImport: () => ({}),
  openHealth: (at) => ({ projectId: project[at('projectId')] }),
  checkHealth: (at) => ({ projectId: project[at('projectId')], requestId: 'request-a-look' }),
  mendFaults: (at) => ({ projectId: project[at('projectId')], requestId: 'request-mending', picks: [{ faultId: 'wrongDirection.solves.1.2', choice: 0 }] }),
});

const isName = (name: string): name is OperationName => Object.hasOwn(contract, name);
const argumentOf = (access: Access): string | undefined => (access.on === 'site' ? undefined : access.input);
const hasArgument = ({ access }: Asked): boolean => argumentOf(access) !== undefined;

/** Every operation, by every argument that a right is asked on, for every caller and place. */
const cells: readonly Asked[] = Object.keys(contract)
  .filter(isName)
  .flatMap((operation) =>
    contract[operation].access.flatMap((access: Access) => people.flatMap((person) => places.map((place) => ({ operation, access, person, place })))),
  );

let site: Site;
let things: Things;

beforeAll(async () => {
  ({ site, things } = await openOperationsSite());
});

/** With this argument in that place and everything else in the caller's own project, all rights together decide. */
function expected({ operation, access, person, place }: Asked): Cell {
  const order: readonly Cell[] = ['forbidden', 'not-found', 'answer'];
  const rights: readonly Access[] = contract[operation].access;
  const own = rights.map((right) => cellOf(right, person, argumentOf(right) === argumentOf(access) ? place : 'own-project'));
  // What is hidden is said first: "you may not" about one thing must not tell that another is there.
  if (person !== 'anonymous' && own.includes('not-found')) return 'not-found';
  return order.find((cell) => own.includes(cell)) ?? 'answer';
}

async function ask({ operation, access, person, place }: Asked): Promise<unknown> {
  const input = inputsFor(things, things.work(person), person)[operation]((argument) => (argument === argumentOf(access) ? place : 'own-project'));
  return site.callRaw(operation, input, accountOf[person]);
}

/** Where no payload fits every time, what is heard instead of an answer by whoever has the right; anything else is a fault. */
const instead: Partial<Record<OperationName, string>> = {
  saveSetup: 'conflict',
  takeOutRules: 'conflict',
  saveGate: 'conflict',
  saveProjectSettings: 'conflict',
  startApply: 'invalid',
  // The round is another one by now, and nobody has joined it.
  joinSecondOpinion: 'conflict',
  putEstimate: 'conflict',
};

const heard = (reply: unknown): string => {
  const { ok, code } = reply as { readonly ok: boolean; readonly code?: string };
  return ok ? 'answer' : String(code);
};

const stored = (): string => JSON.stringify([site.jira.snapshot(), site.forge.kvs.snapshot()]);

test.each(cells)('$operation: $person, $access.input in $place', async (cell) => {
  const wanted = expected(cell);
  // What an earlier call set going is over.
  if (wanted !== 'answer') await site.settle();
  const before = wanted === 'answer' ? '' : stored();
  const reply = await ask(cell);
  const said = wanted === 'answer' ? (instead[cell.operation] ?? wanted) : wanted;
  if (heard(reply) !== said) expect({ heard: reply }).toEqual({ heard: said });
  // A refusal leaves nothing behind.
  if (wanted !== 'answer') expect(stored() === before).toBe(true);
});

test('what is hidden, behind a level or in a project one cannot see, is refused in the very words of what does not exist', async () => {
  // Which request was made is the caller's own word; what a Jira admin chose in setup is no secret to one.
  const saysTo = async (cell: Asked): Promise<string> => withoutTrace((await ask(cell)) as never).replace(/request-bulk-[a-z-]+/, '');
  for (const cell of cells.filter((one) => one.place === 'missing' && hasArgument(one) && one.access.on !== 'chosen-project')) {
    const missing = await saysTo(cell);
    expect({ cell, says: await saysTo({ ...cell, place: 'other-project' }) }).toEqual({ cell, says: missing });
    if (cell.access.on === 'issue' || cell.access.on === 'unlooked-at')
      expect({ cell, says: await saysTo({ ...cell, place: 'security-level' }) }).toEqual({ cell, says: missing });
  }
}, 60_000);
