import { describe, expect, test } from '@jest/globals';
import type { SiteSettings } from '../../src/actions/settings-ports';
import type { SetupFacts } from '../../src/actions/setup-facts';
import { linesOf } from '../../src/actions/setup-lines';
import type { SetupChoices } from '../../src/contract/setup';
import { projectId, type ProjectId } from '../../src/domain/ids';
import { linkKinds } from '../../src/domain/link-kinds';
import { statementWords, type StatementKind } from '../../src/domain/statements';

const id = (text: string): ProjectId => {
  const parsed = projectId(text);
  if (!parsed) throw new Error(`${text} is no project id`);
  return parsed;
};
const ledger = { id: id('10001'), key: 'LED', name: 'Ledgerly', style: 'company-managed' } as const;
const discovery = { id: id('10002'), key: 'DISC', name: 'Discovery', style: 'company-managed' } as const;
const mobile = { id: id('10003'), key: 'MOB', name: 'Mobile', style: 'team-managed' } as const;

const settings = (own: Partial<SiteSettings> = {}): SiteSettings => ({
  version: 1,
  statementTypes: { insight: [], problem: [], opportunity: [] },
  linkTypes: {},
  statementProjects: [],
  backlogProjects: [],
  ticketProjects: [],
  openProjects: [],
  pinnedProjects: [],
  effort: undefined,
  organisationsFieldId: undefined,
  setup: { revision: 0, savedBy: undefined, savedAt: undefined, leftOut: [], screens: null },
  projects: {},
  gates: {},
  ...own,
});
const facts = (own: Partial<SetupFacts> = {}): SetupFacts => ({
  settings: settings(),
  projects: [ledger, discovery, mobile],
  siteTypes: [],
  marks: new Map(),
  linkTypes: [],
  schemes: [],
  effort: undefined,
  organisations: undefined,
  field: undefined,
  gate: undefined,
  ...own,
});
const choices = (own: Partial<SetupChoices> = {}): SetupChoices => ({
  statementProjects: [],
  backlogProjects: [],
  ticketProjects: [],
  openProjects: [],
  sharedScheme: 'copy',
  adopt: { types: {}, links: {}, own: [] },
  leftOut: [],
  screens: null,
  ...own,
});
const lineOf = (lineId: string, site: SetupFacts, chosen = choices()) => linesOf(site, chosen).find((line) => line.id === lineId);

const typeOf = (typeId: string, kind: StatementKind) => ({ id: typeId, ...statementWords[kind], level: 0, projectId: undefined });
const problem = typeOf('10105', 'problem');
const allTypes = [typeOf('10104', 'insight'), problem, typeOf('10106', 'opportunity')];
const ofAnother = { ...problem, description: 'The root cause of one or more incidents.' };
const remembering = (typeId: string) => settings({ statementTypes: { insight: [], problem: [typeId], opportunity: [] } });
const scheme = (typeIds: string[], projectIds: ProjectId[]) => ({ id: '1', name: 'Shared', defaultTypeId: undefined, isDefault: false, typeIds, projectIds });

describe('a work type', () => {
  test.each([
    { name: 'that is missing will be created', site: facts(), state: 'will-create' },
    { name: 'that an earlier run made and did not get to mark is taken', site: facts({ siteTypes: allTypes }), state: 'will-add' },
    { name: 'of our name alone may be something else: a person chooses', site: facts({ siteTypes: [ofAnother] }), state: 'choose' },
    { name: 'of our name that is a sub-task needs a person, too', site: facts({ siteTypes: [{ ...problem, level: -1 }] }), state: 'choose' },
    {
      name: 'with our mark is ours, whatever it is called by now',
      site: facts({ siteTypes: [{ ...ofAnother, name: 'Schmerz' }], marks: new Map([['10105', { kind: 'problem', linkTypes: {} }]]) }),
      state: 'will-add',
    },
    {
      name: 'that is remembered exists, whatever it is called by now',
      site: facts({ siteTypes: [{ ...problem, name: 'Schmerz' }], settings: remembering('10105') }),
      state: 'exists',
    },
    { name: 'that is remembered and was deleted will be made again', site: facts({ settings: remembering('10105') }), state: 'will-create' },
  ])('$name', ({ site, state }) => expect(lineOf('type.problem', site)?.state).toBe(state));

  test('of another name serves where a person says so', () => {
    const site = facts({ siteTypes: [{ ...ofAnother, name: 'Pain point' }] });
    expect(lineOf('type.problem', site)).toMatchObject({ state: 'will-create', candidates: [{ id: '10105', name: 'Pain point' }] });
    expect(lineOf('type.problem', site, choices({ adopt: { types: { problem: '10105' }, links: {}, own: [] } }))).toMatchObject({
      state: 'will-add',
      title: 'Work type Pain point',
    });
  });
});

