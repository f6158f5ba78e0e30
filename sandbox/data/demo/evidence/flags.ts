import { speaksFor, type Saying } from '../saying';

/** Flags without a reason: nobody shouts, many are in pain. */
export const onFlags: readonly Saying[] = [
  ...speaksFor(
    ['DISC-7', 'DISC-11'],
    [
      [
        445,
        'interview',
        'Harbour Clinics',
        5,
        'It says “policy”. Which policy? I write to the employee, he writes to you, and a week later I approve it anyway.',
      ],
      [
        425,
        'interview',
        'Marlow & Pike',
        5,
        'I have forty in the queue and I know I will have to ask about ten of them. So I start with the others, and the ten get old.',
      ],
    ],
  ),
  ...speaksFor('DISC-7', [
    [480, 'nps', 'Globex', 4, 'Half of my approvals end in a mail because the flag does not say what is wrong.'],
    [464, 'nps', 'Borealis Software', 3, 'An orange triangle is not a reason.'],
    [456, 'nps', 'Oakfield Homes', 2, 'I have stopped reading the flags. Everything is flagged and nothing says why.'],
    [434, 'nps', 'Westbrook Foods', 5, 'Would score higher if it told me what the rule was. I look it up in our handbook each time.'],
    [
      486,
      'ticket',
      'Garnet Insurance',
      'major',
      'Expense 88-2041 was flagged and neither the approver nor we can see why. Is there a log?',
      'Why was this expense flagged?',
    ],
    [471, 'ticket', 'Alder Furniture', 'major', 'Hotel in Lyon is flagged. The amount is under the limit. What does the flag mean?', 'Flag without a reason'],
    [467, 'csat', 'Pinecrest Schools', 2, 'Flags need a sentence. We ask by mail for every second one.'],
    [
      479,
      'ticket',
      'Harbour Clinics',
      'major',
      'Could you send us the list of all reasons for which an expense can be flagged? Our approvers keep asking me.',
      'List of flag reasons',
    ],
  ]),
];
