import { today } from './calendar';
import type { SiteIssue } from '../../jira/site-data';
import type { Drawing } from './drawing';
import { issueOf, type Draft } from './issues';
import { typeIds } from './kinds';
import { untagged } from './requests';
import type { Saying } from './saying';
import { statements } from './statements';
import { statuses } from './workflows';

/** A support request, and the saying that was tagged from it, if any. */
export interface SupportRequest {
  readonly key: string;
  readonly saying: Saying | undefined;
  readonly issue: SiteIssue;
}

const priorities = { blocker: 'Highest', critical: 'High', major: 'Medium', minor: 'Low', trivial: 'Lowest' } as const;
const isSeverity = (raw: unknown): raw is keyof typeof priorities => typeof raw === 'string' && raw in priorities;

const stakeholders = new Map(statements.map(({ number, stakeholder }) => [`DISC-${String(number)}`, stakeholder]));

/** The help desk: every message that came as a request, in the order in which they came. */
export function supportRequests(drawing: Drawing, sayings: readonly Saying[]): readonly SupportRequest[] {
  const tagged = sayings.flatMap((saying): Incoming[] => {
    const { day, customer, subject, words, raw, on } = saying;
    if (subject === undefined || customer === null) return [];
    const role = stakeholders.get(on[0] ?? '') ?? 'Office manager';
    const isOld = day < today - 30;
    return [
      {
        day,
        customer,
        subject,
        role,
        text: words ?? '',
        priority: isSeverity(raw) ? priorities[raw] : 'Medium',
        state: isOld ? 'resolved' : 'answering',
        saying,
      },
    ];
  });
  const others = untagged.map(([day, customer, priority, subject, text, state]): Incoming => ({
    day,
    customer,
    priority,
    subject,
    text,
    state,
    role: 'Office manager',
    saying: undefined,
  }));
  return [...tagged, ...others]
    .sort((a, b) => a.day - b.day)
    .map((incoming, at) => ({ key: `SUP-${String(at + 1)}`, saying: incoming.saying, issue: requestIssue(drawing, incoming, at + 1) }));
}

interface Incoming {
  readonly day: number;
  readonly customer: string;
  readonly priority: NonNullable<SiteIssue['priority']>;
  readonly subject: string;
  readonly role: string;
  readonly text: string;
  readonly state: 'waiting' | 'answering' | 'resolved';
  readonly saying: Saying | undefined;
}

function requestIssue(drawing: Drawing, { day, customer, priority, subject, role, text, state }: Incoming, number: number): SiteIssue {
  const issue = issueOf(drawing, {
    project: 'SUP',
    number,
    typeId: typeIds.request,
    title: subject,
    created: day,
    path: pathOf(drawing, state, day, number),
    more: { priority, description: `${text}\n\n${role}, ${customer}`, organisations: [customer], assignee: 'user-engineer' },
  });
  // Customers write in; they are no users of the site.
  const { reporter: _, ...rest } = issue;
  return { ...rest, reporterName: `${role}, ${customer}` };
}

function pathOf(drawing: Drawing, state: Incoming['state'], day: number, number: number): Draft['path'] {
  const { waiting, answering, resolved } = statuses;
  const answered = Math.min(today, day + 1 + drawing.whole(`answer ${String(number)}`, 2));
  switch (state) {
    case 'waiting':
      return [waiting];
    case 'answering':
      return day >= today ? [answering] : [waiting, [answering, answered]];
    case 'resolved':
      return [waiting, [answering, answered], [resolved, Math.min(today - 1, answered + 1 + drawing.whole(`resolve ${String(number)}`, 6))]];
  }
}
