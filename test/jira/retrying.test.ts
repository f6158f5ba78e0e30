import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterFailure, generousBudget, type FailedTry } from '../../src/jira/retrying';

const failed = ({ headers = {}, ...rest }: Partial<FailedTry> & { readonly headers?: Readonly<Record<string, string>> }): FailedTry => ({
  status: 429,
  header: (name) => headers[name],
  isRepeatable: true,
  tried: 1,
  elapsed: 0,
  budget: generousBudget,
  dice: 0.5,
  ...rest,
});

describe('after a 429', () => {
  test.each(['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-cost-based', 'something-new'])(
    'reason %s ends the act: the hour is spent',
    (reason) => {
      expect(afterFailure(failed({ headers: { 'ratelimit-reason': reason, 'retry-after': '900' } }))).toEqual({
        kind: 'give-up',
        code: 'quota',
        retryAfter: 900,
      });
    },
  );

  test.each(['jira-burst-based', 'jira-per-issue-on-write'])('reason %s passes: even a write is tried again, for it was not carried out', (reason) => {
    const next = afterFailure(failed({ isRepeatable: false, headers: { 'ratelimit-reason': reason, 'retry-after': '1' } }));
    expect(next.kind).toBe('wait');
  });

  test("a gateway's own 429 says nothing and is tried again", () => {
    expect(afterFailure(failed({})).kind).toBe('wait');
  });

  test('four tries are the most', () => {
    expect(afterFailure(failed({ tried: 4, headers: { 'ratelimit-reason': 'jira-burst-based' } })).kind).toBe('give-up');
  });

  test('nobody waits beyond the budget', () => {
    expect(afterFailure(failed({ elapsed: 7_900, headers: { 'ratelimit-reason': 'jira-burst-based', 'retry-after': '5' } })).kind).toBe('give-up');
  });

  test('the wait is never shorter than Jira asked for', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.double({ min: 0, max: 1, noNaN: true }), (asked, tried, dice) => {
        const next = afterFailure(
          failed({ tried, dice, budget: { inMs: 60_000, tries: 4 }, headers: { 'ratelimit-reason': 'jira-burst-based', 'retry-after': String(asked) } }),
        );
        expect(next.kind === 'wait' && next.waitInMs >= asked * 1000).toBe(true);
      }),
    ));
});

describe('after a 5xx or a broken connection', () => {
  test.each([{ status: 503 }, { status: undefined }])('status $status: a read is asked once more', ({ status }) => {
    expect(afterFailure(failed({ status })).kind).toBe('wait');
    expect(afterFailure(failed({ status, tried: 2 }))).toMatchObject({ kind: 'give-up', code: 'jira-unavailable' });
  });

  test.each([{ status: 503 }, { status: undefined }])('status $status: a write that would double is never repeated blindly', ({ status }) => {
    expect(afterFailure(failed({ status, isRepeatable: false }))).toMatchObject({ kind: 'give-up', code: 'jira-unavailable' });
  });
});
