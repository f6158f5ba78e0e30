import { severityOfPriority, type Evidence } from '../domain/evidence';
import { accountId, type AccountId, type IssueId } from '../domain/ids';
import type { IndexedStatement } from '../domain/index/graph';
import { ruleOf, type Stance } from '../domain/link-kinds';
import { receiptOf } from '../domain/receipts';
import type { TakenBack } from './evidence-ports';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { kindOfType, typedLinksOf } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'evidence' | 'customers' | 'clock'>;

const issuesPerCall = 100;

interface DrawnTag {
  readonly ticketId: IssueId;
  readonly statement: IndexedStatement;
  readonly stance: Stance;
}

/** Stands where Jira does not tell who drew a link. */
const drawnInJira = (): AccountId => {
  const id = accountId('drawn-in-jira');
  if (id === undefined) throw new Error('Not an account id.');
  return id;
};

/** An evidence link drawn in plain Jira is a tag, too: makes the records that such links have not. Answers how many were made. */
export async function tagDrawnLinks(
  ports: Needed,
  settings: SiteSettings,
  issues: readonly IssueFacts[],
  statements: ReadonlyMap<string, IndexedStatement>,
): Promise<number> {
  const tickets = issues.filter(({ typeId }) => kindOfType(settings, typeId) === undefined);
  const takenBack = await ports.evidence.takenBack(tickets.map(({ id }) => id));
  const missing: DrawnTag[] = [];
  for (const ticket of tickets) {
    const drawn = drawnTags(settings, ticket, statements);
    const silent = takenBack.get(ticket.id) ?? [];
    const gone = silent.filter((own) => !isLinked(settings, ticket, own));
    if (gone.length > 0) await ports.evidence.forgetTakenBack(ticket.id, gone);
    missing.push(
      ...(await untagged(
        ports,
        drawn.filter(({ statement, stance }) => !silent.some((own) => own.statementId === statement.id && own.stance === stance)),
      )),
    );
  }
  return addMissing(ports, missing);
}

async function addMissing(ports: Needed, missing: readonly DrawnTag[]): Promise<number> {
  const ids = [...new Set(missing.map(({ ticketId }) => ticketId))];
  const tickets: IssueFacts[] = [];
  for (let start = 0; start < ids.length; start += issuesPerCall)
    tickets.push(...(await ports.issues.read('app', ids.slice(start, start + issuesPerCall), 'full')));
  let added = 0;
  for (const tag of missing) {
    const ticket = tickets.find(({ id }) => id === tag.ticketId);
    if (ticket && (await ports.evidence.addDrawn(await evidenceOf(ports, tag, ticket))) === 'added') added += 1;
  }
  return added;
}

function drawnTags(settings: SiteSettings, issue: IssueFacts, statements: ReadonlyMap<string, IndexedStatement>): readonly DrawnTag[] {
  return typedLinksOf(settings, issue).flatMap(({ link, facts }) => {
    const statement = statements.get(link.to);
    const { stance } = ruleOf(link.kind);
    return facts.isFrom && stance !== undefined && statement !== undefined ? { ticketId: issue.id, statement, stance } : [];
  });
}

const isLinked = (settings: SiteSettings, ticket: IssueFacts, { statementId, stance }: TakenBack): boolean =>
  typedLinksOf(settings, ticket).some(({ link, facts }) => facts.isFrom && link.to === statementId && ruleOf(link.kind).stance === stance);

// A quote of the same ticket on the same statement made the link; it needs no second record.
async function untagged(ports: Needed, tags: readonly DrawnTag[]): Promise<readonly DrawnTag[]> {
  const [first] = tags;
  if (first === undefined) return [];
  const known = await ports.evidence.ofTicket(first.ticketId);
  return tags.filter(({ statement, stance }) => !known.some((evidence) => evidence.statementId === statement.id && evidence.stance === stance));
}

async function evidenceOf(ports: Needed, { statement, stance }: DrawnTag, ticket: IssueFacts): Promise<Evidence> {
  const origin = { kind: 'ticket', ticketId: ticket.id } as const;
  const raw = severityOfPriority(ticket.priority);
  return {
    id: ports.evidence.evidenceId(origin, statement.id, stance),
    statementId: statement.id,
    projectId: statement.projectId,
    stance,
    origin,
    source: 'ticket',
    raw,
    receipt: receiptOf('ticket', raw),
    count: 1,
    customerId: await customerOf(ports, ticket),
    quote: null,
    at: ticket.created,
    taggedBy: drawnInJira(),
    taggedAt: ports.clock.now(),
  };
}

async function customerOf(ports: Needed, { organisations: [organisation], reporter }: IssueFacts): Promise<Evidence['customerId']> {
  if (organisation !== undefined) return (await ports.customers.ensure(organisation)).id;
  return (reporter && (await ports.customers.ofReporter(reporter.accountId))?.id) ?? null;
}
