import { expect, test } from '@jest/globals';
import { checkSentence } from '../../src/domain/statements';

const whole = {
  sentence: "Finance analysts can't export a full year, so they close the month by hand",
  stakeholder: 'Finance analyst',
  job: 'Close the month',
};

test('a sentence with who, what for and what hinders is whole', () => {
  expect(checkSentence(whole)).toEqual({ namesStakeholder: true, namesJob: true, namesPain: true, solutionWords: [] });
});

test.each([
  { name: 'without a stakeholder', draft: { ...whole, stakeholder: ' ' }, missing: 'namesStakeholder' },
  { name: 'without a job', draft: { ...whole, job: '' }, missing: 'namesJob' },
  { name: 'without a pain', draft: { ...whole, sentence: 'CSV export' }, missing: 'namesPain' },
] as const)('$name it is not', ({ draft, missing }) => expect(checkSentence(draft)[missing]).toBe(false));

test.each([
  { sentence: 'Add a button for exports', words: ['add', 'a button'] },
  { sentence: 'Customers need a dashboard', words: ['need a dashboard'] },
])('"$sentence" is a solution in disguise', ({ sentence, words }) => {
  expect(checkSentence({ ...whole, sentence }).solutionWords).toEqual(expect.arrayContaining(words));
});

test('the same check twice gives the same answer', () => {
  const draft = { ...whole, sentence: 'Add a button' };
  expect(checkSentence(draft)).toEqual(checkSentence(draft));
});
