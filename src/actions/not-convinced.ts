import type { Input, Output } from '../contract';
import type { Evidence } from '../domain/evidence';
import { receiptOf } from '../domain/receipts';
import { mayNotLink, readBoth } from './drawing-links';
import { Refusal } from './outcome';
import type { FeedbackRecord } from './evidence-ports';
import type { Caller, Ports } from './ports';
import { asStatement } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'permissions' | 'settings' | 'evidence' | 'runs' | 'clock'>;

/** Doubt of somebody who builds it, with the reason: evidence against, for what an opinion is worth. */
export async function notConvinced(ports: Needed, input: Input<'notConvinced'>, caller: Caller): Promise<Output<'notConvinced'>> {
  const [settings, [item, target], allowed] = await Promise.all([
    ports.settings.read(),
    readBoth(ports, input.issueId, input.statementId),
    ports.permissions.mayOn([input.issueId], 'link'),
  ]);
  const statement = asStatement(settings, target);
  if (!statement) throw new Refusal('invalid', `${target.key} is no insight, problem or opportunity.`);
  if (!allowed.has(item.id)) throw mayNotLink();

  const now = ports.clock.now();
  // Nobody's customer and no ticket: the doubt is about the problem, whichever item it was typed on.
  const words = { text: input.reason, source: 'opinion', raw: null, customerId: null, ticketId: null } as const;
  // One record a person: two who doubt in the same words are two.
  const feedback: FeedbackRecord = { id: ports.evidence.feedbackId({ ...words, raw: caller.accountId, at: 0 }), ...words, at: now };
  const origin: Evidence['origin'] = { kind: 'feedback', feedbackId: feedback.id, ticketId: null };
  const evidence: Evidence = {
    id: ports.evidence.evidenceId(origin, statement.id, 'against'),
    statementId: statement.id,
    projectId: target.projectId,
    stance: 'against',
    origin,
    source: 'opinion',
    raw: null,
    receipt: receiptOf('opinion', null),
    count: 1,
    customerId: null,
    quote: input.reason,
    at: now,
    taggedBy: caller.accountId,
    taggedAt: now,
  };
  await ports.evidence.add(evidence, feedback);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { evidenceId: evidence.id };
}
