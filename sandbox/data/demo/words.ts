/** What stands on the issues that the story is about. Customers' own words are in evidence and in support requests only. */
export interface Words {
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly component?: string;
  readonly dueDate?: string;
  readonly comments?: readonly (readonly [day: number, author: string, text: string])[];
}

export const words: Readonly<Record<string, Words>> = {
  'LED-102': {
    description: 'Run exports over 10,000 rows in the background and send a link when the file is ready, so that nobody has to keep a tab open at month end.',
    labels: ['exports'],
    component: 'Exports',
  },
  'LED-103': {
    description: 'As soon as an export has more than 10,000 rows it is queued, and the person sees where it stands instead of a spinner.',
    component: 'Exports',
  },
  'LED-104': { description: 'The mail goes to who started the export. The link works for seven days and for that person only.', component: 'Exports' },
  'LED-109': {
    description: 'Let people export a month in parts and put the parts together for them.\n\nNo longer needed by most once exports run in the background.',
    labels: ['exports'],
    component: 'Exports',
  },
  'LED-87': { description: 'Beside a flag, say in one sentence which rule was broken, by how much, and who made the rule.', component: 'Approvals' },
  'LED-140': {
    description: 'A guide through the bank connection that can be left and taken up again, by two people if need be, and that waits for the code.',
    labels: ['onboarding'],
    component: 'Banking',
  },
  'LED-151': {
    description: 'Who changed what and when, with the values before and after, as a signed file for a chosen time.',
    labels: ['promised-to-globex'],
    component: 'Platform',
    dueDate: '2026-06-30',
    comments: [[447, 'user-lead', 'Sales has named the end of June to Globex. It is on the calendar as a promise; it does not change what the evidence says.']],
  },
  'LED-64': {
    description: 'An own logo at the top of invoices, credit notes and reminders. First version: one logo for each company, PDF only.',
    labels: ['invoice', 'promised-to-acme'],
    component: 'Billing',
    dueDate: '2026-07-15',
    comments: [
      [431, 'user-pm', 'Sales asks for this first. Most of what we have is one customer; two others mention it.'],
      [487, 'user-lead', 'Moved to the top after the call with Acme.'],
    ],
  },
  'LED-160': {
    description:
      'An assistant inside Ledgerly that answers questions: why an expense was flagged, how a new admin connects the bank, which code to use. Approvers should not have to ask, and the assistant can suggest the code.',
    labels: ['ai'],
    comments: [
      [388, 'user-lead', 'Head of sales asks for it as well. No customer has so far.'],
      [484, 'user-lead', 'Moved up for the offsite. Which problem does it solve?'],
    ],
  },
  'LED-12': {
    description: 'A dark theme for all pages. 130 votes in the old forum, which was closed two years ago.',
    comments: [[490, 'user-engineer', 'Moved up: it is the oldest thing we have.']],
  },
  'LED-88': { description: 'The settings page has grown for six years. Write it anew, with the current components.', component: 'Platform' },
  'LED-97': { description: 'The chart library is no longer maintained. The new one draws the same charts.', component: 'Platform' },
  'LED-144': { description: 'Let people put emoji in comments on expenses.' },
  'LED-92': {
    description: 'Sign in with the accounts of the own company.',
    labels: ['promised-to-globex'],
    component: 'Platform',
    dueDate: '2026-04-30',
    comments: [[471, 'user-lead', 'The date we gave has passed. Who tells them?']],
  },
  'LED-139': { description: 'The old provider shuts down on 30 June. Nothing to decide.', component: 'Platform' },
  'LED-155': { description: 'A page on which accountants see all the firms they work for.' },
  'LED-165': { description: 'From July on an invoice must carry three more fields. A law, not an opinion.', component: 'Billing' },
  'LED-133': {
    description: 'One run in six of the billing tests fails for no reason, and the deploy waits for the next one. Find out why and cure it.',
    labels: ['tech-debt'],
    component: 'Billing',
    comments: [[480, 'user-engineer', 'Measured over five weeks: 14 hours for each of the nine of us, every month.']],
  },
  'LED-170': {
    description: 'With 40 lines or more, the old ERP connector drops the last one. Tidewater Haulage reports it every week.',
    labels: ['urgent'],
    component: 'Platform',
  },
  'LED-171': { description: 'The old ERP connector sends the header twice when a batch is repeated.', labels: ['urgent'], component: 'Platform' },
  'LED-31': {
    description: 'A tax code for each supplier, so that lines come with it. Written down three years ago, after a round of reviews.',
    component: 'Billing',
  },
  'LED-76': { description: 'Change account, cost centre or tax code of many lines of an invoice at once.', component: 'Billing' },
  'LED-95': { description: 'When the mail with an invoice comes back, say so on the invoice and to who sent it.', component: 'Billing' },
  'LED-121': { description: 'Match card payments with receipts by amount, day and merchant; tips and foreign currencies included.', component: 'Banking' },
  'LED-58': { description: 'Fill in the allowance of the country and the day, and say where it comes from.', component: 'Travel' },
  'LED-44': { description: 'Book foreign receipts at the rate of the day of purchase.', component: 'Travel' },
  'LED-112': { description: 'Name a deputy for the days one is away.', component: 'Approvals' },
  'LED-129': { description: 'When the session ends, what was typed into a report is gone. Keep it on the device.', component: 'Receipts' },
  'LED-188': { description: 'Find a code in all lines and replace it. Helps with some of the corrections that repeat.', component: 'Billing' },
  'LED-190': { description: 'Read the statements of every card issuer, not only of the four large ones.', component: 'Banking' },
  'LED-148': { description: 'Post in Slack when an expense waits.', component: 'Approvals' },
  'APP-20': { description: 'Approve expenses and reports in the app.', labels: ['mobile'] },
  'DISC-15': { comments: [[449, 'user-pm', 'Four interviews in one week, and all four say no. Narrow it to district managers who travel?']] },
  'DISC-84': { comments: [[470, 'user-pm', 'Reads much like DISC-83.']] },
};
