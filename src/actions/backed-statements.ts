import type * as z from 'zod/mini';
import type { backedStatementShape } from '../contract/panel';
import type { StatementView } from '../contract/shapes';
import { ruleOf } from '../domain/link-kinds';
import { linkKey, type TypedLink } from '../domain/links';
import type { LinkNote } from './evidence-ports';
import type { Backing } from './read-backing';

type BackedStatement = z.infer<typeof backedStatementShape>;

const months = 12;

/** Jira's own words for the statement, read just now; what backs it from the index, which may not know it yet. */
export function backedOf(statement: StatementView, backing: Backing | undefined): BackedStatement {
  return {
    statement,
    strength: backing?.strength ?? { value: 0, customersFor: 0, customersAgainst: 0, records: 0 },
    pieces: backing?.pieces ?? { for: 0, against: 0 },
    trend: [...(backing?.trend ?? Array.from({ length: months }, () => 0))],
    quotes: [...(backing?.quotes ?? [])],
    measured: [...(backing?.measured ?? [])],
    against: [...(backing?.against ?? [])],
    loudest: backing?.loudest ?? null,
  };
}

/** What somebody typed, else what the kind of link stands for. */
export const coverOf = (link: TypedLink, notes: ReadonlyMap<string, LinkNote>): number => notes.get(linkKey(link))?.weight ?? ruleOf(link.kind).defaultWeight;
