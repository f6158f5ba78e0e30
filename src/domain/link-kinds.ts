import type { StatementKind } from './statements';

/** What may stand at an end of a link: a statement, an item that could be built, or a ticket that someone wrote in. */
export type LinkEnd = StatementKind | 'item' | 'ticket';
export type Stance = 'for' | 'against';

export interface LinkKindRule {
  /** Name of the Jira link type that setup creates. */
  readonly name: string;
  /** Read from the first end to the second: "LED-102 solves DISC-12". */
  readonly phrase: string;
  readonly inverse: string;
  /** What may stand at the first and at the second end; one row fits both ends or the link is refused. */
  readonly joins: readonly { readonly from: readonly LinkEnd[]; readonly to: readonly LinkEnd[] }[];
  /** How what comes through the link speaks; undefined: it carries no evidence. */
  readonly stance: Stance | undefined;
  /** The share that passes when nobody typed one, 0..1; for solves and realises this is the cover. */
  readonly defaultWeight: number;
}

const speaks = [
  { from: ['insight'], to: ['insight', 'problem'] },
  { from: ['ticket'], to: ['insight', 'problem', 'opportunity'] },
] as const;

/** The one table that scoring, gate, screens, setup and lint read. A new kind is one line and one test row. */
export const linkKinds = {
  evidences: { name: 'Evidence for', phrase: 'is evidence for', inverse: 'is backed by', joins: speaks, stance: 'for', defaultWeight: 1 },
  refutes: { name: 'Evidence against', phrase: 'is evidence against', inverse: 'is challenged by', joins: speaks, stance: 'against', defaultWeight: 1 },
  opens: {
    name: 'Opens',
    phrase: 'opens',
    inverse: 'is opened by',
    joins: [{ from: ['problem', 'opportunity'], to: ['opportunity'] }],
    stance: undefined,
    defaultWeight: 1,
  },
  solves: { name: 'Solves', phrase: 'solves', inverse: 'is solved by', joins: [{ from: ['item'], to: ['problem'] }], stance: undefined, defaultWeight: 0.6 },
  realises: {
    name: 'Realises',
    phrase: 'realises',
    inverse: 'is realised by',
    joins: [{ from: ['item'], to: ['opportunity'] }],
    stance: undefined,
    defaultWeight: 0.6,
  },
  partOf: { name: 'Part of', phrase: 'is part of', inverse: 'has part', joins: [{ from: ['problem'], to: ['problem'] }], stance: undefined, defaultWeight: 1 },
} as const satisfies Record<string, LinkKindRule>;

export type LinkKind = keyof typeof linkKinds;

const kindNames: readonly string[] = Object.keys(linkKinds);
export const isLinkKind = (text: string): text is LinkKind => kindNames.includes(text);
export const linkKindNames = (): readonly LinkKind[] => kindNames.filter(isLinkKind);
export const ruleOf = (kind: LinkKind): LinkKindRule => linkKinds[kind];
