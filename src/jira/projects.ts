import * as z from 'zod';
import type { ProjectFacts, ProjectsPort } from '../actions/ports';
import { find, request, route } from './request';
import { projectIdShape } from './shapes';

const typeShape = z.looseObject({ id: z.string(), name: z.string(), hierarchyLevel: z.number().optional(), subtask: z.boolean().optional() });
const projectShape = z.looseObject({ id: projectIdShape, key: z.string(), name: z.string(), style: z.string().optional(), simplified: z.boolean().optional() });
const wholeShape = projectShape.extend({ issueTypes: z.array(typeShape) });
const pageShape = z.looseObject({ values: z.array(projectShape), isLast: z.boolean().optional() });

const boardsShape = z.looseObject({ values: z.array(z.looseObject({ id: z.number(), name: z.string(), type: z.string() })), isLast: z.boolean().optional() });
const configurationShape = z.looseObject({
  filter: z.looseObject({ id: z.string() }),
  estimation: z.looseObject({ type: z.string(), field: z.looseObject({ fieldId: z.string(), displayName: z.string() }).optional() }).optional(),
});

const pageSize = 50;

export const jiraProjects: ProjectsPort = {
  async read(as, id) {
    const found = await find(as, route`/rest/api/3/project/${id}`, wholeShape);
    if (!found) return undefined;
    const types = found.issueTypes.map((type) => ({ id: type.id, name: type.name, level: type.hierarchyLevel ?? (type.subtask ? -1 : 0) }));
    return { ...basicsOf(found), types };
  },

  async list(as) {
    const projects: Omit<ProjectFacts, 'types'>[] = [];
    for (let startAt = 0; ; startAt += pageSize) {
      const response = await request({
        as,
        method: 'GET',
        path: route`/rest/api/3/project/search?startAt=${startAt}&maxResults=${pageSize}&orderBy=name`,
        isRepeatable: true,
      });
      const { values, isLast } = await response.parse(pageShape);
      projects.push(...values.map(basicsOf));
      if (isLast !== false || values.length === 0) return projects;
    }
  },

  async boards(id) {
    // One page: a project with more boards than that is configured by somebody who knows the board's number.
    const found = await find('user', route`/rest/agile/1.0/board?projectKeyOrId=${id}&maxResults=${pageSize}`, boardsShape);
    return found?.values ?? [];
  },

  async board(boardId) {
    const found = await find('user', route`/rest/agile/1.0/board/${boardId}/configuration`, configurationShape);
    const field = found?.estimation?.type === 'field' ? found.estimation.field : undefined;
    return found && { filterId: found.filter.id, estimation: field && { fieldId: field.fieldId, name: field.displayName } };
  },
};

const basicsOf = ({ id, key, name, style, simplified }: z.output<typeof projectShape>): Omit<ProjectFacts, 'types'> => ({
  id,
  key,
  name,
  style: style === 'next-gen' || simplified === true ? 'team-managed' : 'company-managed',
});
