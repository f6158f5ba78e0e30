import type { StatementKind } from '../../../src/domain/statements';

export interface Statement {
  readonly number: number;
  readonly kind: StatementKind;
  readonly sentence: string;
  readonly stakeholder: string | undefined;
  readonly job: string | undefined;
  readonly state: 'Open' | 'In discovery' | 'Closed';
  readonly isRestricted: boolean;
}

type Row = readonly [number: number, kind: StatementKind, sentence: string, stakeholder?: string, job?: string];

/** Number in DISC, kind, sentence; of a problem also who is hindered, in which job. */
const rows: readonly Row[] = [
  [1, 'problem', 'Receipts photographed at night can’t be read', 'Employee', 'claim a trip without keeping paper'],
  [2, 'problem', 'A hundred invoices have to be sent one by one', 'Receivables clerk', 'be paid once and on time'],
  [3, 'problem', 'Invoices can’t carry a customer’s own logo', 'Office manager', 'send invoices that look like ours'],
  [4, 'problem', 'Approvers get a mail for every single expense', 'Approver', 'clear the queue without asking'],
  [5, 'problem', 'Card payments have to be matched by hand', 'Bookkeeper', 'finish the week on Friday'],
  [6, 'problem', 'Passwords expire in the middle of the close', 'Finance controller', 'close the books in two days'],
  [7, 'problem', 'Approvers can’t tell why an expense was flagged, so they ask by mail', 'Approver', 'clear the queue without asking'],
  [8, 'insight', 'Controllers split the month by hand to get around limits'],
  [9, 'problem', 'Deploys are held back because the billing tests fail at random', 'Engineer', 'ship on the day it is done'],
  [10, 'insight', 'Everybody in finance exports on the same two evenings'],
  [11, 'insight', 'An approver who had to ask twice stops trusting the flag'],
  [12, 'problem', 'Month-end close stalls because exports over 10,000 rows time out', 'Finance controller', 'close the books in two days'],
  [13, 'insight', 'Bank codes arrive after the page has timed out'],
  [14, 'problem', 'Foreign receipts are booked at the wrong rate', 'Traveller', 'hand in a trip on the way home'],
  [15, 'problem', 'Managers want to approve on the phone', 'Manager', 'approve on the way'],
  [16, 'insight', 'Who connects the bank is not who bought Ledgerly'],
  [17, 'problem', 'Invoices bounce and nobody notices for weeks', 'Receivables clerk', 'be paid once and on time'],
  [18, 'insight', 'Small firms judge an invoice by its letterhead'],
  [19, 'problem', 'New admins give up on the bank connection before it is finished', 'Account owner', 'be live in the first week'],
  [20, 'insight', 'Auditors ask for the history before they ask for receipts'],
  [22, 'problem', 'Auditors must be given screenshots, since history can’t be exported', 'Auditor', 'prove who changed what'],
  [23, 'insight', 'Corrections repeat because the supplier repeats the mistake'],
  [24, 'problem', 'Accountants repeat the same correction on every line', 'Accountant', 'keep reports free of corrections'],
  [25, 'insight', 'Bookkeepers match card payments on paper first'],
  [26, 'problem', 'Travellers guess the daily allowance and get it wrong', 'Traveller', 'hand in a trip on the way home'],
  [27, 'insight', 'Nobody knows the allowance of a country before the trip'],
  [28, 'problem', 'Tax codes are re-typed for every line', 'Bookkeeper', 'enter an invoice in under a minute'],
  [29, 'insight', 'A bounced invoice is found when somebody calls about the money'],
  [30, 'problem', 'The old ERP connector damages lines', 'Account owner', 'keep both systems the same'],
  [31, 'problem', 'Half-written expenses are lost when the session times out', 'Employee', 'do my own expenses'],
  [32, 'problem', 'The same invoice arrives twice and both are paid', 'Accounts payable clerk', 'pay every supplier once'],
  [33, 'problem', 'Queues stand still while an approver is away', 'Approver', 'clear the queue without asking'],
  [34, 'problem', 'Clients of small firms pay late because paying takes too many steps', 'Owner of a small firm', 'be paid once and on time'],
  [35, 'problem', 'Receipts in another language are read wrong', 'Employee', 'claim a trip without keeping paper'],
  [36, 'insight', 'Late payers wait for their own pay run, not for a way to pay'],
  [37, 'problem', 'Group trips can’t be split between cost centres', 'Traveller', 'hand in a trip on the way home'],
  [38, 'problem', 'Rejected invoices return without a reason', 'Accounts payable clerk', 'pay on the day it is due'],
  [39, 'problem', 'Budget owners see overspend a month late', 'Budget owner', 'stay within the budget'],
  [40, 'problem', 'Supplier names are entered three times in three spellings', 'Accounts payable clerk', 'keep one record for a supplier'],
  [41, 'problem', 'Rounding differences of a cent stop a payment run', 'Accounts payable clerk', 'pay on the day it is due'],
  [42, 'problem', 'Receipts on thermal paper fade before they are photographed', 'Employee', 'claim a trip without keeping paper'],
  [43, 'problem', 'Nobody notices that a recurring invoice has ended', 'Receivables clerk', 'bill every month what was agreed'],
  [44, 'problem', 'Card limits are found out too late, at the till', 'Employee', 'pay for a trip without asking'],
  [45, 'problem', 'Comments on an expense are lost when it is resubmitted', 'Approver', 'clear the queue without asking'],
  [46, 'problem', 'Opening hours of support end before the close does', 'Finance controller', 'close the books in two days'],
  [47, 'problem', 'Vendors have to be approved again after every change of address', 'Buyer', 'order from people we know'],
  [48, 'problem', 'Trips of less than a day are entered as two', 'Traveller', 'hand in a trip on the way home'],
  [49, 'problem', 'The search does not find amounts', 'Bookkeeper', 'find an old expense'],
  [50, 'problem', 'Two people work on the same report and one of them loses', 'Bookkeeper', 'finish the week on Friday'],
  [51, 'problem', 'Clients pay a draft that was sent by mistake', 'Receivables clerk', 'be paid once and on time'],
  [52, 'problem', 'Employees do not see when they will be paid back', 'Employee', 'get my money back this month'],
  [53, 'problem', 'Filters are gone after every visit', 'Accountant', 'go on where I stopped'],
  [54, 'problem', 'Attachments over 5 MB are refused without a word', 'Employee', 'claim a trip without keeping paper'],
  [55, 'problem', 'Months can be reopened by accident', 'Finance controller', 'keep a closed month closed'],
  [56, 'problem', 'Approval chains can’t follow a reorganisation', 'Account owner', 'keep the right people in charge'],
  [57, 'problem', 'Tips are booked as private spending', 'Traveller', 'hand in a trip on the way home'],
  [58, 'problem', 'Old invoices can’t be printed with their old address', 'Bookkeeper', 'answer a client’s question about last year'],
  [59, 'problem', 'Cost centres that were closed can still be booked on', 'Accountant', 'keep reports free of corrections'],
  [60, 'problem', 'Reports can’t be read aloud to people who don’t see them', 'Employee', 'do my own expenses'],
  [61, 'problem', 'Discounts for early payment are forgotten', 'Accounts payable clerk', 'take the discounts we are offered'],
  [62, 'problem', 'The colours of the states can’t be told apart', 'Approver', 'clear the queue without asking'],
  [63, 'problem', 'Passengers’ names can’t be kept out of the ledger', 'Account owner', 'keep personal data where it belongs'],
  [64, 'problem', 'Fuel receipts are read as groceries', 'Traveller', 'hand in a trip on the way home'],
  [65, 'problem', 'Partial deliveries can’t be billed in parts', 'Receivables clerk', 'bill every month what was agreed'],
  [66, 'problem', 'Freight surcharges are billed a month late', 'Receivables clerk', 'bill every month what was agreed'],
  [67, 'problem', 'Copies of receipts are asked for again by every department', 'Employee', 'claim a trip without keeping paper'],
  [68, 'problem', 'Buildings of one owner can’t be billed together', 'Receivables clerk', 'bill every month what was agreed'],
  [69, 'problem', 'Exports name columns differently from the screen', 'Accountant', 'take numbers to another tool'],
  [70, 'problem', 'Long supplier names are cut off on cheques', 'Accounts payable clerk', 'pay on the day it is due'],
  [71, 'problem', 'Notifications arrive in the middle of the night', 'Approver', 'clear the queue without asking'],
  [72, 'problem', 'Group reports take a night to run', 'Finance controller', 'report to the group on day three'],
  [73, 'problem', 'Dunning can’t be stopped for one client', 'Receivables clerk', 'keep good clients'],
  [74, 'problem', 'Shifts that cross midnight are paid twice', 'Site manager', 'pay people for the hours they worked'],
  [75, 'problem', 'Clinics can’t see what others have ordered', 'Buyer', 'order together'],
  [76, 'problem', 'Subsidiaries can’t be kept from seeing each other’s suppliers', 'Account owner', 'keep subsidiaries apart'],
  [77, 'problem', 'Refunds can’t be told from income and are booked as such', 'Bookkeeper', 'book refunds where they belong'],
  [78, 'problem', 'Ticket machines’ receipts have no tax number', 'Traveller', 'hand in a trip on the way home'],
  [79, 'problem', 'Requests for a purchase go round in circles', 'Buyer', 'order within a day'],
  [80, 'problem', 'Mileage rates change and nobody is told', 'Traveller', 'hand in a trip on the way home'],
  [81, 'problem', 'Expenses of people who left belong to nobody', 'Team lead', 'leave no expense open'],
  [82, 'problem', 'Orders live in another system, so totals never agree with invoices', 'Buyer', 'order from people we know'],
  [83, 'problem', 'New bookkeepers can’t see why a line was booked as it was', 'Bookkeeper', 'find an old expense'],
  [84, 'problem', 'Newly hired bookkeepers cannot tell why a line was booked that way', 'Bookkeeper', 'book like those before me'],
  [85, 'problem', 'Mileage is guessed because trips are entered days later', 'Traveller', 'hand in a trip on the way home'],
  [86, 'problem', 'Foreign clients can’t read an invoice in English', 'Owner of a small firm', 'be paid once and on time'],
  [87, 'problem', 'Globex can’t pass its audit while people sign in with their own passwords', 'Account owner', 'pass the security audit'],
  [88, 'insight', 'Small firms enter everything once a week, on Sunday evening'],
  [89, 'insight', 'An invoice is read on the client’s phone and written on two screens'],
  [90, 'opportunity', 'A firm can be live on the day it signs'],
  [91, 'opportunity', 'A close that takes one day instead of two'],
  [92, 'opportunity', 'Approving without a single mail'],
];

