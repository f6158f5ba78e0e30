import type { SiteData, SiteIssue, SiteLink, SiteProject } from '../../sandbox/jira/site-data';
import { linkKinds } from '../../src/domain/link-kinds';
import type { GateCase } from './gate-cases';
import { smallSite } from './small-site';
import { typedIssue, typedSite } from './typed-site';

export const hand = 'user-engineer';
export const automation = 'user-automation';
const steps = { screenId: 77, id: '11', name: 'Start', from: ['1'], to: '3' } as const;
const solvesId = String(10_020 + Object.keys(linkKinds).indexOf('solves'));

export const projects = { off: '10011', warn: '10012', 'require, else pass': '10013', 'require, else stop': '10014' } as const;
const keyOf = { off: 'OFF', warn: 'WARN', 'require, else pass': 'PASS', 'require, else stop': 'STOP' } as const;

/** One rule for four projects that go different ways. */
export const rule = {
  v: 2,
  whenJiraIsDown: 'pass',
  statementTypeIds: { insight: ['10010'], problem: ['10011'], opportunity: ['10012'] },
  solvesLinkTypeId: solvesId,
  modes: [
    { projectId: projects.off, projectKey: 'OFF', typeIds: null, mode: 'off' },
    { projectId: projects.warn, projectKey: 'WARN', typeIds: null, mode: 'warn' },
    { projectId: projects['require, else pass'], projectKey: 'PASS', typeIds: null, mode: 'require', whenJiraIsDown: 'pass' },
    { projectId: projects['require, else stop'], projectKey: 'STOP', typeIds: null, mode: 'require', whenJiraIsDown: 'stop' },
  ],
} as const;

export const epicOf = ({ mode, style }: GateCase, at: number) => ({
  id: String(300_000 + at),
  key: `${style === 'team-managed' ? 'TEAM' : keyOf[mode]}-${String(at + 1)}`,
});
const targetOf = (at: number) => ({ id: String(400_000 + at), key: `DISC-${String(at + 1)}` });

const levels = { none: undefined, 'seen by the app': '10901', 'hidden from the app': '10902' } as const;
const nameOf = (link: GateCase['link']): string => (link === 'solves' || link === 'realises' ? linkKinds[link].name : link);

/** What the transition draws, as Jira's own screen sends it. */
export const drawnIn = ({ link, direction, drawn }: GateCase, at: number): object =>
  link === 'none' || drawn === 'before'
    ? {}
    : {
        update: {
          issuelinks: [{ add: { type: { name: nameOf(link) }, [direction === 'from the epic' ? 'outwardIssue' : 'inwardIssue']: { key: targetOf(at).key } } }],
        },
      };

/** A site with an epic, and what it is linked with, for each case. */
export function gateWorld(chosen: readonly GateCase[]): SiteData {
  const small = smallSite();
  const targets = chosen.map(({ type, status, level }, at): SiteIssue => {
    const securityLevelId = levels[level];
    return { ...typedIssue('DISC-1', type), ...targetOf(at), statusId: status === 'open' ? '1' : '5', ...(securityLevelId && { securityLevelId }) };
  });
  const epics = chosen.map((one, at): SiteIssue => ({ ...typedIssue('LED-1', 'epic'), ...epicOf(one, at) }));
  const links = chosen.flatMap((one, at): SiteLink[] => {
    if (one.link === 'none' || one.drawn !== 'before') return [];
    const ends = [epicOf(one, at).key, targetOf(at).key] as const;
    const [from, to] = one.direction === 'from the epic' ? ends : [ends[1], ends[0]];
    return [{ typeName: nameOf(one.link), from, to }];
  });
  const typed = typedSite([...targets, ...epics], links);
  const roles = { administrators: ['user-admin', 'user-lead'], members: [hand, automation], viewers: [] };
  const project = (id: string, key: string, style: SiteProject['style'], workflowId: string): SiteProject => ({
    ...{ id, key, name: key, style, workflowId, roles, leadAccountId: 'user-lead', issueTypeSchemeId: '10100', components: [] },
  });
  return {
    ...typed,
    users: [...small.users, { accountId: automation, email: 'automation@example.com', displayName: 'Automation', timeZone: 'UTC', isJiraAdmin: false }],
    screens: [{ id: 77, name: 'On the way', tabs: [{ id: 1, name: 'Fields', fieldIds: ['issuelinks'] }] }],
    workflows: [
      ...small.workflows.map((workflow) => ({ ...workflow, transitions: workflow.transitions.map((step) => (step.id === '11' ? steps : step)) })),
      { id: '2', name: 'Gated', initialStatusId: '1', transitions: [{ ...steps, validators: [{ moduleKey: 'gate', configuration: JSON.stringify(rule) }] }] },
    ],
    securitySchemes: [
      {
        id: '10800',
        name: 'Secret',
        levels: [
          { id: '10901', name: 'For the app and people', accountIds: [hand, automation, 'user-admin'], seenByApp: true },
          { id: '10902', name: 'For people', accountIds: [hand, automation, 'user-admin'], seenByApp: false },
        ],
      },
    ],
    projects: [
      ...typed.projects.map((own) =>
        own.key === 'DISC' ? { ...own, securitySchemeId: '10800', roles: { ...own.roles, members: [...own.roles.members, automation] } } : own,
      ),
      ...(['off', 'warn', 'require, else pass', 'require, else stop'] as const).map((mode) => project(projects[mode], keyOf[mode], 'company-managed', '2')),
      project('10015', 'TEAM', 'team-managed', '1'),
    ],
  };
}
