import type { PanelView } from '../contract/panel';
import type { Evidence } from '../domain/evidence';
import { statementId, type IssueId } from '../domain/ids';
import { backedOf, coverOf } from './backed-statements';
import { mayExempt } from './exempting';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
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

/** How long a stopped move is met by the panel as the reason why somebody came. */
const freshInSeconds = 3_600;

/** As remembered for the issue's type: to read workflows while a person waits for the panel would be too much. */
async function gateOf(ports: Pick<Ports, 'gate' | 'permissions' | 'settings' | 'clock'>, issue: IssueFacts, isStated: boolean): Promise<ItemView['gate']> {
  const mode = await ports.gate.modeOf(issue.projectId, issue.typeId);
  if (!mode || mode === 'off') return null;
  const [exemption, stop] = await Promise.all([ports.gate.exemption(issue.id), isStated ? undefined : ports.gate.lastStop(issue.id)]);
  return {
    mode,
    exemptUntil: exemption?.until ?? null,
    exemptReason: exemption?.reason ?? null,
    exemptOwner: exemption?.owner ?? null,
    mayExempt: !isStated && (await mayExempt(ports, issue)),
    stopped: stop && stop.at > ports.clock.now() - freshInSeconds ? stop : null,
  };
}

/** Whether a rule asks issues of this type for a problem, so that the panel must, too. */
export const isGated = async (ports: Pick<Ports, 'gate'>, { projectId, typeId }: IssueFacts): Promise<boolean> =>
  ((await ports.gate.modeOf(projectId, typeId)) ?? 'off') !== 'off';

const statesOpenProblem = ({ via, statement }: ItemView['solved'][number]): boolean => via === 'solves' && statement.kind === 'problem' && !statement.isClosed;
