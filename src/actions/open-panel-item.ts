import type { PanelView } from '../contract/panel';
import type { Evidence } from '../domain/evidence';
import { statementId, type IssueId } from '../domain/ids';
import { backedOf, coverOf } from './backed-statements';
import { mayExempt } from './exempting';
import type { IssueFacts, Ports, SiteSettings } from './ports';
import { ownParams } from './project-settings';
import { readBacking } from './read-backing';
import { readPlace } from './read-place';
import { headingOf, readAround, type PanelPorts } from './reading-around';
import { readAskedFor } from './reading-requests';
import { statedLinks, statementViewOf } from './reading-statements';
import type { TicketBox } from './reading-tickets';

type ItemView = Omit<Extract<PanelView, { role: 'item' }>, 'faults'>;

export interface OpenedItem {
  readonly issue: IssueFacts;
  readonly parent: IssueFacts | undefined;
  readonly around: ReadonlyMap<IssueId, IssueFacts>;
  readonly ticket: TicketBox;
  readonly tagged: readonly Evidence[];
  readonly canLink: boolean;
}

/** An epic with its problem, or an issue below it with the one it inherits. */
export async function openItem(ports: PanelPorts, settings: SiteSettings, { issue, parent, around, ticket, tagged, canLink }: OpenedItem): Promise<ItemView> {
  const own = await solvedBy(ports, settings, issue, around);
  const inherited =
    own.length === 0 && parent
      ? await solvedBy(
          ports,
          settings,
          parent,
          await readAround(
            ports,
            statedLinks(settings, parent).map(({ link }) => link.to),
          ),
        )
      : [];
  const solved = own.length > 0 ? own : inherited;
  const shown = new Set<IssueId>([...around.keys(), ...solved.map(({ statement }) => statement.id)]);
  const [place, gate, askedFor] = await Promise.all([
    readPlace(ports, issue.projectId, issue.id),
    gateOf(ports, issue, own.some(statesOpenProblem)),
    readAskedFor(ports, issue, tagged, shown),
  ]);
  const heirOf = inherited.length > 0 && parent ? { id: parent.id, key: parent.key, summary: parent.summary } : null;
  return {
    role: 'item',
    now: ports.clock.now(),
    issue: headingOf(issue),
    solved,
    inheritedFrom: heirOf,
    place,
    gate,
    askedFor,
    ticket,
    canLink,
  };
}

async function solvedBy(ports: PanelPorts, settings: SiteSettings, item: IssueFacts, around: ReadonlyMap<IssueId, IssueFacts>): Promise<ItemView['solved']> {
  const links = statedLinks(settings, item).map(({ link }) => link);
  const stated = links.flatMap((link) => {
    const target = around.get(link.to);
    const statement = target && statementViewOf(settings, target);
    return statement ? [{ link, statement }] : [];
  });
  if (stated.length === 0) return [];
  const [backing, notes] = await Promise.all([
    readBacking(
      ports,
      stated.map(({ link }) => statementId(link.to)),
      { params: ownParams(settings, item.projectId) },
    ),
    ports.linkNotes.read(stated.map(({ link }) => link)),
  ]);
  return stated.map(({ link, statement }) => ({
    ...backedOf(statement, backing.get(statement.id)),
    via: link.kind === 'realises' ? ('realises' as const) : ('solves' as const),
    cover: coverOf(link, notes),
  }));
}

/** Known once the gate has looked at an issue of this project: which rules a workflow holds, an app can't ask per project. */
async function gateOf(ports: Pick<Ports, 'gate' | 'permissions' | 'settings'>, issue: IssueFacts, isStated: boolean): Promise<ItemView['gate']> {
  if (issue.level < 1) return null;
  const [mode, exemption] = await Promise.all([ports.gate.modeSeen(issue.projectId), ports.gate.exemption(issue.id)]);
  if (!mode) return null;
  const isAsked = !isStated && mode !== 'off';
  return { mode, exemptUntil: exemption?.until ?? null, exemptReason: exemption?.reason ?? null, mayExempt: isAsked && (await mayExempt(ports, issue)) };
}

const statesOpenProblem = ({ via, statement }: ItemView['solved'][number]): boolean => via === 'solves' && statement.kind === 'problem' && !statement.isClosed;
