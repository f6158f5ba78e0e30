import { speaksFor, type Saying } from '../saying';

/** The history for auditors: few customers, and the large ones. */
export const onAudit: readonly Saying[] = [
  ...speaksFor('DISC-22', [
    [430, 'interview', 'Globex', 5, 'Last audit I sat two days taking screenshots of the history, 340 of them, and numbered them by hand.'],
    [390, 'winloss', 'Garnet Insurance', 'decisive', 'Security asked how changes are proven. Our answer was a folder of screenshots, theirs was no.'],
    [412, 'interview', 'Yarrow Health', 4, 'The auditor wants who, when, before and after. I can show it on the screen. I can’t give it to him.'],
    [468, 'sales', 'Globex', 'decisive', 'Renewal hangs on a history file for the auditors; we said we would look into it for June.'],
    [
      440,
      'ticket',
      'Garnet Insurance',
      'critical',
      'Our auditor asks for all changes to supplier bank details in 2025. We can see them one by one. How do we get them out?',
      'History of changes for the auditor',
    ],
  ]),
];
