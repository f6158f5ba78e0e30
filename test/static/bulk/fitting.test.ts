import { expect, test } from '@jest/globals';
import { issueId, statementId, type StatementId } from '../../../src/domain/ids';
import type { StatementKind } from '../../../src/domain/statements';
import { fittingOf } from '../../../static/pages/bulk/fitting';

function statement(text: string, kind: StatementKind): { readonly id: StatementId; readonly kind: StatementKind } {
  const id = issueId(text);
  if (id === undefined) throw new Error(`${text} is no id.`);
  return { id: statementId(id), kind };
}
const insight = statement('1', 'insight');
const problem = statement('2', 'problem');
const opportunity = statement('3', 'opportunity');
const issues = ['1', '2', '3', '7'].map((id) => ({ id, key: `SUP-${id}`, summary: '' }));
const fitting = (picked: typeof problem | undefined): readonly string[] => fittingOf(issues, [insight, problem, opportunity], picked).fits.map(({ id }) => id);

test('statements that are evidence for nothing are left out before anything is tagged', () => {
  expect(fitting(undefined)).toEqual(['1', '7']);
  expect(fitting(problem)).toEqual(['1', '7']);
  expect(fittingOf(issues, [problem], undefined).leftOut.map(({ key }) => key)).toEqual(['SUP-2']);
});

test('an insight is left out where it does not speak: for an opportunity, and for itself', () => {
  expect(fitting(opportunity)).toEqual(['7']);
  expect(fitting(insight)).toEqual(['7']);
});
