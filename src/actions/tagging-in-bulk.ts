import { severityOfPriority, type Evidence } from '../domain/evidence';
import type { IssueId } from '../domain/ids';
import { notFound } from './outcome';
import type { IssueFacts, LinksPort, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { typedLinksOf } from './reading-statements';
import { proposedCustomer } from './reading-tickets';
import { removeEvidenceLink, takeBackFrom } from './remove-evidence';
import { tagTicket } from './tag-evidence';
import type { AboutOf, WorkKind } from './work';

export interface TagStep {
  readonly subject: IssueId;
}

export interface TagBefore {
  /** The ticket spoke for (or against) the statement already, by itself or by a quote. */
  readonly wasTagged: boolean;
  readonly wasLinked: boolean;
}

export interface TagSight {
  readonly settings: SiteSettings;
  readonly target: IssueFacts | undefined;
  readonly tickets: ReadonlyMap<IssueId, IssueFacts>;
  /** What each ticket says on the statement in this stance. */
  readonly said: ReadonlyMap<IssueId, readonly Evidence[]>;
  readonly isLinked: ReadonlySet<IssueId>;
}

/** Many tickets onto one statement, as if each were tagged in its own panel with nothing but Enter. What is tagged stays as it is. */
export const tagging: WorkKind<'tag'> = {
  // Every link counts as a write to the statement: Jira takes 20 in 2 s and 100 in 30 s, from everybody together.
  paces: [
    { most: 18, seconds: 2 },
    { most: 90, seconds: 30 },
  ],

  async look(ports, { about }, steps) {
    const ids = steps.map(({ subject }) => subject);
    const [settings, found] = await Promise.all([ports.settings.read(), ports.issues.read('user', [about.statementId, ...ids], 'full')]);
    const tickets = new Map(found.filter(({ id }) => ids.includes(id)).map((ticket) => [ticket.id, ticket]));
    const said = await Promise.all([...tickets.keys()].map(async (id) => [id, (await ports.evidence.ofTicket(id)).filter(isSaying(about))] as const));
    return {
      settings,
      target: found.find(({ id }) => id === about.statementId),
      tickets,
      said: new Map(said),
      isLinked: new Set([...tickets.values()].filter((ticket) => hasLink(settings, ticket, about)).map(({ id }) => id)),
    };
  },

  note: ({ said, isLinked }, { subject }) => ({ wasTagged: (said.get(subject) ?? []).length > 0, wasLinked: isLinked.has(subject) }),

  async act(ports, { owner, about }, { subject }, { wasTagged }, { settings, target, tickets }) {
    const ticket = tickets.get(subject);
    if (ticket === undefined || target === undefined) throw notFound();
    if (wasTagged) return { outcome: 'was-done', why: null };
    const customer = await proposedCustomer(ports, ticket);
    const tag = {
      stance: about.stance,
      quote: null,
      severity: about.severity ?? severityOfPriority(ticket.priority),
      customer: customer && { id: customer.id },
    };
    const { isLinked } = await tagTicket(impatient(ports), { settings, ticket, target }, tag, { accountId: owner });
    return { outcome: isLinked ? 'done' : 'partly', why: null };
  },

  async undo(ports, { owner, about }, { subject }, { wasLinked }, { tickets, said }) {
    const ticket = tickets.get(subject);
    if (ticket === undefined) throw notFound();
    const id = ports.evidence.evidenceId({ kind: 'ticket', ticketId: subject }, about.statementId, about.stance);
    const record = said.get(subject)?.find((evidence) => evidence.id === id);
    const linked = wasLinked ? undefined : ticket;
    if (record) await takeBackFrom(impatient(ports), record, linked, { accountId: owner });
    // A tag that died between its two halves left the link alone.
    else if (linked) await removeEvidenceLink(impatient(ports), { id, statementId: about.statementId, stance: about.stance }, linked);
    return { outcome: 'undone', why: null };
  },
};

const isSaying =
  ({ statementId, stance }: AboutOf<'tag'>) =>
  (evidence: Evidence): boolean =>
    evidence.statementId === statementId && evidence.stance === stance;

function hasLink(settings: SiteSettings, ticket: IssueFacts, { statementId, stance }: AboutOf<'tag'>): boolean {
  const kind = stance === 'for' ? 'evidences' : 'refutes';
  return typedLinksOf(settings, ticket).some(({ link }) => link.kind === kind && link.from === ticket.id && link.to === statementId);
}

/** The page waits out Jira's walls, so that no call is long. */
function impatient(ports: Ports): Ports {
  const links: LinksPort = {
    add: (link, typeId) => ports.links.add(link, typeId, 'none'),
    remove: (linkId) => ports.links.remove(linkId, 'none'),
    types: (as) => ports.links.types(as),
  };
  return { ...ports, links };
}
