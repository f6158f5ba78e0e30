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
  'Bookkeepers need an AI assistant to find an old expense',
  'Customers want a dashboard with all their invoices',
  'We should build a mobile app for the managers',
  'Add a button that exports the whole year to a file',
  'The finance team would like an integration with the bank',
  'Office managers need to see the state of every invoice',
  'Approvers use the approval queue on Mondays and on Fridays',
  'The new wizard helps account owners to connect the bank',
  'Provide an automatic report for the group office',
  'Accountants ask for a better search page in the ledger',
  'Everyone in the finance team is happy with the exports',
  'Managers want to approve on the phone',
  'A modern dashboard for all controllers and their teams',
])('“%s” names no pain', (sentence) => expect(checkSentence({ ...whole, sentence }).namesPain).toBe(false));

test.each([
  'Bookkeepers need an hour to find an old expense, and often give up',
  'Group reports take a whole night to run',
  'Fuel receipts are read as groceries',
  'The ledger isn’t there when the auditor asks for it',
  'New hires spend two days on the bank connection',
  'Approvers struggle to tell which rule was broken',
])('“%s” names a pain', (sentence) => expect(checkSentence({ ...whole, sentence }).namesPain).toBe(true));

test('a whole sentence in a language that the check does not know is let through', () => {
  const sentence = 'Buchhalter tippen den Steuercode in jeder Zeile neu ein';
  expect(checkSentence({ ...whole, sentence })).toMatchObject({ namesPain: true, solutionWords: [] });
});

test.each([
  { sentence: 'Bookkeepers need an AI assistant to find an old expense', words: ['need an AI assistant'] },
  { sentence: 'The finance team would like a shared integration', words: ['would like a shared integration'] },
  { sentence: 'A smart assistant for approvers', words: ['A smart assistant'] },
  { sentence: 'Users see a blank page after the login', words: [] },
  { sentence: 'Controllers wait for a late report', words: [] },
])('“$sentence” names as a solution: $words', ({ sentence, words }) => expect(checkSentence({ ...whole, sentence }).solutionWords).toEqual(words));

test.each([
  { sentence: 'Add a button for exports', words: ['Add', 'a button'] },
  { sentence: 'Customers need a dashboard', words: ['need a dashboard'] },
])('"$sentence" is a solution in disguise', ({ sentence, words }) => {
  expect(checkSentence({ ...whole, sentence }).solutionWords).toEqual(expect.arrayContaining(words));
});

test('the same check twice gives the same answer', () => {
  const draft = { ...whole, sentence: 'Add a button' };
  expect(checkSentence(draft)).toEqual(checkSentence(draft));
});
