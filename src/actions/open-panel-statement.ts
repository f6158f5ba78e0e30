import type { PanelView } from '../contract/panel';
import { ruleOf } from '../domain/link-kinds';
import { notFound } from './outcome';
import type { IssueFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { backedOf, coverOf } from './backed-statements';
import { readBacking } from './read-backing';
import { headingOf, readAround, type PanelPorts } from './reading-around';
import { kindOfType, statementViewOf, typedLinksOf, type KnownStatement, type ReadLink } from './reading-statements';

type StatementPanel = Omit<Extract<PanelView, { role: 'statement' }>, 'faults'>;

/** A page's worth; the ranking explains the rest. */
const mostQuotes = 50;

/** A statement with its evidence by customer, what solves it and what it is joined to. */
export async function openStatement(
  ports: PanelPorts,
  settings: SiteSettings,
  opened: { readonly issue: IssueFacts; readonly statement: KnownStatement; readonly canLink: boolean },
): Promise<StatementPanel> {
  const { issue, statement: known, canLink } = opened;
  const view = statementViewOf(settings, issue);
  if (!view) throw notFound();
  const links = typedLinksOf(settings, issue);
  const toStatements = links.filter(({ facts }) => kindOfType(settings, facts.other.typeId) !== undefined);
  const [backing, solvedBy, around, editable] = await Promise.all([
    readBacking(ports, [known.id], { quotes: mostQuotes }),
    readSolvers(ports, links),
    readAround(
      ports,
      toStatements.map(({ facts }) => facts.other.id),
    ),
    ports.permissions.mayOn([known.id], 'edit'),
  ]);
  const backed = backing.get(known.id);
  return {
    ...backedOf(view, backed),
    role: 'statement',
    issue: headingOf(issue),
    customers: [...(backed?.customers ?? [])],
    solvedBy,
    linked: toStatements.flatMap(({ link, facts }) => {
      const other = around.get(facts.other.id);
      const statement = other && statementViewOf(settings, other);
      const { phrase, inverse } = ruleOf(link.kind);
      return statement ? [{ phrase: facts.isFrom ? phrase : inverse, statement }] : [];
    }),
    now: ports.clock.now(),
    canLink,
    canEdit: editable.has(known.id),
  };
}

/** Jira should leave out what the person may not see; asked again, because a key that slips through cannot be taken back. */
async function readSolvers(ports: Pick<PanelPorts, 'permissions' | 'linkNotes'>, links: readonly ReadLink[]): Promise<StatementPanel['solvedBy']> {
  const solving = links.filter(({ link, facts }) => !facts.isFrom && (link.kind === 'solves' || link.kind === 'realises'));
  if (solving.length === 0) return [];
  const [seen, notes] = await Promise.all([
    ports.permissions.browsable(solving.map(({ facts }) => facts.other.id)),
    ports.linkNotes.read(solving.map(({ link }) => link)),
  ]);
  return solving
    .filter(({ facts }) => seen.has(facts.other.id))
    .map(({ link, facts: { other } }) => ({ id: other.id, key: other.key, summary: other.summary, cover: coverOf(link, notes), isDone: other.isDone }));
}
