import type { Input, Output } from '../contract';
import { checkSentence } from '../domain/statements';
import type { IssueId } from '../domain/ids';
import { issueId } from '../domain/ids';
import { notFound, Refusal } from './outcome';
import type { Caller, HeldClaim, Ports, ProjectFacts, SiteSettings } from './ports';
import { statementViewOf } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'projects' | 'settings' | 'claims' | 'changes' | 'runs' | 'clock'>;

// Whoever sent it may still be waiting for Jira, and Jira may still be at it: only after that "not found" means that it was not made.
const creationInSeconds = 120;
// A claim that was taken over tells nothing of the tries before it.
const earlierTriesInSeconds = 3_600;

/**
 * Writes a statement in the person's name, once per request. Jira's REST knows no such key, so the claim says who creates,
 * and the marker that travels inside the same request finds an issue whose answer got lost.
 */
export async function createStatement(ports: Needed, input: Input<'createStatement'>, caller: Caller): Promise<Output<'createStatement'>> {
  refuseHalfSentence(input);
  const settings = await ports.settings.read();
  const { project, typeId } = await homeOf(ports, settings, input);
  // With the person in it: nobody can learn or take over another one's act by its id.
  const claimed = { id: `${caller.accountId}.${input.requestId}`, about: aboutOf(input) };
  const claim = await ports.claims.take('statement', claimed.id, claimed.about);
  const earlier = claim.kind === 'held' ? await madeEarlier(ports, project, { ...claimed, marker: input.requestId }, claim) : undefined;
  const id = earlier ?? (await create(ports, { ...input, typeId, claimId: claimed.id }));
  await ports.claims.settle('statement', claimed.id, id, claimed.about);
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

async function homeOf(ports: Pick<Ports, 'projects'>, settings: SiteSettings, { projectId, kind }: Input<'createStatement'>) {
  const project = await ports.projects.read('user', projectId);
  if (!project) throw notFound();
  const type = project.types.find(({ id }) => settings.statementTypes[kind].includes(id));
  if (!type) throw new Refusal('conflict', `${project.name} has no issue type for this yet. A Jira admin adds it in Groundwork's setup.`);
  return { project, typeId: type.id };
}

/** undefined: nothing was made, and it is now this run's to make. */
async function madeEarlier(
  ports: Needed,
  project: ProjectFacts,
  act: { readonly id: string; readonly about: string; readonly marker: string },
  held: HeldClaim,
): Promise<IssueId | undefined> {
  if (!held.isSameAct)
    throw new Refusal('conflict', 'The words changed after they were sent. What was sent may have been written already: look for it, or start a new one.');
  const noted = held.note === undefined ? undefined : issueId(held.note);
  if (noted) return noted;
  const found = await ports.issues.findByMarker(project, act.marker, held.since - earlierTriesInSeconds);
  if (found) return found;
  const isInTime = ports.clock.now() - held.since < creationInSeconds;
  // Of several who come back at once, one writes.
  if (isInTime || !(await ports.claims.takeOver('statement', act.id, held, act.about))) throw beingCreated();
  return undefined;
}

/** The same words, or another statement. */
const aboutOf = ({ projectId, kind, sentence, stakeholder, job }: Input<'createStatement'>): string =>
  JSON.stringify([projectId, kind, sentence, stakeholder, job]);

const beingCreated = (): Refusal => new Refusal('conflict', 'It is being created. Try again in two minutes: it will not be made twice.');

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
