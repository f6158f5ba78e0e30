import { issueUpdated } from './events';
import type { Change, ChangeItem, Issue } from './issue';
import type { Ask } from './route';
import { accountOf } from './viewer';

export interface Amendment {
  readonly items: readonly ChangeItem[];
  /** False where Jira keeps a history but tells apps nothing of an update, as for links. */
  readonly tells?: boolean;
}

/** Puts a change into an issue, its history and the event stream; answers the issue as it then is. */
export function amend(ask: Ask, id: number, changes: Partial<Issue>, { items, tells = true }: Amendment): Issue {
  const { site } = ask;
  const current = site.issues.get(id);
  if (current === undefined) throw new Error(`No issue ${String(id)} to change`);
  const change: Change = { id: site.nextId('change'), at: site.now(), author: accountOf(ask.viewer), items };
  const amended = { ...current, ...changes, ...(items.length > 0 && { updated: site.now(), history: [...current.history, change] }) };
  site.issues.replace(amended);
  if (tells && items.length > 0) issueUpdated(ask, amended, change);
  return amended;
}
