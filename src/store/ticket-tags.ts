import type { EvidencePort, TakenBack } from '../actions/evidence-ports';
import type { ClockPort } from '../actions/ports';
import type { Evidence } from '../domain/evidence';
import type { EvidenceId, IssueId } from '../domain/ids';
import { headIn, moveHead, readHead } from './heads';
import { getEntities, transact, type Write } from './kvs';
import { shape } from './shapes';

/** What a ticket was tagged with, and what was taken back while its link may stand. */
export interface TicketTags {
  readonly evidence: readonly EvidenceId[];
  readonly takenBack: readonly TakenBack[];
}

interface OwnTags {
  readonly ticketId: IssueId;
  readonly version: number;
  readonly content: TicketTags;
}

const kept = shape<TicketTags>("ticket's evidence", [(first) => ({ ...first, takenBack: [] })]);
const keyOf = (ticketId: IssueId): string => `ticket.${ticketId}`;
const none: TicketTags = { evidence: [], takenBack: [] };

/** One record a ticket, moved in the transactions of its evidence: read strictly, so that no list that lags behind decides anything. */
export function createTicketTags(clock: ClockPort) {
  async function readOf(ticketId: IssueId): Promise<OwnTags> {
    const { version, content = none } = await readHead(keyOf(ticketId), kept);
    return { ticketId, version, content };
  }

  /** The write that goes into the evidence's own transaction; nothing where it comes from no ticket. */
  function write(own: OwnTags | undefined, change: (tags: TicketTags) => TicketTags): readonly Write[] {
    return own === undefined ? [] : [moveHead('ticket', keyOf(own.ticketId), own.version, change(own.content), kept, clock)];
  }

  const takenBack: EvidencePort['takenBack'] = async (ids) => {
    const found = await getEntities('head', ids.map(keyOf));
    const said = ids.map((id) => [id, headIn(found.get(keyOf(id)), kept).content?.takenBack ?? []] as const);
    return new Map(said.filter(([, own]) => own.length > 0));
  };

  const forgetTakenBack: EvidencePort['forgetTakenBack'] = async (id, gone) => {
    const own = await readOf(id);
    const left = own.content.takenBack.filter((silent) => !gone.some((one) => isSame(one, silent)));
    // Whoever moved it meanwhile tagged, or took back, anew; what is then left over is forgotten when the ticket is looked at next.
    if (left.length < own.content.takenBack.length) await transact([...write(own, (tags) => ({ ...tags, takenBack: left }))]);
  };

  return {
    read: ({ origin: { ticketId } }: Evidence): Promise<OwnTags | undefined> => (ticketId === null ? Promise.resolve(undefined) : readOf(ticketId)),
    evidenceOf: async (ticketId: IssueId): Promise<readonly EvidenceId[]> => (await readOf(ticketId)).content.evidence,
    write,
    takenBack,
    forgetTakenBack,
  };
}

const isSame = (a: TakenBack, b: TakenBack): boolean => a.statementId === b.statementId && a.stance === b.stance;

export const isTakenBack = ({ takenBack }: TicketTags, own: TakenBack): boolean => takenBack.some((silent) => isSame(silent, own));

/** What an act on a record makes of its ticket's tags. */
type Change = (own: Evidence) => (tags: TicketTags) => TicketTags;

export const untagged: Change = (own) => (tags) => ({ ...tags, evidence: tags.evidence.filter((id) => id !== own.id) });

export const tagged: Change = (own) => (tags) => ({
  evidence: [...untagged(own)(tags).evidence, own.id],
  takenBack: tags.takenBack.filter((silent) => !isSame(silent, own)),
});

export const silenced: Change = (own) => (tags) => ({
  evidence: untagged(own)(tags).evidence,
  takenBack: [...tags.takenBack.filter((silent) => !isSame(silent, own)), { statementId: own.statementId, stance: own.stance }],
});
