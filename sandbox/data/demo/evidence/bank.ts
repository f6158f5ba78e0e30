import { measured, speaksFor, type Saying } from '../saying';

/** The bank connection: the first week that takes a month. */
export const onBank: readonly Saying[] = [
  ...speaksFor('DISC-19', [
    [442, 'winloss', 'Corvid Systems', 'decisive', 'We never got past the bank. Three calls, two codes that had run out, then we signed with the other one.'],
    [
      436,
      'interview',
      'Zephyr Tours',
      5,
      'First week: invite people, photograph receipts, all fine. Then “connect your bank” and we were stuck until the second month.',
    ],
    [
      487,
      'ticket',
      'Cobalt Plumbing',
      'critical',
      'After the bank’s page I am sent back to step one. I have done this five times now.',
      'Bank connection ends in a loop',
    ],
    [
      465,
      'ticket',
      'Marlow & Pike',
      'critical',
      'Step three asks for an account type with nine choices and none is what our bank calls it. We have left it there.',
      'Which account type do I choose?',
    ],
    [458, 'csat', 'Silverline Taxis', 1, 'A week for one bank account. I almost sent it back.'],
    [
      450,
      'ticket',
      'Vantage Labs',
      'critical',
      'The first account took two days and the second says “already linked” though it is not.',
      'Second bank account will not connect',
    ],
    [484, 'csat', 'Ionic Design', 2, 'Set-up was fine until the bank, there I needed my nephew.'],
    [
      459,
      'ticket',
      'Flint Electrical',
      'critical',
      'It took us days to connect and now it says we must start again. Nobody here has the patience.',
      'Bank connection lost after a week',
    ],
  ]),
  ...speaksFor(
    ['DISC-19', 'DISC-22'],
    [[404, 'winloss', 'Harbour Clinics', 'decisive', 'Setting up the bank took weeks, and our auditor wanted the history in a file.']],
  ),
  ...speaksFor(
    ['DISC-19', 'DISC-16'],
    [
      [
        455,
        'interview',
        'Juniper Retail',
        4,
        'I bought it, but the treasurer has the bank token, and she got a link that had run out by the time she opened it.',
      ],
      [
        477,
        'ticket',
        'Juniper Retail',
        'critical',
        'Our treasurer is no admin in Ledgerly and the bank talks only to her. So nobody can finish the set-up.',
        'Treasurer cannot finish set-up',
      ],
    ],
  ),
  ...speaksFor(
    ['DISC-19', 'DISC-13'],
    [
      [
        481,
        'ticket',
        'Flint Electrical',
        'blocker',
        'The code from the bank arrives after your page has timed out. Every time. We cannot pay anyone from Ledgerly.',
        'Cannot connect the bank at all',
      ],
      [
        472,
        'ticket',
        'Redwood Vets',
        'critical',
        'Bank link asks for a code we never get. The bank says they sent it to the number of our former bookkeeper.',
        'Code from the bank never accepted',
      ],
    ],
  ),
  measured('DISC-19', 490, 'usage', 0.34, 27, '34 % leave at the bank step'),
];
