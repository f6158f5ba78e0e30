import { speaksFor, type Saying } from '../saying';

/** One to three voices each, most of them a year old: the long tail of every backlog. */
export const onSmallerProblems: readonly Saying[] = [
  ...speaksFor('DISC-40', [
    [4, 'nps', 'Redwood Vets', null, 'Three of the same supplier and I never know which.'],
    [42, 'stars', 'Pinecrest Schools', null, 'Brandt, BRANDT, Brandt Ltd. Good luck.'],
  ]),
  ...speaksFor('DISC-41', [
    [2, 'ticket', 'Eastgate Hotels', null, 'One cent, and 84 payments wait.'],
    [320, 'ticket', 'Kestrel Air', null, 'The run stopped at a cent. Again.'],
    [25, 'ticket', 'Vantage Labs', null, 'We have a person who hunts cents.'],
  ]),
  ...speaksFor('DISC-42', [[262, 'stars', 'Oakfield Homes', null, 'The photo is as white as the receipt.']]),
  ...speaksFor('DISC-43', [
    [93, 'ticket', 'Acme Logistics', null, 'A contract ran out and we billed nothing for two months.'],
    [60, 'stars', 'Brookline Legal', null, 'It just stops. No note, no mail.'],
  ]),
  ...speaksFor('DISC-44', [[112, 'nps', 'Delmar Foods', null, 'I stood at the desk of the hotel and the card was over its limit.']]),
  ...speaksFor('DISC-45', [
    [145, 'nps', 'Corvid Systems', null, 'Comments gone, so I asked the same thing twice.'],
    [140, 'ticket', 'Marlow & Pike', null, 'After the correction my remark was not there any more.'],
  ]),
  ...speaksFor('DISC-46', [
    [93, 'stars', 'Juniper Retail', null, 'At month end I need somebody at seven in the evening.'],
    [140, 'stars', 'Kestrel Air', null, 'Help is asleep when we close.'],
  ]),
  ...speaksFor('DISC-47', [
    [232, 'stars', 'Marlow & Pike', null, 'They moved across the street and we approved them again.'],
    [75, 'nps', 'Borealis Software', null, 'A new street is not a new supplier.'],
  ]),
  ...speaksFor('DISC-48', [
    [22, 'stars', 'Tidewater Haulage', null, 'A day trip wants two dates.'],
    [200, 'ticket', 'Oakfield Homes', null, 'I can’t enter six hours in Utrecht.'],
  ]),
  ...speaksFor('DISC-49', [[329, 'ticket', 'Tidewater Haulage', null, 'I know it was 412.80 and nothing else. The search wants a name.']]),
  ...speaksFor('DISC-50', [
    [161, 'nps', 'Kestrel Air', null, 'We overwrote each other twice this week.'],
    [51, 'nps', 'Harbour Clinics', null, 'My colleague saved and mine was gone.'],
  ]),
  ...speaksFor('DISC-51', [[181, 'csat', 'Vantage Labs', null, 'A client paid the draft and the invoice.']]),
  ...speaksFor('DISC-52', [[74, 'ticket', 'Marlow & Pike', null, 'They all ask me when the money comes, and I don’t know either.']]),
  ...speaksFor('DISC-53', [[238, 'ticket', 'Flint Electrical', null, 'I set the same five filters every morning.']]),
  ...speaksFor('DISC-54', [
    [245, 'stars', 'Flint Electrical', null, 'The upload ends and there is no file.'],
    [199, 'ticket', 'Oakfield Homes', null, 'Photos from a new phone are all too large.'],
  ]),
  ...speaksFor('DISC-55', [
    [28, 'csat', 'Pinecrest Schools', null, 'One click and March was open.'],
    [36, 'nps', 'Silverline Taxis', null, 'Why is “reopen” beside “view”?'],
    [84, 'nps', 'Juniper Retail', null, 'We reopened a quarter without noticing.'],
  ]),
  ...speaksFor('DISC-56', [[313, 'ticket', 'Juniper Retail', null, 'We reorganised in autumn and changed 140 approvers one by one.']]),
  ...speaksFor('DISC-57', [
    [235, 'ticket', 'Redwood Vets', null, 'Every tip comes back to me as private.'],
    [117, 'ticket', 'Tidewater Haulage', null, 'Guests tip, and our drivers pay for it.'],
  ]),
  ...speaksFor('DISC-58', [[58, 'stars', 'Cobalt Plumbing', null, 'Reprinted last year’s invoice and it had our new address.']]),
  ...speaksFor('DISC-59', [
    [212, 'ticket', 'Brookline Legal', null, 'People still book on cost centres we closed a year ago.'],
    [173, 'nps', 'Tidewater Haulage', null, 'Closed means closed, I thought.'],
  ]),
  ...speaksFor('DISC-60', [[137, 'csat', 'Borealis Software', null, 'A colleague who is blind can’t enter her own expenses.']]),
  ...speaksFor('DISC-61', [
    [313, 'csat', 'Silverline Taxis', null, 'We leave two percent on the table every month.'],
    [186, 'csat', 'Oakfield Homes', null, 'Nothing tells me that a discount ends tomorrow.'],
  ]),
  ...speaksFor('DISC-62', [[297, 'csat', 'Ionic Design', null, 'Green and orange look the same to me.']]),
  ...speaksFor('DISC-63', [
    [325, 'csat', 'Silverline Taxis', null, 'Names of passengers have no business in our ledger.'],
    [183, 'nps', 'Alder Furniture', null, 'Our privacy officer did not like the export.'],
  ]),
  ...speaksFor('DISC-64', [[227, 'stars', 'Silverline Taxis', null, 'My diesel is food, says the app.']]),
  ...speaksFor('DISC-65', [
    [283, 'ticket', 'Flint Electrical', null, 'Two of five delivered, and no way to bill two.'],
    [102, 'nps', 'Borealis Software', null, 'We bill in parts on paper.'],
  ]),
  ...speaksFor('DISC-66', [[290, 'ticket', 'Acme Logistics', null, 'The diesel surcharge comes a month after the trip it belongs to.']]),
  ...speaksFor('DISC-67', [
    [259, 'nps', 'Delmar Foods', null, 'I sent the same receipt to three people.'],
    [160, 'nps', 'Oakfield Homes', null, 'Payroll wants it, tax wants it, my boss wants it.'],
    [132, 'csat', 'Westbrook Foods', null, 'Is there one place where they all can look?'],
  ]),
  ...speaksFor('DISC-68', [
    [301, 'csat', 'Oakfield Homes', null, 'Forty flats, one owner, forty envelopes.'],
    [310, 'stars', 'Yarrow Health', null, 'They want one invoice a month, not one a ward.'],
  ]),
  ...speaksFor('DISC-69', [[146, 'nps', 'Umber Pottery', null, '“Net” on the screen is “amt2” in the file.']]),
  ...speaksFor('DISC-70', [
    [117, 'stars', 'Cobalt Plumbing', null, 'The bank returned a cheque because of half a name.'],
    [74, 'stars', 'Pinecrest Schools', null, 'Names end in the middle.'],
  ]),
  ...speaksFor('DISC-71', [
    [27, 'csat', 'Ionic Design', null, 'Ping. Three in the morning. An expense of 4.50.'],
    [13, 'nps', 'Corvid Systems', null, 'I switched them all off, now I miss the right ones.'],
  ]),
  ...speaksFor('DISC-72', [
    [302, 'ticket', 'Westbrook Foods', null, 'We start the group report in the evening and hope.'],
    [14, 'stars', 'Globex', null, 'If it fails at night, we report a day late.'],
  ]),
  ...speaksFor('DISC-73', [
    [295, 'ticket', 'Marlow & Pike', null, 'Our best client got three reminders during a dispute.'],
    [217, 'stars', 'Globex', null, 'No way to hold back one reminder.'],
  ]),
  ...speaksFor('DISC-74', [
    [210, 'csat', 'Dune Energy', null, 'Night shifts have two days and get two allowances.'],
    [161, 'csat', 'Redwood Vets', null, 'Payroll found every night twice.'],
  ]),
  ...speaksFor('DISC-75', [
    [326, 'ticket', 'Harbour Clinics', null, 'Three clinics ordered the same machine.'],
    [229, 'ticket', 'Ionic Design', null, 'We share printers, but not the list of what is ordered.'],
  ]),
  ...speaksFor('DISC-76', [
    [22, 'stars', 'Dune Energy', null, 'Our subsidiaries should not know each other’s prices.'],
    [85, 'csat', 'Redwood Vets', null, 'The list shows suppliers that are not ours.'],
  ]),
  ...speaksFor('DISC-77', [
    [323, 'csat', 'Umber Pottery', null, 'A refund of a pot I sent back made my month look good.'],
    [71, 'ticket', 'Yarrow Health', null, 'Refunds stand under income, every one.'],
  ]),
  ...speaksFor('DISC-78', [[108, 'ticket', 'Fjordline Ferries', null, 'The machine on the quay prints no tax number and I can’t go on.']]),
  ...speaksFor('DISC-79', [
    [325, 'ticket', 'Harbour Clinics', null, 'It went to me, to the chief physician, to me.'],
    [297, 'csat', 'Elm Insurance Brokers', null, 'A week for a printer, and nobody knew who had it.'],
  ]),
  ...speaksFor('DISC-80', [
    [261, 'csat', 'Cobalt Plumbing', null, 'We drove a quarter at the old rate.'],
    [225, 'ticket', 'Vantage Labs', null, 'The rate changed in January, we noticed in April.'],
  ]),
];
