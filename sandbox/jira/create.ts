import { z } from 'zod';
import { addComment } from './comments';
import { defaultPriorityId } from './builtin';
import { issueCreated } from './events';
import { writeFields } from './field-writes';
import type { Issue } from './issue';
import { drawLinks } from './edit';
import { checkProperty } from './property-rules';
import { JiraRefusal, refuse, refuseFields } from './refusal';
import { findProject, mayIn } from './rights';
import { created, parseWith, routes, type Ask } from './route';
import { typesOf, workflowFor } from './project-types';
import { actionsOf, askCreateValidators } from './running-rules';
import { rest } from './self';
import type { Project } from './site';
import { resolve, updateSchema } from './updates';
import { signedIn } from './viewer';

const mostCreated = 50;
const projectSchema = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String).optional(), key: z.string().optional() });
const bulkSchema = z.looseObject({ issueUpdates: z.array(z.unknown()) });

export const createRoutes = routes('platform', [
  ['POST /rest/api/3/issue', 'createIssue', 'write', (ask) => created(reference(ask, createIssue(ask, ask.parse(updateSchema))))],
  [
    'POST /rest/api/3/issue/bulk',
    'createIssues',
    'write',
    (ask) => {
      signedIn(ask.viewer);
      const { issueUpdates } = ask.parse(bulkSchema);
      if (issueUpdates.length > mostCreated)
        throw refuse(400, `The maximum number of issues that can be created in one bulk operation is ${String(mostCreated)}.`);
      const issues: unknown[] = [];
      const errors: unknown[] = [];
      issueUpdates.forEach((update, at) => {
        try {
          issues.push(reference(ask, createIssue(ask, parseWith(updateSchema, update))));
        } catch (error) {
          if (!(error instanceof JiraRefusal)) throw error;
          errors.push({ status: error.status, elementErrors: error.body, failedElementNumber: at });
        }
      });
      return { status: issues.length === 0 && errors.length > 0 ? 400 : 201, body: { issues, errors }, objects: Math.max(1, issues.length) };
    },
  ],
]);

const reference = ({ site }: Ask, issue: Issue) => ({ id: String(issue.id), key: issue.key, self: rest(site, `issue/${String(issue.id)}`) });

function createIssue(ask: Ask, body: z.output<typeof updateSchema>): Issue {
  const { site, viewer } = ask;
  const author = signedIn(viewer).accountId;
  const { project: asked, issuetype, ...others } = body.fields ?? {};
  const project = projectOf(ask, asked);
  const type = typeIn(ask, project, issuetype);
  if (others['summary'] === undefined) throw refuseFields({ summary: 'You must specify a summary of the issue.' });
  if (type.level === -1 && others['parent'] === undefined)
    throw refuseFields({ issuetype: 'Issue type is a sub-task but parent issue key or id not specified.' });
  const { initial } = workflowFor(site, project, type.id);
  askCreateValidators(ask, project, initial);
  const now = site.now();
  const start: Omit<Issue, 'rank'> = {
    id: site.nextId('issue'),
    key: '',
    projectId: project.id,
    typeId: type.id,
    summary: '',
    description: undefined,
    statusId: initial.to,
    statusSince: now,
    resolution: undefined,
    resolved: undefined,
    priorityId: defaultPriorityId,
    created: now,
    updated: now,
    creator: author,
    reporter: author,
    assignee: undefined,
    componentIds: [],
    labels: [],
    parentId: undefined,
    dueDate: undefined,
    sprintIds: [],
    organisations: [],
    securityLevelId: undefined,
    linkIds: [],
    properties: propertiesOf(body.properties ?? []),
    values: {},
    comments: [],
    history: [],
  };
  const { fields, comments, links } = resolve(site, start, { ...body, fields: others });
  const { changes } = writeFields(ask, start, fields, project);
  const acted = actionsOf(ask, { ...start, ...changes }, initial);
  const issue = site.issues.add({ ...start, ...changes, ...acted.changes, key: site.nextKey(project) });
  issueCreated(ask, issue);
  for (const comment of comments) addComment(ask, issue, comment);
  drawLinks(ask, issue.id, links);
  return site.issues.get(issue.id) ?? issue;
}

function projectOf({ site, viewer }: Ask, asked: unknown): Project {
  const parsed = projectSchema.safeParse(asked);
  const project = parsed.success ? findProject(site, parsed.data.id ?? parsed.data.key ?? '') : undefined;
  if (project === undefined || !mayIn(site, viewer, 'BROWSE_PROJECTS', project)) throw refuseFields({ project: 'Specify a valid project ID or key' });
  if (!mayIn(site, viewer, 'CREATE_ISSUES', project)) throw refuseFields({ project: 'You do not have permission to create issues in this project.' });
  return project;
}

function typeIn({ site }: Ask, project: Project, asked: unknown) {
  const parsed = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String).optional(), name: z.string().optional() }).safeParse(asked);
  if (!parsed.success) throw refuseFields({ issuetype: 'Specify an issue type' });
  const type = typesOf(site, project).find(({ id, name }) => id === parsed.data.id || (parsed.data.id === undefined && name === parsed.data.name));
  if (type === undefined) throw refuseFields({ issuetype: 'Specify a valid issue type' });
  return type;
}

function propertiesOf(properties: readonly { readonly key: string; readonly value?: unknown }[]): Readonly<Record<string, unknown>> {
  for (const { key, value } of properties) checkProperty(key, value);
  return Object.fromEntries(properties.map(({ key, value }) => [key, value]));
}
