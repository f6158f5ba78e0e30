import type { StepOutcome } from '../contract/work';
import type { DrawnLink } from '../domain/health/facts';
import type { Fault, LinkEnds, Repair } from '../domain/health/faults';
import { findFaults } from '../domain/health/find-faults';
import { stillToDo, takingBack, type LinkChange } from '../domain/health/mending';
import { factsFrom } from '../domain/health/rows';
import type { IssueId } from '../domain/ids';
import { isLinkKind } from '../domain/link-kinds';
import { linkKey, type TypedLink } from '../domain/links';
import { inTurn } from './index-documents';
import { linkTypesOf } from './knowing-link-types';
import { withdraw } from './note-change';
import type { LinkNote } from './evidence-ports';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { aroundOf, healthRowOf } from './updating-health';
import type { WorkKind } from './work';

/** A fault as it was shown, and what was picked to mend it. */
export interface MendingStep {
  /** The fault's id. */
  readonly subject: string;
  readonly issues: readonly IssueId[];
  readonly repair: Repair;
}

/** What mending will change, kept from before it does: enough to finish it after a crash, and to take it back. */
export interface MendingBefore {
  readonly change: LinkChange;
  /** Weights of the links that go, which Jira's links cannot carry. */
  readonly notes: readonly LinkNote[];
}

/** The steps' issues as the person sees them now. */
export interface MendingSight {
  readonly seen: ReadonlySet<string>;
  readonly links: readonly DrawnLink[];
  readonly faults: ReadonlyMap<string, Fault>;
  readonly notes: ReadonlyMap<string, LinkNote>;
  readonly kindOf: (typeId: string) => string | undefined;
}

const nothing: LinkChange = { removes: [], adds: [] };

/** Mends links, each fault by itself: looks once more, draws, removes, and looks whether it came to be. */
export const mending: WorkKind<'repair'> = {
  // A repair writes twice on both ends at most, and many may meet on one statement: half of what Jira takes on one issue.
  paces: [
    { most: 10, seconds: 2 },
    { most: 50, seconds: 30 },
  ],

  async look(ports, _doing, steps) {
    const settings = await ports.settings.read();
    const issues = await readAll(
      ports,
      steps.flatMap((step) => step.issues),
    );
    const { meanings } = await linkTypesOf(ports, settings, issues);
    const rows = issues.flatMap((issue) => healthRowOf(settings, meanings, issue) ?? []);
    const kinds = new Map(Object.entries(settings.linkTypes).map(([kind, typeId]) => [typeId, kind]));
    const kindOf = (typeId: string): string | undefined => kinds.get(typeId);
    return {
      seen: new Set(issues.map(({ id }) => id)),
      links: linksOf(issues),
      faults: new Map(findFaults(factsFrom(rows, aroundOf(settings, meanings))).map((fault) => [fault.id, fault])),
      notes: await ports.linkNotes.read(
        typed(
          kindOf,
          steps.flatMap(({ repair }) => repair.removes),
        ),
      ),
      kindOf,
    };
  },

  note({ seen, links, faults, notes, kindOf }, { subject, issues, repair }) {
    const now = faults.get(subject);
    if (now === undefined || !issues.every((id) => seen.has(id))) return { change: nothing, notes: [] };
    // The one repair follows what is there now; among several, a person picked the one that was shown.
    const [only] = now.repairs;
    const change = stillToDo(now.isOneClick && only ? only : repair, links);
    return { change, notes: typed(kindOf, change.removes).flatMap((link) => notes.get(linkKey(link)) ?? []) };
  },

  async act(ports, _doing, { issues }, { change }, { seen, links }) {
    if (!issues.every((id) => seen.has(id))) return { outcome: 'gone', why: null };
    if (isEmpty(change)) return { outcome: 'was-done', why: null };
    // Drawn first: a refusal half-way leaves no gap.
    const drawn = await carryOut(ports, stillToDo(change, links));
    const now = await linksAt(ports, change);
    if (isEmpty(stillToDo(change, now))) {
      await tell(ports, change);
      return { outcome: 'done', why: null };
    }
    await carryOut(ports, takingBack(change, now));
    return drawn === 'full' ? full : mayNot;
  },

  async undo(ports, _doing, _step, { change, notes }) {
    if (isEmpty(change)) return { outcome: 'kept', why: null };
    const drawn = await carryOut(ports, takingBack(change, await linksAt(ports, change)));
    if (!isEmpty(takingBack(change, await linksAt(ports, change)))) return drawn === 'full' ? full : mayNot;
    for (const note of notes) await ports.linkNotes.save({ ...note, at: ports.clock.now() });
    await tell(ports, { removes: change.adds.map((link) => ({ ...link, id: '' })), adds: change.removes });
    return { outcome: 'undone', why: null };
  },
};

const mayNot: StepOutcome = { outcome: 'forbidden', why: 'You need the permission to link issues at both ends. Nothing was changed.' };
const full: StepOutcome = { outcome: 'refused', why: 'One of the two holds as many links as Jira allows. Nothing was changed.' };

// Jira says "not there" of a link that this person may not remove, too: the caller looks again.
async function carryOut(ports: Pick<Ports, 'links'>, { removes, adds }: LinkChange): Promise<'carried-out' | 'full' | 'refused'> {
  for (const link of adds) {
    const outcome = await ports.links.add(link, link.typeId, 'none');
    if (outcome !== 'linked') return outcome;
  }
  for (const { id } of removes) await ports.links.remove(id, 'none');
  return 'carried-out';
}

// The app does not hear of its own links: what a removed one said goes with it, and the index looks at both ends.
async function tell(ports: Ports, change: LinkChange): Promise<void> {
  const settings: SiteSettings = await ports.settings.read();
  for (const { typeId, from, to } of change.removes) await withdraw(ports, settings, { linkTypeId: typeId, from, to });
  await ports.changes.note(endsOf(change).map((issueId) => ({ kind: 'issue', issueId })));
  await ports.runs.push({ v: 1, kind: 'refresh' });
}

const typed = (kindOf: MendingSight['kindOf'], links: readonly LinkEnds[]): readonly TypedLink[] =>
  links.flatMap(({ typeId, from, to }): TypedLink[] => {
    const kind = kindOf(typeId);
    return kind !== undefined && isLinkKind(kind) ? [{ kind, from, to }] : [];
  });

const linksAt = async (ports: Pick<Ports, 'issues'>, change: LinkChange): Promise<readonly DrawnLink[]> => linksOf(await readAll(ports, endsOf(change)));

const issuesPerCall = 100;

async function readAll(ports: Pick<Ports, 'issues'>, ids: readonly IssueId[]): Promise<readonly IssueFacts[]> {
  const wanted = [...new Set(ids)];
  const slices = Array.from({ length: Math.ceil(wanted.length / issuesPerCall) }, (_, at) => wanted.slice(at * issuesPerCall, (at + 1) * issuesPerCall));
  return (await inTurn(slices, (slice) => ports.issues.read('user', slice, 'light'))).flat();
}

function linksOf(issues: readonly IssueFacts[]): readonly DrawnLink[] {
  const links = new Map<string, DrawnLink>();
  for (const { id: own, links: shown } of issues)
    for (const { id, typeId, isFrom, other } of shown) links.set(id, { id, typeId, from: isFrom ? own : other.id, to: isFrom ? other.id : own });
  return [...links.values()];
}

const endsOf = ({ removes, adds }: LinkChange): readonly IssueId[] => [...new Set([...removes, ...adds].flatMap(({ from, to }) => [from, to]))];
const isEmpty = ({ removes, adds }: LinkChange): boolean => removes.length === 0 && adds.length === 0;
