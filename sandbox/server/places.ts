import { z } from 'zod';
import type { Place } from './display-conditions';
import type { World } from './world';

const projectSchema = z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().default('software'), simplified: z.boolean().default(false) });
const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ issuetype: z.object({ id: z.string(), name: z.string(), hierarchyLevel: z.number() }), project: projectSchema }),
});
const boardsSchema = z.object({ values: z.array(z.object({ id: z.number(), type: z.string() })) });
const permissionSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

/** A place of the site that shows modules of the app: which types, under which conditions, and what their pages hear of it. */
export interface Spot {
  readonly types: readonly string[];
  readonly where: Place;
  readonly extension: (module: { readonly type: string; readonly key: string }) => object;
  /** Set where panels are pinned by project. */
  readonly projectId?: string;
}

/** Reads Jira as a person, who may be refused: then there is nothing to show. */
export class Visitor {
  constructor(
    private readonly world: World,
    private readonly accountId: string,
  ) {}

  async issue(issueKey: string): Promise<Spot | undefined> {
    const issue = await this.ask(issueSchema, `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`);
    if (issue === undefined) return undefined;
    const { issuetype, project } = issue.fields;
    return {
      types: ['jira:issuePanel', 'jira:issueContext'],
      where: {
        issue: { key: issue.key, typeName: issuetype.name, hierarchyLevel: issuetype.hierarchyLevel },
        project: { key: project.key, style: styleOf(project) },
        isJiraAdmin: await this.isJiraAdmin(),
      },
      extension: () => ({
        issue: { id: issue.id, key: issue.key, type: issuetype.name, typeId: issuetype.id },
        project: factsOf(project),
        location: this.at(`/browse/${issue.key}`),
      }),
      projectId: project.id,
    };
  }

  async project(projectKey: string): Promise<Spot | undefined> {
    const project = await this.findProject(projectKey);
    if (project === undefined) return undefined;
    const mayAdminister = await this.holds('ADMINISTER_PROJECTS', `&projectKey=${encodeURIComponent(project.key)}`);
    return {
      types: mayAdminister ? ['jira:projectPage', 'jira:projectSettingsPage'] : ['jira:projectPage'],
      where: { project: { key: project.key, style: styleOf(project) }, isJiraAdmin: await this.isJiraAdmin() },
      extension: ({ type, key }) => ({ project: factsOf(project), location: this.at(pathOf(type, key, project.key) ?? `/projects/${project.key}`) }),
    };
  }

  /** Modules of a backlog belong to a board; a project without one has no such page. */
  async backlog(projectKey: string): Promise<Spot | undefined> {
    const project = await this.findProject(projectKey);
    const [board] = (await this.ask(boardsSchema, `/rest/agile/1.0/board?projectKeyOrId=${encodeURIComponent(projectKey)}`))?.values ?? [];
    if (project === undefined || board === undefined) return undefined;
    return {
      types: ['jira:backlogAction'],
      where: { project: { key: project.key, style: styleOf(project) }, isJiraAdmin: await this.isJiraAdmin() },
      extension: () => ({ board: { id: String(board.id), type: board.type }, project: factsOf(project), location: this.at(`/projects/${project.key}`) }),
    };
  }

  async admin(): Promise<Spot | undefined> {
    if (!(await this.isJiraAdmin())) return undefined;
    return { types: ['jira:adminPage'], where: { isJiraAdmin: true }, extension: () => ({ location: this.at('/admin/apps') }) };
  }

  /** Search and the command palette are open to everybody; what is selected there, the site's own page adds. */
  async anywhere(type: 'jira:issueNavigatorAction' | 'jira:command', path: string): Promise<Spot> {
    return { types: [type], where: { isJiraAdmin: await this.isJiraAdmin() }, extension: () => ({ location: this.at(path) }) };
  }

  isJiraAdmin(): Promise<boolean> {
    return this.holds('ADMINISTER', '');
  }

  private findProject(projectKey: string) {
    return this.ask(projectSchema, `/rest/api/3/project/${encodeURIComponent(projectKey)}`);
  }

  private async holds(permission: string, where: string): Promise<boolean> {
    return (await this.ask(permissionSchema, `/rest/api/3/mypermissions?permissions=${permission}${where}`))?.permissions[permission]?.havePermission ?? false;
  }

  private at(path: string): string {
    return this.world.siteUrl + path;
  }

  private async ask<Value>(schema: z.ZodType<Value>, path: string): Promise<Value | undefined> {
    const caller = { kind: 'user', accountId: this.accountId, via: 'browser' } as const;
    const { status, body } = await this.world.jira.handle({ method: 'GET', path, headers: {}, body: undefined, caller });
    return status === 200 ? schema.parse(body) : undefined;
  }
}

const factsOf = ({ id, key, projectTypeKey }: z.infer<typeof projectSchema>) => ({ id, key, type: projectTypeKey });
const styleOf = ({ simplified }: { readonly simplified: boolean }) => (simplified ? 'team-managed' : 'company-managed');

const paths: Readonly<Record<string, (key: string, projectKey: string | undefined) => string | undefined>> = {
  'jira:adminPage': () => '/admin/apps',
  'jira:projectPage': (key, project) => (project === undefined ? undefined : `/projects/${project}/apps/${key}`),
  'jira:projectSettingsPage': (key, project) => (project === undefined ? undefined : `/projects/${project}/settings/apps/${key}`),
};

/** Where the site shows a page of the app; undefined where it has no address, or only one within a project. */
export const pathOf = (type: string, key: string, projectKey: string | undefined): string | undefined => paths[type]?.(key, projectKey);
