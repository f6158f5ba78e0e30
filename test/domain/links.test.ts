import { describe, expect, test } from '@jest/globals';
import { issueId, type IssueId } from '../../src/domain/ids';
import { linkKindNames, linkKinds, type LinkEnd, type LinkKind } from '../../src/domain/link-kinds';
import { decideLink, linkKey, phraseRefusal, type LinkedIssue } from '../../src/domain/links';

const id = (text: string): IssueId => {
  const parsed = issueId(text);
  if (!parsed) throw new Error(`${text} is no issue id`);
  return parsed;
};
const from = (...ends: LinkEnd[]): LinkedIssue => ({ id: id('10001'), key: 'LED-1', ends });
const to = (...ends: LinkEnd[]): LinkedIssue => ({ id: id('10002'), key: 'DISC-2', ends });
const every: readonly LinkEnd[] = ['insight', 'problem', 'opportunity', 'item', 'ticket'];

// The whole table, once more and by hand: a kind whose ends change must change here, too.
const allowed: Readonly<Record<LinkKind, readonly string[]>> = {
  evidences: ['insight>insight', 'insight>problem', 'ticket>insight', 'ticket>problem', 'ticket>opportunity'],
  refutes: ['insight>insight', 'insight>problem', 'ticket>insight', 'ticket>problem', 'ticket>opportunity'],
  opens: ['problem>opportunity', 'opportunity>opportunity'],
  solves: ['item>problem'],
  realises: ['item>opportunity'],
  partOf: ['problem>problem'],
};

describe.each(linkKindNames())('%s', (kind) => {
  test.each(every.flatMap((a) => every.map((b) => ({ a, b }))))('from $a to $b', ({ a, b }) => {
    const decision = decideLink(kind, from(a), to(b), []);
    expect(decision.kind).toBe(allowed[kind].includes(`${a}>${b}`) ? 'add' : 'refused');
  });

  test('reads both ways in words of its own', () => {
    const { phrase, inverse } = linkKinds[kind];
    expect(phrase).not.toBe(inverse);
  });
});

test('an issue that may be an item and a ticket fits as either', () => {
  expect(decideLink('solves', from('item', 'ticket'), to('problem'), []).kind).toBe('add');
  expect(decideLink('evidences', from('item', 'ticket'), to('problem'), []).kind).toBe('add');
});

test('a link that is there is not drawn twice', () => {
  const link = { kind: 'solves', from: id('10001'), to: id('10002') } as const;
  expect(decideLink('solves', from('item'), to('problem'), [link])).toEqual({ kind: 'exists', link });
  expect(decideLink('solves', from('item'), to('problem'), [{ ...link, kind: 'realises' }]).kind).toBe('add');
});

test.each([
  { name: 'an unknown kind', decision: decideLink('constructor', from('item'), to('problem'), []), says: '“constructor” is no kind of link.' },
  { name: 'a link to itself', decision: decideLink('partOf', from('problem'), from('problem'), []), says: 'LED-1 can’t be linked to itself.' },
  { name: 'a wrong first end', decision: decideLink('solves', from('problem'), to('problem'), []), says: 'LED-1 is no item: this link needs one there.' },
  { name: 'a wrong second end', decision: decideLink('solves', from('item'), to('insight'), []), says: 'DISC-2 is no problem: this link needs one there.' },
])('$name is refused with the reason', ({ decision, says }) => {
  expect(decision.kind === 'refused' && phraseRefusal(decision.why)).toBe(says);
});

test('the key of a link tells its ends and its kind apart', () => {
  expect(linkKey({ kind: 'solves', from: id('1'), to: id('23') })).not.toBe(linkKey({ kind: 'solves', from: id('12'), to: id('3') }));
});
