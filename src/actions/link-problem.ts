import type { Input, Output } from '../contract';
import { decideOrRefuse, mayNotLink, readBoth } from './drawing-links';
import { Refusal } from './outcome';
import type { Caller, Ports } from './ports';
import { kindOfType } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'links' | 'linkNotes' | 'settings' | 'changes' | 'runs' | 'clock'>;

/** States what an item solves, or realises where the statement is an opportunity. */
export async function linkProblem(ports: Needed, input: Input<'linkProblem'>, caller: Caller): Promise<Output<'linkProblem'>> {
  const [settings, [item, target]] = await Promise.all([ports.settings.read(), readBoth(ports, input.issueId, input.statementId)]);
  const kind = kindOfType(settings, target.typeId) === 'opportunity' ? 'realises' : 'solves';
  const { link, typeId, isThere } = decideOrRefuse(settings, kind, item, target);
  const outcome = await ports.links.add(link, typeId);
  if (outcome === 'refused') throw mayNotLink();
  if (outcome === 'full') throw new Refusal('too-large', `${target.key} or ${item.key} holds as many links as Jira allows.`);
  if (input.cover !== undefined) await ports.linkNotes.save({ link, weight: input.cover, author: caller.accountId, at: ports.clock.now() });
  await ports.changes.note([{ kind: 'issue', issueId: item.id }]);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { isNew: !isThere };
}
