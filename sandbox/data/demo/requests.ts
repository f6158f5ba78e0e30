/** Support requests that nobody has tagged yet: day, customer, priority, subject, text, state. */
type Row = readonly [
  day: number,
  customer: string,
  priority: 'Highest' | 'High' | 'Medium' | 'Low',
  subject: string,
  text: string,
  state: 'waiting' | 'answering' | 'resolved',
];

export const untagged: readonly Row[] = [
  [
    500,
    'Acme Logistics',
    'Highest',
    'URGENT: invoice sent with the Ledgerly logo again',
    'Invoice 20931 to the port authority shows the Ledgerly logo. Customer asks for a call today.',
    'answering',
  ],
  [499, 'Tidewater Haulage', 'Highest', 'Connector again', 'The connector dropped the last line of a 40-line invoice again.', 'waiting'],
  [499, 'Kestrel Air', 'Medium', 'Group trip for nine', 'Group trip for nine, and only one cost centre to choose.', 'waiting'],
  [498, 'Lumen Optics', 'Low', 'VAT code typed on 60 lines', 'I typed the VAT code on 60 lines today. Is there no other way?', 'waiting'],
  [
    498,
    'Eastgate Hotels',
    'High',
    'Export for the group office',
    'The export for the group office has stopped at “preparing file”. We will try again tonight.',
    'answering',
  ],
  [497, 'Redwood Vets', 'Medium', 'Code from the bank', 'The bank link asks for a code we never get.', 'waiting'],
  [497, 'Norwell Schools', 'Medium', 'Receipts in Welsh', 'Receipts from our Welsh schools come out with the wrong date.', 'waiting'],
  [496, 'Petrel Marine', 'Medium', 'Crew list as an attachment', 'Can a crew list be attached to a group expense?', 'waiting'],
  [495, 'Pinecrest Schools', 'Low', 'Where is the handbook?', 'Where do we find the handbook for approvers?', 'resolved'],
  [494, 'Ionic Design', 'Low', 'Change our address', 'We have moved. Please change the address on your invoice to us.', 'resolved'],
  [492, 'Westbrook Foods', 'Medium', 'One more seat', 'We would like to add one more accountant.', 'resolved'],
  [488, 'Silverline Taxis', 'Medium', 'Charged twice', 'Our card was charged twice for May.', 'resolved'],
];
