import type { AppFacts } from '../forge/app-facts';
import type { Category, CustomField } from './site';

/** What every Jira site has, whatever its data says. */
export const priorities = [
  { id: '1', name: 'Highest', statusColor: '#CD1316', description: 'This problem will block progress.' },
  { id: '2', name: 'High', statusColor: '#E9494A', description: 'Serious problem that could block progress.' },
  { id: '3', name: 'Medium', statusColor: '#E97F33', description: 'Has the potential to affect progress.' },
  { id: '4', name: 'Low', statusColor: '#2D8738', description: 'Minor problem or easily worked around.' },
  { id: '5', name: 'Lowest', statusColor: '#57A55A', description: 'Trivial problem with little or no impact on progress.' },
] as const;

export const defaultPriorityId = '3';

export const resolutions = [
  { id: '10000', name: 'Done', description: 'Work has been completed on this issue.' },
  { id: '10001', name: "Won't Do", description: "This issue won't be actioned." },
  { id: '10002', name: 'Duplicate', description: 'The problem is a duplicate of an existing issue.' },
  { id: '10003', name: 'Cannot Reproduce', description: 'All attempts at reproducing this issue failed.' },
] as const;

export const categories: Readonly<
  Record<Category, { id: number; key: Category; colorName: string; name: string; workflowName: 'TODO' | 'IN_PROGRESS' | 'DONE' }>
> = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do', workflowName: 'TODO' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress', workflowName: 'IN_PROGRESS' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done', workflowName: 'DONE' },
};

export const fieldIds = {
  storyPoints: 'customfield_10016',
  rank: 'customfield_10019',
  sprint: 'customfield_10020',
  organisations: 'customfield_10002',
} as const;

export const roleNames = {
  administrators: { id: 10002, name: 'Administrators', description: 'A project role that represents administrators in a project' },
  members: { id: 10003, name: 'Member', description: 'A project role that represents members in a project' },
  viewers: { id: 10004, name: 'Viewer', description: 'A project role that represents viewers in a project' },
} as const;

/** The ARI by which Jira names a module of an app. */
export const moduleAri = ({ appId, environmentId }: Pick<AppFacts, 'appId' | 'environmentId'>, key: string) =>
  `ari:cloud:ecosystem::extension/${appId.replace(/^.*\//, '')}/${environmentId}/static/${key}`;

const environmentType = 'DEVELOPMENT';

/** Forge number fields come locked; an admin puts them on screens. */
export const customFieldsOf = (app: AppFacts): CustomField[] =>
  app.customFields.map(({ key, name, description, readOnly }, at) => ({
    id: `customfield_${String(10_100 + at)}`,
    name,
    description,
    custom: moduleAri(app, key),
    kind: 'number',
    moduleKey: key,
    key: [app.appId.replace(/^.*\//, ''), environmentType, key].join('__'),
    isReadOnly: readOnly,
  }));
