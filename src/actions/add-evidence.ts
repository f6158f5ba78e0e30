import type { Input, Output } from '../contract';
import type { Evidence } from '../domain/evidence';
import { receiptOf } from '../domain/receipts';
import { customerNamed, knownCustomer } from './naming-customers';
import { notFound, Refusal } from './outcome';
import type { FeedbackRecord } from './evidence-ports';
import type { Caller, Ports } from './ports';
import { asStatement } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'permissions' | 'settings' | 'customers' | 'evidence' | 'runs' | 'clock'>;

// A clock that runs a little ahead must not make yesterday's interview a thing of the future.
const graceInSeconds = 24 * 60 * 60;

/** Evidence that is no ticket: an interview, a score, a measurement, with the source's own value. */
export async function addEvidence(ports: Needed, input: Input<'addEvidence'>, caller: Caller): Promise<Output<'addEvidence'>> {
  const now = ports.clock.now();
  if (input.at > now + graceInSeconds) throw new Refusal('invalid', 'at: lies in the future');
  const [settings, found, allowed, known] = await Promise.all([
    ports.settings.read(),
    ports.issues.read('user', [input.statementId], 'light'),
    ports.permissions.mayOn([input.statementId], 'edit'),
    knownCustomer(ports, input.customer),
  ]);
  const [target] = found;
  if (!target) throw notFound();
  const statement = asStatement(settings, target);
  if (!statement) throw new Refusal('invalid', `${target.key} is no insight, problem or opportunity.`);
  if (!allowed.has(input.statementId)) throw new Refusal('forbidden', `You need the permission to edit ${target.key}.`);

  const customer = await customerNamed(ports, known);
  const words = { text: input.quote ?? '', source: input.source, raw: input.raw, customerId: customer?.id ?? null, ticketId: null, at: input.at } as const;
  const feedback: FeedbackRecord = { id: ports.evidence.feedbackId(words), ...words };
  const origin: Evidence['origin'] = { kind: 'feedback', feedbackId: feedback.id, ticketId: null };
  const evidence: Evidence = {
    id: ports.evidence.evidenceId(origin, statement.id, input.stance),
    statementId: statement.id,
    projectId: target.projectId,
    stance: input.stance,
    origin,
    source: input.source,
    raw: input.raw,
    receipt: receiptOf(input.source, input.raw),
    count: input.count ?? 1,
    customerId: words.customerId,
    quote: input.quote,
    at: input.at,
    taggedBy: caller.accountId,
    taggedAt: now,
  };
  const added = await ports.evidence.add(evidence, feedback);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { evidenceId: evidence.id, isNew: added === 'added' };
}
