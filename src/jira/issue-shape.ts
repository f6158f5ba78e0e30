import * as z from 'zod';
import type { IssueDetail, IssueFacts, IssueLinkFacts } from '../actions/ports';
import { textOfDocument } from './document-text';
import { accountIdShape, issueIdShape, projectIdShape, secondsShape, statusShape } from './shapes';

/** The site's own fields that the app reads. */
export interface FieldIds {
  /** Field that holds the effort where a project does not name another. */
  readonly effort: string | undefined;
  readonly effortOf: Readonly<Record<string, string>>;
  readonly organisations: string | undefined;
}

/** Content of a statement, edited by who may edit the issue. */
export const statementProperty = 'groundwork.statement';

/** Tells a task that the app created for a person from all others: nothing but its marker. */
export const taskProperty = 'groundwork.task';

const always = ['summary', 'status', 'created', 'resolutiondate', 'issuetype', 'project', 'parent', 'labels', 'components', 'security', 'issuelinks'];
const onlyFull = ['description', 'priority', 'reporter'];

/** Fields are named one by one: `*all` would cost a page of what nobody reads. */
export function fieldsFor(detail: IssueDetail, fields: FieldIds): string[] {
  const own = [fields.effort, ...Object.values(fields.effortOf), detail === 'full' ? fields.organisations : undefined].filter((id) => id !== undefined);
  return [...always, ...(detail === 'full' ? onlyFull : []), ...new Set(own)];
}

const otherEndShape = z.looseObject({
  id: issueIdShape,
  key: z.string(),
  fields: z.looseObject({ summary: z.string(), issuetype: z.looseObject({ id: z.string() }), status: statusShape }),
});

const linkShape = z.looseObject({
  id: z.string(),
  type: z.looseObject({ id: z.string() }),
  inwardIssue: otherEndShape.optional(),
  outwardIssue: otherEndShape.optional(),
});

// What people wrote there by hand or by REST is not ours: a property of another shape says nothing.
const statementPropertyShape = z.looseObject({ stakeholder: z.string().optional(), job: z.string().optional(), marker: z.string().optional() });

export const issueShape = z.looseObject({
  id: issueIdShape,
  key: z.string(),
  properties: z.record(z.string(), z.unknown()).optional(),
  fields: z.looseObject({
    summary: z.string(),
    description: z.unknown().optional(),
    status: statusShape,
    priority: z.looseObject({ name: z.string() }).nullish(),
    created: secondsShape,
    resolutiondate: secondsShape.nullish(),
    reporter: z.looseObject({ accountId: accountIdShape, displayName: z.string() }).nullish(),
    issuetype: z.looseObject({ id: z.string(), name: z.string(), hierarchyLevel: z.number().optional(), subtask: z.boolean().optional() }),
    project: z.looseObject({ id: projectIdShape }),
    parent: z.looseObject({ id: issueIdShape }).nullish(),
    labels: z.array(z.string()).nullish(),
    components: z.array(z.looseObject({ name: z.string() })).nullish(),
    security: z.looseObject({}).nullish(),
    issuelinks: z.array(linkShape).nullish(),
  }),
});
type Issue = z.output<typeof issueShape>;

/** What a statement's own property says. */
function statementPropertyOf(issue: Pick<Issue, 'properties'>): z.output<typeof statementPropertyShape> {
  const parsed = statementPropertyShape.safeParse(issue.properties?.[statementProperty]);
  return parsed.success ? parsed.data : {};
}

/** The act that made an issue: a statement or a task. */
export function markerOf({ properties }: Pick<Issue, 'properties'>): string | undefined {
  return [statementProperty, taskProperty]
    .map((key) => statementPropertyShape.safeParse(properties?.[key]).data?.marker)
    .find((marker) => marker !== undefined);
}

export function factsOf(issue: Issue, fields: FieldIds): IssueFacts {
  const { fields: own } = issue;
  const { stakeholder, job } = statementPropertyOf(issue);
  const effortField = fields.effortOf[own.project.id] ?? fields.effort;
  return {
    id: issue.id,
    key: issue.key,
    projectId: own.project.id,
    typeId: own.issuetype.id,
    typeName: own.issuetype.name,
    level: own.issuetype.hierarchyLevel ?? (own.issuetype.subtask ? -1 : 0),
    summary: own.summary,
    text: textOfDocument(own.description),
    status: { name: own.status.name, category: own.status.statusCategory },
    priority: own.priority?.name,
    created: own.created,
    resolved: own.resolutiondate ?? undefined,
    reporter: own.reporter ? { accountId: own.reporter.accountId, name: own.reporter.displayName } : undefined,
    organisations: fields.organisations === undefined ? [] : namesIn(own[fields.organisations]),
    parentId: own.parent?.id,
    labels: own.labels ?? [],
    components: (own.components ?? []).map(({ name }) => name),
    effort: effortField === undefined ? undefined : numberIn(own[effortField]),
    isRestricted: Boolean(own.security),
    stakeholder: stakeholder?.trim() || undefined,
    job: job?.trim() || undefined,
    links: (own.issuelinks ?? []).flatMap(linkFactsOf),
  };
}

/** Reading A of "A solves B", Jira names the other end `outwardIssue`: A is the end that shows the outward phrase. */
function linkFactsOf(link: z.output<typeof linkShape>): IssueLinkFacts[] {
  const other = link.outwardIssue ?? link.inwardIssue;
  if (!other) return [];
  return [
    {
      id: link.id,
      typeId: link.type.id,
      isFrom: link.outwardIssue !== undefined,
      other: {
        id: other.id,
        key: other.key,
        summary: other.fields.summary,
        typeId: other.fields.issuetype.id,
        isDone: other.fields.status.statusCategory === 'done',
      },
    },
  ];
}

function namesIn(value: unknown): string[] {
  const parsed = z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).safeParse(value);
  return parsed.success ? parsed.data.map((one) => (typeof one === 'string' ? one : one.name)) : [];
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined);
