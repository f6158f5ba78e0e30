import type { Source } from '../../src/domain/evidence';
import type { Stance } from '../../src/domain/link-kinds';

/** One piece of evidence on one statement, as a person would enter it. The same words on two statements are one feedback. */
export interface EvidenceSeed {
  readonly statementKey: string;
  readonly stance: Stance;
  readonly source: Source;
  /** On the source's own scale. */
  readonly raw: number | string | null;
  /** People or accounts behind a measurement. */
  readonly count?: number;
  /** ISO, UTC; of a ticket, its creation. */
  readonly at: string;
  /** Verbatim; null: a measurement speaks without words. */
  readonly quote: string | null;
  /** By name, as the app remembers it. */
  readonly customer: string | null;
  /** Set: the evidence is tagged on this ticket. */
  readonly ticketKey?: string;
}
