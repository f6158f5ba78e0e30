import type { Input, Output } from '../contract';
import type { Evidence } from '../domain/evidence';
import { notFound, Refusal } from './outcome';
import type { Caller, IssueFacts, Ports } from './ports';
import { typedLinksOf } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'links' | 'permissions' | 'settings' | 'evidence' | 'runs'>;

/**
 * Takes evidence back. Its link goes, too, where this person may see the ticket: first, so that who may not remove it changes nothing.
 * Where the link stays, it is remembered that it says nothing.
 */
export async function removeEvidence(ports: Needed, input: Input<'removeEvidence'>, caller: Caller): Promise<Output<'removeEvidence'>> {
  const evidence = await ports.evidence.read(input.evidenceId);
  const belongs = evidence?.statementId === input.statementId;
  const ticketId = belongs ? evidence.origin.ticketId : null;
  const found = await ports.issues.read('user', ticketId === null ? [input.statementId] : [input.statementId, ticketId], 'light');
  if (!found.some((issue) => issue.id === input.statementId)) throw notFound();
  if (!belongs) return { wasThere: false };
  return {
    wasThere: await takeBackFrom(
      ports,
      evidence,
      found.find((issue) => issue.id === ticketId),
      caller,
    ),
  };
}

/** Of a ticket just read as the person; without one its link stays. */
export async function takeBackFrom(ports: Omit<Needed, 'issues'>, evidence: Evidence, ticket: IssueFacts | undefined, caller: Caller): Promise<boolean> {
  await refuseUnlessAllowed(ports, evidence, ticket, caller);
  if (ticket) await removeEvidenceLink(ports, evidence, ticket);
  const removed = await ports.evidence.takeBack(evidence);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return removed === 'removed';
}

async function refuseUnlessAllowed(ports: Pick<Ports, 'permissions'>, evidence: Evidence, ticket: IssueFacts | undefined, caller: Caller): Promise<void> {
  if (evidence.taggedBy === caller.accountId) return;
  const [mayLink, mayEdit] = await Promise.all([
    ticket ? ports.permissions.mayOn([ticket.id], 'link') : undefined,
    ports.permissions.mayOn([evidence.statementId], 'edit'),
  ]);
  if ((ticket && mayLink?.has(ticket.id)) || mayEdit.has(evidence.statementId)) return;
  throw new Refusal('forbidden', 'You need the permission to link the ticket or to edit the statement.');
}

/** The ticket keeps its link as long as another quote of it speaks the same way. */
export async function removeEvidenceLink(
  ports: Pick<Needed, 'links' | 'settings' | 'evidence'>,
  evidence: Pick<Evidence, 'id' | 'statementId' | 'stance'>,
  ticket: IssueFacts,
): Promise<void> {
  const [settings, records] = await Promise.all([ports.settings.read(), ports.evidence.ofTicket(ticket.id)]);
  const isNeeded = records.some((other) => other.id !== evidence.id && other.statementId === evidence.statementId && other.stance === evidence.stance);
  if (isNeeded) return;
  const kind = evidence.stance === 'for' ? 'evidences' : 'refutes';
  const drawn = typedLinksOf(settings, ticket).find(({ link }) => link.kind === kind && link.from === ticket.id && link.to === evidence.statementId);
  if (!drawn) return;
  const outcome = await ports.links.remove(drawn.facts.id);
  if (outcome === 'refused') throw new Refusal('forbidden', `Jira does not let you remove the link on ${ticket.key}, so nothing was changed.`);
}
