import { speaksFor, type Saying } from '../saying';

/** The daily work of those who book, match and bill. */
export const onBookkeeping: readonly Saying[] = [
  ...speaksFor(
    ['DISC-24', 'DISC-23'],
    [
      [440, 'interview', 'Brookline Legal', 4, 'One supplier puts the wrong cost centre on all 60 lines, and I correct 60 lines. Every month, the same 60.'],
      [
        428,
        'ticket',
        'Borealis Software',
        'critical',
        'The hosting invoice arrives with the wrong tax account on 45 lines. Can the correction be remembered?',
        'Same correction every month',
      ],
    ],
  ),
  ...speaksFor('DISC-24', [
    [
      480,
      'ticket',
      'Alder Furniture',
      'critical',
      'Is there a way to change the cost centre on all lines of an invoice at once? We have one with 112.',
      'Change the cost centre of many lines',
    ],
    [
      467,
      'ticket',
      'Granite Works',
      'critical',
      'We have to open each line to change its account. 80 lines, 80 times the same three clicks.',
      'Bulk edit of invoice lines',
    ],
    [459, 'nps', 'Fjordline Ferries', 4, 'Lines, lines, lines. Let me fix a mistake once.'],
    [
      474,
      'ticket',
      'Dune Energy',
      'major',
      'The import puts all lines on account 4000. Correcting them one by one took an afternoon.',
      'Wrong account on imported lines',
    ],
    [445, 'csat', 'Elm Insurance Brokers', 2, 'Support is kind but the answer is always “one line at a time”.'],
  ]),
  ...speaksFor(
    ['DISC-5', 'DISC-25'],
    [[417, 'interview', 'Eastgate Hotels', 4, 'I print the card statement and tick off the receipts with a pencil. Then I do the same on the screen.']],
  ),
  ...speaksFor('DISC-5', [
    [483, 'ticket', 'Delmar Foods', 'major', 'Of 210 card payments in May, 38 were matched. The rest I do by hand.', 'Card payments not matched'],
    [
      471,
      'ticket',
      'Juniper Retail',
      'critical',
      'A payment with a tip is never matched to its receipt. We are restaurants’ best friends, so that is most of them.',
      'Matching ignores the amount with tip',
    ],
    [
      455,
      'ticket',
      'Pinecrest Schools',
      'critical',
      'Deposits and final payments on one receipt can’t be matched at all. We keep a list beside it.',
      'Two payments, one receipt',
    ],
    [448, 'nps', 'Marlow & Pike', 3, 'Card matching costs me every Friday afternoon.'],
    [462, 'stars', 'Ionic Design', 1, 'Says it matches cards. It matches coffee.'],
    [
      432,
      'ticket',
      'Oakfield Homes',
      'critical',
      'Nothing in another currency is ever matched. We match those by hand, line by line.',
      'Card payments in foreign currency',
    ],
    [443, 'csat', 'Brookline Legal', 2, 'Friendly, quick. But the matching still is handiwork.'],
  ]),
  ...speaksFor('DISC-28', [
    [-140, 'ticket', 'Alder Furniture', 'critical', 'Typing the tax code on every single line is a bad joke. Sixty lines, one code.'],
    [-162, 'stars', 'Brookline Legal', 2, 'Tax code on every line. Every. Line.'],
    [-184, 'ticket', 'Flint Electrical', 'critical', 'Our invoices have one tax rate. Why do I choose it forty times?'],
    [-206, 'stars', 'Lumen Optics', 2, 'VAT code typed on 60 lines. Two stars for patience.'],
    [-228, 'ticket', 'Redwood Vets', 'critical', 'Medicines have one code, services another. I re-type them all day.'],
    [-250, 'stars', 'Cobalt Plumbing', 2, 'Works, but you will know your tax codes by heart.'],
  ]),
  ...speaksFor(
    ['DISC-17', 'DISC-29'],
    [
      [
        476,
        'ticket',
        'Westbrook Foods',
        'critical',
        'An invoice of 14 April went to a mailbox that does not exist any more. We learned it in May, when we called about the money.',
        'Invoice bounced, nobody told us',
      ],
      [
        430,
        'ticket',
        'Lumen Optics',
        'critical',
        'Our client moved to another domain. Our invoices went nowhere for six weeks and we were the last to know.',
        'Invoice lost for six weeks',
      ],
    ],
  ),
  ...speaksFor('DISC-17', [
    [463, 'ticket', 'Kestrel Air', 'major', 'The client’s server returned our invoice. In Ledgerly it says “sent”.', 'Mail returned by the client’s server'],
    [452, 'nps', 'Zephyr Tours', 5, '“Sent” should mean that it arrived.'],
    [438, 'stars', 'Redwood Vets', 2, 'Two invoices vanished. They had bounced and the app kept quiet about it.'],
  ]),
  ...speaksFor('DISC-39', [
    [
      455,
      'ticket',
      'Granite Works',
      'major',
      'The budget owner sees the overspend when the month is closed. Can it be shown earlier?',
      'Budget shown a month late',
    ],
    [446, 'ticket', 'Elm Insurance Brokers', 'major', 'Is there a report that warns before a budget is used up, not after?', 'Report on budgets'],
  ]),
];
