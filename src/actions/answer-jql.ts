import { createGraph, statementTable, type Graph, type IndexedStatement } from '../domain/index/graph';
import type { LinkKind } from '../domain/link-kinds';
import { documentOf, readRows } from './index-documents';
import type { JqlAnswer, JqlCall, JqlMeaning, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import type { SiteLinkType } from './setup-ports';
import { isSetUp } from './reading-statements';

export type AnswerPorts = Pick<Ports, 'documents' | 'links' | 'settings' | 'jqlFunctions'>;

/** What all answers are made from; read once for many. */
export interface AnswerFacts {
  readonly settings: SiteSettings;
  readonly linkTypes: readonly SiteLinkType[];
  /** Only statements that everybody's numbers count. */
  readonly graph: Graph;
}

// Jira takes 1,000 values in one answer; a problem that so many statements speak for is asked for by its own evidence alone.
const mostEnds = 500;

/** Only over unrestricted statements in open projects: one answer serves everybody who searches. */
export async function readAnswerFacts(ports: AnswerPorts): Promise<AnswerFacts> {
  const [settings, linkTypes, graph] = await Promise.all([ports.settings.read(), ports.links.types('app'), ports.documents.read(documentOf.graph)]);
  const statements = await readRows(graph, statementTable);
  const open = new Set(settings.openProjects);
  return { settings, linkTypes, graph: createGraph([...statements.values()].filter(({ isRestricted, projectId }) => !isRestricted && open.has(projectId))) };
}

/** The JQL that a function stands for, or what to do about it. */
export function answerJql({ jqlFunctions }: Pick<Ports, 'jqlFunctions'>, facts: AnswerFacts, { functionName, operator, words }: JqlCall): JqlAnswer {
  if (!isSetUp(facts.settings)) return { error: 'Groundwork is not set up yet. A Jira admin can set it up under Jira settings, Apps, Groundwork.' };
  const meant = meaningOf(facts, functionName, words[0] ?? '');
  return 'error' in meant ? meant : { jql: jqlFunctions.phrase(meant, operator === 'not in') };
}

function meaningOf(facts: AnswerFacts, functionName: string, key: string): JqlMeaning | { readonly error: string } {
  switch (functionName.toLowerCase()) {
    case 'withoutproblem':
      return withoutProblem(facts);
    case 'evidencefor':
      return ofStatement(facts, key, evidenceFor);
    case 'solving':
      return ofStatement(facts, key, solving);
    default:
      return { error: `Groundwork has no function "${functionName}".` };
  }
}

/** Top-level work that states neither a problem nor an opportunity. What has a parent is covered by what that states. */
function withoutProblem({ settings, linkTypes }: AnswerFacts): JqlMeaning {
  const phrases = (['solves', 'realises'] as const).flatMap((kind) => typeOf(settings, linkTypes, kind)?.phrase ?? []);
  return { kind: 'unlinked', phrases, exceptTypes: Object.values(settings.statementTypes).flat() };
}

type About = (facts: AnswerFacts, statement: IndexedStatement) => JqlMeaning | { readonly error: string };

function ofStatement(facts: AnswerFacts, key: string, about: About): ReturnType<About> {
  const asked = key.trim().toUpperCase();
  const statement = [...facts.graph.statements.values()].find((own) => own.key.toUpperCase() === asked);
  if (statement) return about(facts, statement);
  // Hidden and missing are one answer, for it is the same for everybody.
  return {
    error: `There is no insight, problem or opportunity “${key}” that everybody’s searches count. Check the key. Statements behind a security level, and those of projects that an admin has not declared open, are left out.`,
  };
}

/** Everything linked as evidence for it, and for what speaks for it in its own project: who may see it, may see those. */
const evidenceFor: About = ({ settings, linkTypes, graph }, statement) => {
  const backed = typeOf(settings, linkTypes, 'evidences')?.inverse;
  if (backed === undefined) return { error: 'The link "is evidence for" is missing on this site. A Jira admin can run the setup again.' };
  const speaking = graph.sourcesOf(statement).filter(([, inFavour]) => inFavour > 0);
  const around = speaking
    .flatMap(([id]) => graph.statements.get(id) ?? [])
    .filter(({ id, projectId }) => id !== statement.id && projectId === statement.projectId);
  return { kind: 'linked', ends: [statement, ...(around.length < mostEnds ? around : [])].map(({ key }) => ({ key, phrase: backed })) };
};

/** What solves a problem, itself or by realising an opportunity that it opens in its own project; or what realises an opportunity. */
const solving: About = ({ settings, linkTypes, graph }, statement) => {
  const [solved, realised] = (['solves', 'realises'] as const).map((kind) => typeOf(settings, linkTypes, kind)?.inverse);
  if (solved === undefined || realised === undefined) return { error: 'A kind of link is missing on this site. A Jira admin can run the setup again.' };
  if (statement.kind === 'insight') return { error: `${statement.key} is an insight, which nothing solves. Name a problem or an opportunity.` };
  if (statement.kind === 'opportunity') return { kind: 'linked', ends: [{ key: statement.key, phrase: realised }] };
  const opened = [...graph.covers].flatMap(([id, { inFavour }]) =>
    inFavour.some(({ problem }) => problem === statement.id) ? (graph.statements.get(id) ?? []) : [],
  );
  const near = opened.filter(({ projectId }) => projectId === statement.projectId);
  return {
    kind: 'linked',
    ends: [{ key: statement.key, phrase: solved }, ...(near.length < mostEnds ? near : []).map(({ key }) => ({ key, phrase: realised }))],
  };
};

/** As the site calls it now: an adopted type keeps its own words. */
const typeOf = ({ linkTypes }: SiteSettings, known: readonly SiteLinkType[], kind: LinkKind): SiteLinkType | undefined =>
  known.find(({ id }) => id === linkTypes[kind]);
