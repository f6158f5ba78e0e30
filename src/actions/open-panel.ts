import type { Input, Output } from '../contract';
import { faultsOfIssue } from './issue-faults';
import { notFound } from './outcome';
import { isGated, openItem } from './open-panel-item';
import { openStatement } from './open-panel-statement';
import { headingOf, readAround, type PanelPorts } from './reading-around';
import { asStatement, isSetUp, kindOfType, statedLinks } from './reading-statements';
import { readTicketBox, readTags } from './reading-tickets';

/** All that the panel shows on an issue, for this person: one read of the issue and one of what it is joined to. */
export async function openPanel(ports: PanelPorts, { issueId }: Input<'openPanel'>): Promise<Output<'openPanel'>> {
  const [settings, [issue], linkable, tagged] = await Promise.all([
    ports.settings.read(),
    ports.issues.read('user', [issueId], 'full'),
    ports.permissions.mayOn([issueId], 'link'),
    ports.evidence.ofTicket(issueId),
  ]);
  if (!issue) throw notFound();
  if (!isSetUp(settings)) return { role: 'not-set-up', isJiraAdmin: await ports.permissions.isJiraAdmin() };
  const canLink = linkable.has(issue.id);
  const statement = asStatement(settings, issue);
  const faults = faultsOfIssue(ports, settings, issue);
  // Whoever may not see the rest hears that first.
  faults.catch(() => undefined);
  if (statement) return { ...(await openStatement(ports, settings, { issue, statement, canLink })), faults: await faults };

  const stated = statedLinks(settings, issue);
  const around = await readAround(ports, [
    ...stated.map(({ link }) => link.to),
    ...(issue.parentId ? [issue.parentId] : []),
    ...tagged.map(({ statementId }) => statementId),
  ]);
  const tags = await readTags(ports, settings, tagged, around, issue);
  const ticket = await readTicketBox(ports, issue, tags, canLink);
  const parent = issue.parentId && around.get(issue.parentId);
  const heir = parent && kindOfType(settings, parent.typeId) === undefined ? parent : undefined;
  const hasProblem = stated.length > 0 || (heir !== undefined && statedLinks(settings, heir).length > 0);
  const isItem = issue.level >= 1 || hasProblem || (await isGated(ports, issue));
  if (!isItem) return { role: 'ticket', issue: headingOf(issue), ticket, canLink, faults: await faults };
  return { ...(await openItem(ports, settings, { issue, parent: heir, around, ticket, tagged, canLink })), faults: await faults };
}
