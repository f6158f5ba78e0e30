import type { FailureCode } from '../../src/contract/failures';
import { CallFailure } from '../call-failure';

interface Words {
  /** What stood in the way; true of looking something up and of doing something. */
  readonly why: (failure: CallFailure) => string;
  /** What a failed act left behind. Without an answer nobody knows whether it was done; every act may be done twice. */
  readonly left: string;
}

const detail = (failure: CallFailure): string => failure.message;
const nothing = 'Nothing was changed.';
const unknown = 'It may have been done all the same; trying again does not do it twice.';

const words: Readonly<Record<FailureCode, Words>> = {
  forbidden: { why: detail, left: nothing },
  'not-found': { why: () => 'It doesn’t exist, or you may not see it.', left: nothing },
  invalid: { why: (failure) => `This doesn’t fit: ${failure.message}`, left: nothing },
  // Its detail says itself what became of it: it may be under way, or done by somebody else.
  conflict: { why: detail, left: '' },
  'too-large': { why: detail, left: nothing },
  'jira-unavailable': { why: () => 'Jira didn’t answer in time.', left: unknown },
  quota: { why: ({ retryAfter }) => `Jira asks apps to wait ${retryAfter === undefined ? 'a moment' : minutes(retryAfter)}.`, left: unknown },
  unexpected: { why: () => 'Something broke on our side.', left: unknown },
};

const minutes = (seconds: number): string => (seconds < 60 ? `${String(seconds)} s` : `${String(Math.ceil(seconds / 60))} min`);

/** Why, in a person's words, from the code alone. */
export const reason = (failure: Error): string => (failure instanceof CallFailure ? words[failure.code].why(failure) : words.unexpected.why(broken));

/** What a failed act left behind, as a sentence to follow its reason; empty where the reason says it. */
export const leftBehind = (failure: Error): string => (failure instanceof CallFailure ? words[failure.code].left : words.unexpected.left);

/** Refused, which asking again does not change; missing and hidden look the same. */
export const isRefusal = (failure: Error | null): boolean => failure instanceof CallFailure && (failure.code === 'not-found' || failure.code === 'forbidden');

const broken = new CallFailure({ code: 'unexpected', detail: '', trace: '' });
