import { describe, expect, test } from '@jest/globals';
import type { FailureCode } from '../../../src/contract/failures';
import { CallFailure } from '../../../static/call-failure';
import { isRefusal, leftBehind, reason } from '../../../static/parts/failure-words';

const failed = (code: FailureCode, more: { readonly detail?: string; readonly retryAfter?: number } = {}) =>
  new CallFailure({ code, detail: 'You need the permission to link issues here.', trace: 't', ...more });

describe('what a failure says', () => {
  test.each(['forbidden', 'not-found', 'invalid', 'too-large'] as const)('%s: Jira or Groundwork decided, so an act changed nothing', (code) =>
    expect(leftBehind(failed(code))).toBe('Nothing was changed.'),
  );

  test.each(['jira-unavailable', 'quota', 'unexpected'] as const)('%s: nobody knows whether an act was done, and no screen claims to', (code) => {
    expect(leftBehind(failed(code))).toContain('may have been done');
    expect(reason(failed(code))).not.toContain('changed');
  });

  test('a conflict says itself what became of it', () => expect(leftBehind(failed('conflict'))).toBe(''));

  test('a pause names its length', () => {
    expect(reason(failed('quota', { retryAfter: 30 }))).toContain('30 s');
    expect(reason(failed('quota', { retryAfter: 90 }))).toContain('2 min');
  });

  test('hidden and missing look the same', () => {
    expect(reason(failed('not-found', { detail: 'LED-9 is hidden' }))).not.toContain('LED-9');
    expect([isRefusal(failed('not-found')), isRefusal(failed('forbidden')), isRefusal(failed('unexpected')), isRefusal(new Error('odd'))]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('a fault of the page itself is no secret of ours', () => expect(reason(new Error('x is undefined'))).toBe('Something broke on our side.'));
});
