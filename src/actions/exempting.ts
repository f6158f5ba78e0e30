import type { Input, Output } from '../contract';
import type { IssueId } from '../domain/ids';
import { notFound, Refusal } from './outcome';
import type { Caller, IssueFacts, Ports } from './ports';
import { settingsOf } from './project-settings';
import { kindOfType } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'permissions' | 'settings' | 'gate' | 'clock'>;

const secondsPerDay = 86_400;

/** Lets an epic pass without a problem for some days; said again, the new reason and end count. */
export async function exempt(ports: Needed, { issueId, reason, days }: Input<'exempt'>, { accountId }: Caller): Promise<Output<'exempt'>> {
  const issue = await exemptable(ports, issueId);
  await mustBeGated(ports, issue);
  const { key: issueKey, projectId } = issue;
  const since = ports.clock.now();
  const until = since + days * secondsPerDay;
  // The line first: whoever is exempt is so on record, and it stays when another exemption follows or this one ends early.
  await ports.gate.note({ how: 'exempted', issueId, issueKey, projectId, reason, owner: accountId, until });
  await ports.gate.exempt({ issueId, projectId, reason, owner: accountId, since, until });
  return { until };
}

export async function endExemption(ports: Needed, { issueId }: Input<'endExemption'>, { accountId }: Caller): Promise<Output<'endExemption'>> {
  const { key: issueKey, projectId } = await exemptable(ports, issueId);
  const running = await ports.gate.exemption(issueId);
  if (!running) return {};
  const { reason, until } = running;
  await ports.gate.note({ how: 'exemption-ended', issueId, issueKey, projectId, reason, owner: accountId, until });
  await ports.gate.endExemption(issueId);
  return {};
}

/** The project's admins, and everybody who may edit the issue where these have decided so. */
export async function mayExempt(ports: Pick<Ports, 'permissions' | 'settings'>, issue: Pick<IssueFacts, 'id' | 'projectId'>): Promise<boolean> {
  const { exempters } = settingsOf(await ports.settings.read(), issue.projectId);
  if (exempters === 'editors') return (await ports.permissions.mayOn([issue.id], 'edit')).has(issue.id);
  return ports.permissions.hasProject(issue.projectId, 'administer');
}

/** An exemption of what the gate never looks at would be a promise about nothing. */
async function mustBeGated(ports: Needed, { projectId, typeId, typeName, level }: IssueFacts): Promise<void> {
  if (kindOfType(await ports.settings.read(), typeId) !== undefined)
    throw new Refusal('invalid', 'It is a statement. The gate looks at epics that should state one, so there is nothing to exempt.');
  // Epics may be exempt before a rule stands; other types only where the project’s gate looks at them, too.
  if (level >= 1) return;
  const mode = level < 0 ? 'off' : await ports.gate.modeOf(projectId, typeId);
  if (mode === undefined || mode === 'off')
    throw new Refusal('invalid', `The gate of this project does not look at work items of the type ${typeName}, so there is nothing to exempt.`);
}

async function exemptable(ports: Needed, issueId: IssueId): Promise<IssueFacts> {
  const [issue] = await ports.issues.read('user', [issueId], 'light');
  if (!issue) throw notFound();
  if (!(await mayExempt(ports, issue))) throw new Refusal('forbidden', 'Ask an admin of this project: they decide who may exempt.');
  return issue;
}
