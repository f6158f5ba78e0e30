import { speaksFor, type Saying } from '../saying';

/** On the way: allowances, drafts, rates, receipts and groups. */
export const onTravelling: readonly Saying[] = [
  ...speaksFor(
    ['DISC-26', 'DISC-27'],
    [
      [400, 'interview', 'Fjordline Ferries', 4, 'Before a trip I ask three people what Denmark gives a day, and I get three numbers.'],
      [
        461,
        'ticket',
        'Zephyr Tours',
        'critical',
        'Our guide claimed the allowance of last year and payroll rejected the report. Where does Ledgerly show the right one?',
        'Allowance for Norway rejected',
      ],
    ],
  ),
  ...speaksFor('DISC-26', [
    [
      456,
      'ticket',
      'Kestrel Air',
      'major',
      'Crews enter the per diem by hand and get it wrong in both directions. We correct about fifty a month.',
      'Crew per diems',
    ],
    [424, 'csat', 'Elm Insurance Brokers', 2, 'Travel reports come back twice because of the daily allowance.'],
    [419, 'nps', 'Yarrow Health', 6, 'Fine app. The allowances I take from a web page and hope.'],
  ]),
  ...speaksFor('DISC-31', [
    [
      442,
      'ticket',
      'Alder Furniture',
      'critical',
      'I had entered 22 lines, went for lunch, and had to sign in again. The draft was empty.',
      'Draft gone after lunch',
    ],
    [434, 'stars', 'Cobalt Plumbing', 2, 'Lost half an hour of typing when it signed me out.'],
    [408, 'nps', 'Granite Works', 5, 'Never leave a half-written report open. It won’t be there.'],
    [429, 'ticket', 'Flint Electrical', 'major', 'Signed out in the middle of a report. Is there any way to get it back?', 'Report lost at sign-out'],
  ]),
  ...speaksFor('DISC-14', [
    [
      405,
      'ticket',
      'Dune Energy',
      'major',
      'A receipt of 3 March was booked at the rate of the day we entered it. The difference is 212 on one report.',
      'Wrong exchange rate',
    ],
    [360, 'interview', 'Zephyr Tours', 4, 'The card company uses the day of purchase, you use the day of entry. My accountant sends it back each time.'],
    [380, 'nps', 'Kestrel Air', 6, 'The exchange rate is never the one on my card.'],
  ]),
  ...speaksFor('DISC-35', [
    [
      480,
      'ticket',
      'Harbour Clinics',
      'critical',
      'Photos of Portuguese receipts come out in dollars, with the tax number as the amount.',
      'Portuguese receipts read as dollars',
    ],
    [
      471,
      'ticket',
      'Dune Energy',
      'critical',
      'Nothing on an Arabic receipt is read, not even the date. Our site staff have nothing else.',
      'Arabic receipts not read',
    ],
    [462, 'ticket', 'Juniper Retail', 'critical', 'Day and month are swapped on every Polish receipt.', 'Polish receipts: wrong dates'],
    [
      453,
      'ticket',
      'Fjordline Ferries',
      'critical',
      '“Sum” and “herav mva” are both taken as totals. Every receipt from our ships is wrong.',
      'Norwegian receipts',
    ],
    [444, 'ticket', 'Cobalt Plumbing', 'critical', 'The receipt is in Turkish and everything had to be typed. Is that expected?', 'Receipt in Turkish'],
  ]),
  ...speaksFor('DISC-37', [
    [450, 'interview', 'Kestrel Air', 4, 'Nine people, one van, four cost centres. It lands on mine and I sort it out in a spreadsheet.'],
    [
      441,
      'interview',
      'Zephyr Tours',
      4,
      'A group trip has one invoice and thirty budgets. We split it by hand after the season, when nobody remembers who came.',
    ],
    [432, 'interview', 'Eastgate Hotels', 4, 'Our training weeks are one hotel invoice for six properties, and it can only go to one.'],
  ]),
];
