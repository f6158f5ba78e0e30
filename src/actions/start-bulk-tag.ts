import type { Input, Output } from '../contract';
import { notFound, Refusal } from './outcome';
import type { Caller, Ports } from './ports';
import { asStatement, isSetUp } from './reading-statements';
import { startWork } from './starting-work';

/** Which tickets a person may tag shows when each is tagged; here only the statement is looked at. */
export async function startBulkTag(
  ports: Pick<Ports, 'issues' | 'settings' | 'work'>,
  { requestId, issueIds, statementId, stance, severity }: Input<'startBulkTag'>,
  caller: Caller,
): Promise<Output<'startBulkTag'>> {
  const [settings, [target]] = await Promise.all([ports.settings.read(), ports.issues.read('user', [statementId], 'light')]);
  if (target === undefined) throw notFound();
  if (!isSetUp(settings)) throw new Refusal('conflict', 'Groundwork is not set up completely. A Jira admin can run the setup again.');
  if (!asStatement(settings, target)) throw new Refusal('invalid', `${target.key} is no insight, problem or opportunity.`);
  return startWork<'tag'>(
    ports,
    { id: requestId, owner: caller.accountId, about: { kind: 'tag', statementId, stance, severity } },
    [...new Set(issueIds)].map((subject) => ({ subject })),
  );
}