describe('a link type', () => {
  const { name, phrase, inverse } = linkKinds.solves;
  test.each([
    { name: 'that is missing will be created', site: facts(), state: 'will-create' },
    { name: 'of our name and phrases will be used', site: facts({ linkTypes: [{ id: '3', name, phrase, inverse }] }), state: 'will-add' },
    {
      name: 'of our name that reads the other way round may be something else: a person chooses',
      site: facts({ linkTypes: [{ id: '3', name, phrase: inverse, inverse: phrase }] }),
      state: 'choose',
    },
    {
      name: 'that is remembered exists, whatever it is called by now',
      site: facts({ linkTypes: [{ id: '3', name: 'Löst', phrase: 'löst', inverse: 'wird gelöst von' }], settings: settings({ linkTypes: { solves: '3' } }) }),
      state: 'exists',
    },
    {
      name: 'that our types carry the id of is ours, though the store is empty',
      site: facts({
        linkTypes: [{ id: '3', name: 'Löst', phrase: 'löst', inverse: 'wird gelöst von' }],
        marks: new Map([['10105', { kind: 'problem', linkTypes: { solves: '3' } }]]),
      }),
      state: 'will-add',
    },
    { name: 'cannot be made while linking is switched off', site: facts({ linkTypes: undefined }), state: 'by-hand' },
  ])('$name', ({ site, state }) => expect(lineOf('link.solves', site)?.state).toBe(state));
});

describe('a project that holds statements', () => {
  const line = (site: SetupFacts, chosen: Partial<SetupChoices>) => lineOf(`types.${chosen.statementProjects?.[0] ?? ''}`, site, choices(chosen));

  test('gets the types where only it uses its scheme', () => {
    expect(line(facts({ siteTypes: allTypes, schemes: [scheme(['10000'], [discovery.id])] }), { statementProjects: [discovery.id] })).toMatchObject({
      state: 'will-add',
      detail: expect.stringContaining('only this project'),
    });
  });

  test.each([
    { sharedScheme: 'copy', says: 'a copy of its own' },
    { sharedScheme: 'shared', says: 'They get Insight, Problem and Opportunity, too' },
  ] as const)('says who else is touched, and what "$sharedScheme" means', ({ sharedScheme, says }) => {
    const site = facts({ siteTypes: allTypes, schemes: [scheme(['10000'], [discovery.id, ledger.id])] });
    expect(line(site, { statementProjects: [discovery.id], sharedScheme })?.detail).toMatch(new RegExp(`1 other project.*${says}`));
  });

  test('that has them has nothing to do', () => {
    expect(
      line(facts({ siteTypes: allTypes, schemes: [scheme(['10104', '10105', '10106'], [discovery.id])] }), { statementProjects: [discovery.id] })?.state,
    ).toBe('exists');
  });

  test('and is team-managed is done by hand, then found', () => {
    const chosen = { statementProjects: [mobile.id] };
    expect(line(facts(), chosen)).toMatchObject({
      state: 'by-hand',
      steps: expect.arrayContaining([expect.stringContaining('Insight, Problem, Opportunity')]),
    });
    const own = ['Insight', 'Problem', 'Opportunity'].map((name, at) => ({ id: String(20_000 + at), name, description: '', level: 0, projectId: mobile.id }));
    // Of our names alone they may mean something else: a person says so, once for all three.
    expect(line(facts({ siteTypes: own }), chosen)).toMatchObject({ state: 'choose', candidates: [{ id: mobile.id }] });
    const adopting = { ...chosen, adopt: { types: {}, links: {}, own: [mobile.id] } };
    expect(line(facts({ siteTypes: own }), adopting)).toMatchObject({ state: 'will-add', candidates: [{ id: mobile.id }] });
    const marks = new Map(own.map((type, at) => [type.id, { kind: (['insight', 'problem', 'opportunity'] as const)[at] ?? 'insight', linkTypes: {} }]));
    const renamed = own.map((type) => ({ ...type, name: `${type.name}!` }));
    expect(line(facts({ siteTypes: renamed, marks }), chosen)).toMatchObject({ state: 'will-add', candidates: [] });
    const remembered = settings({ statementTypes: { insight: ['20000'], problem: ['20001'], opportunity: ['20002'] } });
    expect(line(facts({ siteTypes: renamed, settings: remembered }), chosen)?.state).toBe('will-add');
    expect(line(facts({ siteTypes: renamed, marks, settings: remembered }), chosen)?.state).toBe('exists');
  });
});

test('the panel is pinned in every chosen project, once', () => {
  const lines = linesOf(
    facts({ settings: settings({ pinnedProjects: [ledger.id] }) }),
    choices({ statementProjects: [discovery.id, ledger.id], backlogProjects: [ledger.id] }),
  );
  expect(lines.filter((line) => line.id.startsWith('pin.')).map((line) => [line.project?.key, line.state])).toEqual([
    ['DISC', 'will-add'],
    ['LED', 'exists'],
  ]);
});

test('no two lines share an id', () => {
  const ids = linesOf(facts(), choices({ statementProjects: [discovery.id, ledger.id], backlogProjects: [ledger.id] })).map((line) => line.id);
  expect(new Set(ids).size).toBe(ids.length);
});
