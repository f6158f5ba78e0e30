import { describe, expect, test } from '@jest/globals';
import type { PanelView } from '../../../src/contract/panel';
import { statementShape } from '../../../src/contract/shapes';
import { gateVerdict } from '../../../static/pages/panel/gate-verdict';

type Item = Extract<PanelView, { role: 'item' }>;
type Solved = Item['solved'][number];

const now = Date.UTC(2026, 4, 19) / 1000;
const day = 86_400;

const open = statementShape.parse({
  id: '201',
  key: 'DISC-1',
  kind: 'problem',
  projectId: '10',
  sentence: 'The close stalls',
  isClosed: false,
  isRestricted: false,
});
const stated = (via: Solved['via'], statement: Partial<Solved['statement']> = {}): Solved => ({
  statement: { ...open, ...statement },
  strength: { value: 1, customersFor: 1, customersAgainst: 0, records: 1 },
  pieces: { for: 1, against: 0 },
  trend: [],
  quotes: [],
  measured: [],
  against: [],
  loudest: null,
  via,
  cover: 0.9,
});

const required = { mode: 'require', exemptUntil: null, exemptReason: null, exemptOwner: null, mayExempt: false, stopped: null } as const;
const exempt = (until: number) =>
  ({ mode: 'require', exemptUntil: until, exemptReason: 'Signed before the gate', exemptOwner: 'lead', mayExempt: false, stopped: null }) as const;
const view = (given: Partial<Pick<Item, 'gate' | 'solved'>>): Pick<Item, 'gate' | 'solved' | 'inheritedFrom'> => ({
  gate: required,
  solved: [],
  inheritedFrom: null,
  ...given,
});

describe('on an epic, the panel says what the gate would say', () => {
  test.each([
    { name: 'an open problem passes', view: view({ solved: [stated('solves')] }), says: { kind: 'pass' } },
    { name: 'nothing stated is stopped', view: view({}), says: { kind: 'stop', missing: 'open-problem' } },
    {
      name: 'a realised opportunity alone is stopped',
      view: view({ solved: [stated('realises', { kind: 'opportunity' })] }),
      says: { kind: 'stop', missing: 'open-problem' },
    },
    {
      name: 'a closed problem alone is stopped',
      view: view({ solved: [stated('solves', { isClosed: true })] }),
      says: { kind: 'stop', missing: 'problem-not-closed' },
    },
    {
      name: 'a gate that only warns would have stopped it',
      view: view({ gate: { ...required, mode: 'warn' } }),
      says: { kind: 'would-stop', missing: 'open-problem' },
    },
    { name: 'an exemption counts', view: view({ gate: exempt(now + day) }), says: { kind: 'exempt', until: now + day, reason: 'Signed before the gate' } },
    { name: 'an exemption that has ended does not', view: view({ gate: exempt(now - day) }), says: { kind: 'stop', missing: 'open-problem' } },
    { name: 'where no gate was ever seen, nothing is claimed', view: view({ gate: null }), says: { kind: 'pass' } },
  ])('$name', ({ view, says }) => expect(gateVerdict(view, now)).toEqual(says));

  test('what it inherits is not its own', () => {
    const parent = { id: open.id, key: 'LED-1', summary: 'Faster close' };
    expect(gateVerdict({ ...view({ solved: [stated('solves')] }), inheritedFrom: parent }, now)).toEqual({ kind: 'stop', missing: 'open-problem' });
  });
});
