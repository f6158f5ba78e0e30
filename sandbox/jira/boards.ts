import { filterIdOf } from './board-filter';
import { fieldIds } from './builtin';
import { page } from './page';
import { refuse } from './refusal';
import { mayIn, seesProject } from './rights';
import { ok, routes, type Ask } from './route';
import { statusIdsOf } from './project-types';
import { projectBean } from './self';
import { known, type Board, type Site } from './site';

/** Boards and sprints. */
export const boardRoutes = routes('software', [
  [
    'GET /rest/agile/1.0/board',
    'getAllBoards',
    'read',
    (ask) => {
      const { query, site } = ask;
      const project = query.text('projectKeyOrId');
      const words = (query.text('name') ?? '').toLowerCase();
      const type = query.text('type');
      const found = [...site.boards.values()].filter((board) => {
        const home = known(site.projects, board.projectId, 'project');
        return (
          seesProject(site, ask.viewer, home) &&
          (project === undefined || project === home.id || project === home.key) &&
          board.name.toLowerCase().includes(words) &&
          (type === undefined || board.type === type)
        );
      });
      const body = page(ask, found, (board) => boardBean(site, board));
      return ok(body, body.values.length);
    },
  ],
  ['GET /rest/agile/1.0/board/{boardId}', 'getBoard', 'read', (ask) => ok(boardBean(ask.site, boardFor(ask)))],
  [
    'GET /rest/agile/1.0/board/{boardId}/configuration',
    'getConfiguration',
    'read',
    (ask) => {
      const board = boardFor(ask);
      const project = known(ask.site.projects, board.projectId, 'project');
      const columns = statusIdsOf(ask.site, project).map((id) => ({
        name: known(ask.site.statuses, id, 'status').name,
        statuses: [{ id, self: `${ask.site.url}/rest/api/2/status/${id}` }],
      }));
      return ok({
        id: board.id,
        name: board.name,
        type: board.type,
        self: `${self(ask.site, board)}/configuration`,
        location: { type: 'project', projectKeyOrId: project.key },
        filter: { id: filterIdOf(board), self: `${ask.site.url}/rest/api/2/filter/${filterIdOf(board)}` },
        columnConfig: { columns, constraintType: 'none' },
        ...(board.type === 'scrum' && { estimation: { type: 'field', field: { fieldId: fieldIds.storyPoints, displayName: 'Story point estimate' } } }),
        ranking: { rankCustomFieldId: Number(fieldIds.rank.replace('customfield_', '')) },
      });
    },
  ],
  [
    'GET /rest/agile/1.0/board/{boardId}/project',
    'getProjects',
    'read',
    (ask) => {
      const body = page(ask, [known(ask.site.projects, boardFor(ask).projectId, 'project')], (project) => projectBean(ask.site, project));
      return ok(body);
    },
  ],
  [
    'GET /rest/agile/1.0/board/{boardId}/sprint',
    'getAllSprints',
    'read',
    (ask) => {
      const board = boardFor(ask);
      const states = ask.query.list('state');
      if (board.type !== 'scrum') throw refuse(400, 'The board does not support sprints');
      const sprints = board.sprintIds.map((id) => known(ask.site.sprints, id, 'sprint')).filter(({ state }) => states.length === 0 || states.includes(state));
      const body = page(ask, sprints, ({ id, name, state, start, end }) => ({
        id,
        self: `${ask.site.url}/rest/agile/1.0/sprint/${String(id)}`,
        state,
        name,
        originBoardId: board.id,
        goal: '',
        ...(start !== undefined && { startDate: start }),
        ...(end !== undefined && { endDate: end }),
      }));
      return ok(body, body.values.length);
    },
  ],
]);

export function boardFor(ask: Ask): Board {
  const board = ask.site.boards.get(Number(ask.param('boardId')));
  if (board === undefined || !mayIn(ask.site, ask.viewer, 'BROWSE_PROJECTS', known(ask.site.projects, board.projectId, 'project')))
    throw refuse(404, 'Board does not exist or you do not have permission to view it.');
  return board;
}

const self = (site: Site, { id }: Board): string => `${site.url}/rest/agile/1.0/board/${String(id)}`;

function boardBean(site: Site, board: Board) {
  const project = known(site.projects, board.projectId, 'project');
  return {
    id: board.id,
    self: self(site, board),
    name: board.name,
    type: board.type,
    location: {
      projectId: Number(project.id),
      displayName: `${project.name} (${project.key})`,
      projectName: project.name,
      projectKey: project.key,
      projectTypeKey: 'software',
      avatarURI: projectBean(site, project).avatarUrls['24x24'],
      name: `${project.name} (${project.key})`,
    },
    isPrivate: false,
  };
}
