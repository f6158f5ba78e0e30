import type { Input, Output } from '../contract';
import { checkSentence } from '../domain/statements';
import { createOnce, type Act } from './creating-once';
import { notFound, Refusal } from './outcome';
import type { Caller, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { statementViewOf } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'projects' | 'settings' | 'claims' | 'changes' | 'runs' | 'clock'>;

/** Writes a statement in the person's name, once per request. */
export async function createStatement(ports: Needed, input: Input<'createStatement'>, caller: Caller): Promise<Output<'createStatement'>> {
  refuseHalfSentence(input);
  const settings = await ports.settings.read();
  const { project, typeId } = await homeOf(ports, settings, input);
  const { requestId, sentence, stakeholder, job } = input;
  const act: Act = { kind: 'statement', id: `${caller.accountId}.${requestId}`, about: aboutOf(input), marker: requestId, project };
  const id = await createOnce(ports, act, () => ports.issues.createStatement({ projectId: project.id, typeId, sentence, stakeholder, job, marker: requestId }));
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
  if (!type) throw new Refusal('conflict', `${project.name} has no work type for this yet. A Jira admin adds it in Groundwork’s setup.`);
  return { project, typeId: type.id };
}

/** The same words, or another statement. */
const aboutOf = ({ projectId, kind, sentence, stakeholder, job }: Input<'createStatement'>): string =>
  JSON.stringify([projectId, kind, sentence, stakeholder, job]);