const closed = new Set([1, 2, 4, 6]);
const inDiscovery = new Set([19, 20, 35, 37, 81, 83]);
/** A customer's threat to leave is not for everybody's eyes. */
const restricted = new Set([87]);

export const statements: readonly Statement[] = rows.map(([number, kind, sentence, stakeholder, job]) => ({
  number,
  kind,
  sentence,
  stakeholder,
  job,
  state: closed.has(number) ? 'Closed' : inDiscovery.has(number) ? 'In discovery' : 'Open',
  isRestricted: restricted.has(number),
}));

const disc = (number: number): string => `DISC-${String(number)}`;

/** What a statement says of another: the insights, what a problem opens, and what is part of what. */
export const statementLinks = [
  ...(
    [
      [8, 12],
      [10, 12],
      [11, 7],
      [13, 19],
      [16, 19],
      [18, 3],
      [23, 24],
      [25, 5],
      [27, 26],
      [29, 17],
      [88, 85],
    ] as const
  ).map(([insight, problem]) => ({ typeName: 'Evidence for', from: disc(insight), to: disc(problem) })),
  { typeName: 'Evidence against', from: 'DISC-36', to: 'DISC-34' },
  { typeName: 'Opens', from: 'DISC-19', to: 'DISC-90' },
  { typeName: 'Opens', from: 'DISC-12', to: 'DISC-91' },
  { typeName: 'Opens', from: 'DISC-7', to: 'DISC-92' },
  { typeName: 'Part of', from: 'DISC-59', to: 'DISC-24' },
  { typeName: 'Part of', from: 'DISC-45', to: 'DISC-38' },
];
