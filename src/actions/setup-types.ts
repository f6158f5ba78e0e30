import type { SetupChoices } from '../contract/setup';
import type { ProjectId } from '../domain/ids';
import { statementKinds, statementWords, type StatementKind } from '../domain/statements';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import type { SiteIssueType } from './setup-ports';
import type { SetupFacts } from './setup-facts';

/** What the types that could be ours are marked with. */
export async function readMarks(
  ports: Pick<Ports, 'site'>,
  settings: SiteSettings,
  types: readonly SiteIssueType[],
  { statementProjects }: SetupChoices,
): Promise<SetupFacts['marks']> {
  const asked = [
    ...toAsk(settings, types.filter(isForStatements)),
    ...statementProjects.flatMap((projectId) => toAsk(settings, ownCandidates(types, projectId))),
  ];
  const marks = await Promise.all(asked.map(async ({ id }) => [id, await ports.site.markOf(id)] as const));
  return new Map(marks.flatMap(([id, mark]) => (mark ? [[id, mark] as const] : [])));
}

/** Of types that could be ours: those remembered, where all are. */
function toAsk(settings: SiteSettings, candidates: readonly SiteIssueType[]): readonly SiteIssueType[] {
  const remembered = new Set(statementKinds.flatMap((kind) => settings.statementTypes[kind]));
  const isComplete = statementKinds.every((kind) => candidates.some(({ id }) => settings.statementTypes[kind].includes(id)));
  // After a new installation, which starts with an empty store, every type is looked at.
  return isComplete ? candidates.filter(({ id }) => remembered.has(id)) : candidates;
}

/** A team-managed project's own types. */
const ownCandidates = (types: readonly SiteIssueType[], project: ProjectId): readonly SiteIssueType[] =>
  types.filter(({ projectId, level }) => projectId === project && level === 0);

const isForStatements = ({ projectId, level }: SiteIssueType): boolean => projectId === undefined && level === 0;

/**
 * The site-wide type of a kind: remembered, else marked as ours, else what a person chose, else one that an earlier run made and did not
 * get to mark: of our name and our very description. A name alone may mean something else.
 */
export function typeOf(
  { settings, siteTypes, marks }: Pick<SetupFacts, 'settings' | 'siteTypes' | 'marks'>,
  { adopt }: Pick<SetupChoices, 'adopt'>,
  kind: StatementKind,
) {
  const types = siteTypes.filter(isForStatements);
  const { name, description } = statementWords[kind];
  const isFree = ({ id }: SiteIssueType): boolean => marks.get(id) === undefined;
  return (
    types.find(({ id }) => settings.statementTypes[kind].includes(id)) ??
    types.find(({ id }) => marks.get(id)?.kind === kind) ??
    types.find((type) => type.id === adopt.types[kind] && isFree(type)) ??
    types.find((type) => type.name === name && type.description === description && isFree(type))
  );
}

/** Types that a person may want for a kind: those of no kind yet. */
export const freeTypes = ({ siteTypes, marks, settings }: SetupFacts): readonly SiteIssueType[] => {
  const ours = new Set(statementKinds.flatMap((kind) => settings.statementTypes[kind]));
  return siteTypes.filter((type) => isForStatements(type) && !marks.has(type.id) && !ours.has(type.id));
};

type OwnTypes = Readonly<Record<StatementKind, SiteIssueType | undefined>>;

const forEachKind = (find: (kind: StatementKind) => SiteIssueType | undefined): OwnTypes => ({
  insight: find('insight'),
  problem: find('problem'),
  opportunity: find('opportunity'),
});

/** A team-managed project's own types for statements: remembered, else marked as ours, else of our names where a person says so. */
export function ownTypesOf(
  { settings, siteTypes, marks }: Pick<SetupFacts, 'settings' | 'siteTypes' | 'marks'>,
  { adopt }: SetupChoices,
  projectId: ProjectId,
): OwnTypes {
  const types = ownCandidates(siteTypes, projectId);
  const named = namedLikeOurs({ siteTypes, marks }, projectId);
  return forEachKind(
    (kind) =>
      types.find(({ id }) => settings.statementTypes[kind].includes(id)) ??
      types.find(({ id }) => marks.get(id)?.kind === kind) ??
      (adopt.own.includes(projectId) ? named[kind] : undefined),
  );
}

/** Types of a team-managed project that have our names and no mark: they may mean something else. */
export const namedLikeOurs = ({ siteTypes, marks }: Pick<SetupFacts, 'siteTypes' | 'marks'>, projectId: ProjectId): OwnTypes =>
  forEachKind((kind) => ownCandidates(siteTypes, projectId).find(({ id, name }) => name === statementWords[kind].name && !marks.has(id)));
