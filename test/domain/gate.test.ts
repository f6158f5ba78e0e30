import { expect, test } from '@jest/globals';
import { decideGate, phraseStop, type GateLink } from '../../src/domain/gate';

const now = 1_700_000_000;
const open: GateLink = { kind: 'problem', isClosed: false };
const closed: GateLink = { kind: 'problem', isClosed: true };
const exemption = { reason: 'Contract signed before', until: now + 3600 };

test.each([
  { name: 'off never looks', mode: 'off', links: [], exempt: undefined, verdict: { kind: 'pass' } },
  { name: 'an open problem passes', mode: 'require', links: [open], exempt: undefined, verdict: { kind: 'pass' } },
  { name: 'one open problem among closed ones passes', mode: 'require', links: [closed, open], exempt: undefined, verdict: { kind: 'pass' } },
  { name: 'no problem is stopped', mode: 'require', links: [], exempt: undefined, verdict: { kind: 'stop', missing: 'open-problem' } },
  {
    name: 'an opportunity is no problem',
    mode: 'require',
    links: [{ kind: 'opportunity', isClosed: false }],
    exempt: undefined,
    verdict: { kind: 'stop', missing: 'open-problem' },
  },
  {
    name: 'an issue that is no statement is no problem',
    mode: 'require',
    links: [{ kind: undefined, isClosed: false }],
    exempt: undefined,
    verdict: { kind: 'stop', missing: 'open-problem' },
  },
  { name: 'a closed problem is not enough', mode: 'require', links: [closed], exempt: undefined, verdict: { kind: 'stop', missing: 'problem-not-closed' } },
  {
    name: 'warn lets through and says what it would have stopped',
    mode: 'warn',
    links: [],
    exempt: undefined,
    verdict: { kind: 'would-stop', missing: 'open-problem' },
  },
  { name: 'an exemption lets through', mode: 'require', links: [], exempt: exemption, verdict: { kind: 'exempt', ...exemption } },
  { name: 'an exemption ends', mode: 'require', links: [], exempt: { ...exemption, until: now }, verdict: { kind: 'stop', missing: 'open-problem' } },
  { name: 'whoever states a problem needs no exemption', mode: 'require', links: [open], exempt: exemption, verdict: { kind: 'pass' } },
] as const)('$name', ({ mode, links, exempt, verdict }) => expect(decideGate({ mode, links, exemption: exempt, now })).toEqual(verdict));

test.each(['open-problem', 'problem-not-closed'] as const)('the message for %s names the type, what to do and where, and who may exempt', (missing) => {
  const said = phraseStop(missing, 'Story');
  for (const words of ['Groundwork panel on this story', 'ask a project admin for an exemption']) expect(said).toMatch(words);
  expect(said).not.toContain('epic');
});
