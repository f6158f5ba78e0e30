import type { Input, Output } from '../contract';
import { checkSentence } from '../domain/statements';
import type { IssueId } from '../domain/ids';
import { issueId } from '../domain/ids';
import { notFound, Refusal } from './outcome';
import type { Caller, Ports, SiteSettings } from './ports';
import { statementViewOf } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'projects' | 'settings' | 'claims' | 'changes' | 'runs' | 'clock'>;

// Jira's search lags by seconds, after bulk changes by minutes: only after that "not found" means that it is not there.
const searchLagInSeconds = 120;

/**
 * Writes a statement in the person's name, once per request. Jira's REST knows no such key, so the claim says who creates,
 * and the marker that travels inside the same request finds an issue whose answer got lost.
 */
export async function createStatement(ports: Needed, input: Input<'createStatement'>, caller: Caller): Promise<Output<'createStatement'>> {
  refuseHalfSentence(input);
  const settings = await ports.settings.read();
  const typeId = await typeIn(ports, settings, input);
  // With the person in it: nobody can learn or take over another one's act by its id.
  const claimId = `${caller.accountId}.${input.requestId}`;
  const claim = await ports.claims.take('statement', claimId);
  const earlier = claim.kind === 'held' ? await madeEarlier(ports, input, claim) : undefined;
  const id = earlier ?? (await create(ports, { ...input, typeId, claimId }));
  await ports.claims.settle('statement', claimId, id);
  await ports.changes.note([{ kind: 'issue', issueId: id }]);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  const [issue] = await ports.issues.read('user', [id], 'full');
  const view = issue && statementViewOf(settings, issue);
  if (!view) throw notFound();
  return view;
}

function refuseHalfSentence(input: Input<'createStatement'>): void {
  if (input.kind !== 'problem') return;
  const check = checkSentence(input);
  const missing = [!check.namesStakeholder && 'who has it', !check.namesJob && 'the job they try to do', !check.namesPain && 'what hinders them'].filter(
    (part) => part !== false,
  );
  if (missing.length > 0) throw new Refusal('invalid', `A problem says ${missing.join(', ')}.`);
}

async function typeIn(ports: Pick<Ports, 'projects'>, settings: SiteSettings, { projectId, kind }: Input<'createStatement'>): Promise<string> {
  const project = await ports.projects.read('user', projectId);
  if (!project) throw notFound();
  const type = project.types.find(({ id }) => settings.statementTypes[kind].includes(id));
  if (!type) throw new Refusal('conflict', `${project.name} has no issue type for this yet. A Jira admin adds it in Groundwork's setup.`);
  return type.id;
}

async function madeEarlier(
  ports: Needed,
  { projectId, requestId }: Input<'createStatement'>,
  claim: { readonly note: string | undefined; readonly since: number },
): Promise<IssueId | undefined> {
  const noted = claim.note === undefined ? undefined : issueId(claim.note);
  if (noted) return noted;
  const found = await ports.issues.findByMarker(projectId, requestId);
  if (found) return found;
  if (ports.clock.now() - claim.since < searchLagInSeconds)
    throw new Refusal('conflict', 'It is being created. Try again in two minutes: it will not be made twice.');
  return undefined;
}

async function create(
  ports: Pick<Ports, 'issues' | 'claims'>,
  draft: Input<'createStatement'> & { readonly typeId: string; readonly claimId: string },
): Promise<IssueId> {
  const { projectId, typeId, sentence, stakeholder, job, requestId } = draft;
  try {
    return await ports.issues.createStatement({ projectId, typeId, sentence, stakeholder, job, marker: requestId });
  } catch (error) {
    // A clear no made nothing, so the corrected draft may go again under the same id; after silence nobody knows.
    const isClearNo = error instanceof Refusal && error.code !== 'jira-unavailable';
    if (isClearNo) await ports.claims.release('statement', draft.claimId);
    throw error;
  }
}
