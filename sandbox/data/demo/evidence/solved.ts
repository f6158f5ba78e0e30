import { speaksFor, type Saying } from '../saying';

/** Two problems that were solved in the year: complaints before, and hardly any after. */
export const onSolvedProblems: readonly Saying[] = [
  ...speaksFor('DISC-1', [
    [102, 'stars', 'Larkspur Events', 2, 'Receipts from the evening are black squares to it.'],
    [139, 'ticket', 'Nimbus Couriers', 'major', 'Night drivers’ receipts are never read.'],
    [171, 'nps', 'Saffron Catering', 5, 'We buy at five in the morning. Nothing is read at five in the morning.'],
    [226, 'csat', 'Tern Charters', 2, 'Below deck it reads nothing at all.'],
    [268, 'stars', 'Mossberg Cycles', 3, 'Needs a lamp.'],
    [309, 'ticket', 'Silverline Taxis', 'major', 'Our drivers work at night and type every receipt.', 'Receipts at night'],
    [459, 'stars', 'Larkspur Events', 4, 'Much better in the dark. Neon light still confuses it.'],
  ]),
  ...speaksFor('DISC-4', [
    [113, 'nps', 'Stonebridge Care', 4, '212 mails last week. I have a rule that deletes them.'],
    [166, 'csat', 'Osprey Freight', 2, 'One mail a day, please, not one an expense.'],
    [219, 'nps', 'Halden Foods', 5, 'The mails bury the two that matter.'],
    [259, 'stars', 'Meridian Parts', 3, 'It mails like a nervous aunt.'],
    [317, 'ticket', 'Orchard Housing', 'minor', 'Can the mails for approvers be put together?', 'Too many mails'],
    [476, 'nps', 'Stonebridge Care', 7, 'One mail in the morning is right. Now and then there are two.'],
  ]),
];
