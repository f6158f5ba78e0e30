import { describe, expect, test } from '@jest/globals';
import { checkScenario } from '../../../src/domain/score';

const sound = {
  asOfDay: 1000,
  accounts: [{ id: 'acme', arr: 120_000 }],
  evidence: [{ id: 'quote', source: 'nps', account: 'acme', raw: 3, day: 990, links: [{ to: 'insight' }] }],
  insights: [{ id: 'insight', supports: [{ to: 'problem' }] }],
  problems: [{ id: 'problem' }],
  opportunities: [{ id: 'opportunity', groups: [{ to: 'problem' }] }],
  items: [
    { id: 'epic', effort: 5, serves: [{ to: 'opportunity' }] },
    { id: 'story', effort: null, parent: 'epic', serves: [] },
  ],
};

type Path = readonly (string | number)[];

/** The sound scenario with one thing replaced or added. */
function but(path: Path, value: unknown, within: unknown = sound): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(within)) {
    const list: readonly unknown[] = within;
    return Object.assign([...list], { [step]: but(rest, value, list[Number(step)]) });
  }
  const inner: unknown = typeof within === 'object' && within !== null ? Reflect.get(within, step) : {};
  return { ...(typeof within === 'object' ? within : {}), [step]: but(rest, value, inner ?? {}) };
}

function without(key: string, within: object): unknown {
  return Object.fromEntries(Object.entries(within).filter(([name]) => name !== key));
}

function pathsOfFaults(input: unknown): readonly string[] {
  const checked = checkScenario(input);
  return checked.kind === 'faults' ? checked.faults.map(({ path }) => path) : [];
}

const [quote] = sound.evidence;

