import { expect, test } from '@jest/globals';
import type { FaultView } from '../../../src/contract/health';
import type { WorkStepView } from '../../../src/contract/work';
import { leftOf } from '../../../static/pages/project/health/left-of';

const fault = (id: string): FaultView => ({ id, rule: 'duplicate', sentence: '', subjects: [], repairs: [], isOneClick: true });
const step = (subject: string, outcome: 'done' | 'failed'): [string, WorkStepView] => [subject, { subject, outcome: { outcome, why: null }, undo: null }];

test('what was just mended is counted no more, what could not be mended is', () => {
  const group = { total: 4, oneClick: 3, faults: [fault('a'), fault('b'), fault('c')] };
  expect(leftOf(group, { outcomes: new Map([step('a', 'done'), step('b', 'failed')]) })).toEqual({ total: 3, oneClick: 2 });
});