describe('a scenario is refused, with the place of the fault,', () => {
  test.each<{ name: string; input: unknown; paths: readonly string[] }>([
    { name: 'when it is no object', input: [], paths: ['$'] },
    { name: 'for an unknown key at the top', input: but(['extra'], 1), paths: ['$.extra'] },
    { name: 'for an unknown key in a record', input: but(['evidence', 0, 'note'], ''), paths: ['$.evidence[0].note'] },
    { name: 'for an unknown key in a link', input: but(['items', 0, 'serves', 0, 'weight'], 1), paths: ['$.items[0].serves[0].weight'] },
    { name: 'for an unknown parameter', input: but(['params'], { rhoo: 1 }), paths: ['$.params.rhoo'] },
    {
      name: 'for an unknown key of a source',
      input: but(['params'], { sources: { 'my source': { halflife: 1 } } }),
      paths: ['$.params.sources["my source"].halflife'],
    },
    { name: 'for "against" on an item’s link', input: but(['items', 0, 'serves', 0, 'against'], true), paths: ['$.items[0].serves[0].against'] },
    { name: 'for a missing list', input: without('accounts', { ...sound, evidence: [] }), paths: ['$.accounts'] },
    { name: 'for a missing day', input: but(['evidence', 0], without('day', quote ?? {})), paths: ['$.evidence[0].day'] },
    { name: 'for a raw value that is left out, which null is not', input: but(['evidence', 0], without('raw', quote ?? {})), paths: ['$.evidence[0].raw'] },
    { name: 'for null where something must be', input: but(['evidence', 0, 'day'], null), paths: ['$.evidence[0].day'] },
    { name: 'for text instead of a number', input: but(['asOfDay'], '1000'), paths: ['$.asOfDay'] },
    { name: 'for a number instead of an id', input: but(['problems', 1], { id: 7 }), paths: ['$.problems[1].id'] },
    { name: 'for a number too large to be one', input: but(['accounts', 0, 'arr'], Infinity), paths: ['$.accounts[0].arr'] },
    { name: 'for an object instead of a list', input: but(['items', 0, 'serves'], {}), paths: ['$.items[0].serves'] },
    { name: 'for anchors that are no pairs', input: but(['params'], { sources: { nps: { anchors: [[1]] } } }), paths: ['$.params.sources.nps.anchors[0]'] },
    { name: 'for an unknown level', input: but(['params'], { level: 'bottom' }), paths: ['$.params.level'] },
    { name: 'for an id used twice', input: but(['problems', 1], { id: 'problem' }), paths: ['$.problems[1].id'] },
    { name: 'for an id used twice across kinds', input: but(['problems', 1], { id: 'acme' }), paths: ['$.problems[1].id'] },
    { name: 'for a link to nothing', input: but(['evidence', 0, 'links', 0, 'to'], 'nowhere'), paths: ['$.evidence[0].links[0].to'] },
    { name: 'for evidence on an opportunity', input: but(['evidence', 0, 'links', 0, 'to'], 'opportunity'), paths: ['$.evidence[0].links[0].to'] },
    { name: 'for an insight on an item', input: but(['insights', 0, 'supports', 0, 'to'], 'epic'), paths: ['$.insights[0].supports[0].to'] },
    { name: 'for an opportunity on an insight', input: but(['opportunities', 0, 'groups', 0, 'to'], 'insight'), paths: ['$.opportunities[0].groups[0].to'] },
    { name: 'for an item that serves an insight', input: but(['items', 0, 'serves', 0, 'to'], 'insight'), paths: ['$.items[0].serves[0].to'] },
    { name: 'for an account that does not exist', input: but(['evidence', 0, 'account'], 'nobody'), paths: ['$.evidence[0].account'] },
    { name: 'for a parent that does not exist', input: but(['items', 1, 'parent'], 'nobody'), paths: ['$.items[1].parent'] },
    { name: 'for a parent that is no item', input: but(['items', 1, 'parent'], 'problem'), paths: ['$.items[1].parent'] },
    { name: 'for an item that is its own parent', input: but(['items', 1, 'parent'], 'story'), paths: ['$.items[1].parent'] },
    {
      name: 'for an item that is both parent and child',
      input: but(['items', 2], { id: 'task', effort: 1, parent: 'story', serves: [] }),
      paths: ['$.items[1].parent'],
    },
    { name: 'for a weight above 1', input: but(['insights', 0, 'supports', 0, 'w'], 1.01), paths: ['$.insights[0].supports[0].w'] },
    { name: 'for a weight below 0', input: but(['opportunities', 0, 'groups', 0, 'w'], -0.1), paths: ['$.opportunities[0].groups[0].w'] },
    { name: 'for a trust above 1', input: but(['evidence', 0, 'trust'], 2), paths: ['$.evidence[0].trust'] },
    { name: 'for a source’s trust above 1', input: but(['params'], { sources: { nps: { trust: 2 } } }), paths: ['$.params.sources.nps.trust'] },
    { name: 'for a default cover above 1', input: but(['params'], { defaultCover: 60 }), paths: ['$.params.defaultCover'] },
    { name: 'for a polarity between the two', input: but(['evidence', 0, 'polarity'], 0), paths: ['$.evidence[0].polarity'] },
    { name: 'for a negative effort', input: but(['items', 0, 'effort'], -1), paths: ['$.items[0].effort'] },
    { name: 'for a negative revenue', input: but(['accounts', 0, 'arr'], -1), paths: ['$.accounts[0].arr'] },
    { name: 'for a negative count', input: but(['evidence', 0, 'count'], -1), paths: ['$.evidence[0].count'] },
    { name: 'for words where the source is measured in numbers', input: but(['evidence', 0, 'raw'], 'bad'), paths: ['$.evidence[0].raw'] },
    { name: 'for no draws at all', input: but(['params'], { draws: 0 }), paths: ['$.params.draws'] },
  ])('$name', ({ input, paths }) => expect(pathsOfFaults(input)).toEqual(paths));

  test('for all of its faults at once', () => {
    const input = but(['evidence', 0, 'trust'], 7, but(['items', 0, 'effort'], -3, but(['evidence', 0, 'account'], 'nobody')));
    expect([...pathsOfFaults(input)].sort()).toEqual(['$.evidence[0].account', '$.evidence[0].trust', '$.items[0].effort']);
  });
});

describe('a scenario is accepted', () => {
  test.each<{ name: string; input: unknown }>([
    { name: 'as it is', input: sound },
    { name: 'with an unmatched label', input: but(['evidence', 0], { ...quote, source: 'ticket', raw: 'meh' }) },
    { name: 'with an unknown source', input: but(['evidence', 0], { ...quote, source: 'rumour', raw: 'loud' }) },
    { name: 'with a number as text where the source is measured in numbers', input: but(['evidence', 0, 'raw'], '3') },
    {
      name: 'with null for everything optional',
      input: {
        ...sound,
        params: { seed: null, sources: { nps: { trust: null } }, level: null, calibration: null },
        evidence: [{ ...quote, count: null, polarity: null, trust: null, links: [{ to: 'problem', w: null }] }],
        insights: [{ id: 'insight', supports: [{ to: 'problem', w: null, against: null }] }],
        items: [{ id: 'epic', effort: null, parent: null, doneDay: null, serves: [] }],
      },
    },
    { name: 'with insights in a circle', input: but(['insights', 0, 'supports', 0, 'to'], 'insight') },
    { name: 'with ids that mean something to the machine', input: { ...sound, problems: [...sound.problems, { id: '__proto__' }, { id: 'constructor' }] } },
  ])('$name', ({ input }) => expect(pathsOfFaults(input)).toEqual([]));
});
