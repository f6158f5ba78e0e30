import type { Input, Output } from '../contract';
import type { PinView } from '../contract/pins';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { PinKind } from '../domain/order/pins';
import { notFound, Refusal } from './outcome';
import type { Caller, Ports } from './ports';

/** Why an item stands above the order of a project. */
export interface PinRecord {
  readonly issueId: IssueId;
  readonly projectId: ProjectId;
  readonly kind: PinKind;
  readonly reason: string;
  readonly day: number | null;
  readonly by: AccountId;
  /** Epoch seconds. */
  readonly at: number;
}

export interface PinsPort {
  read(issueId: IssueId): Promise<PinRecord | undefined>;
  ofProject(projectId: ProjectId): Promise<readonly PinRecord[]>;
  /** One record an item. */
  save(pin: PinRecord): Promise<void>;
  remove(issueId: IssueId): Promise<void>;
}

type Needed = Pick<Ports, 'issues' | 'permissions' | 'pins' | 'clock'>;

export async function pinItem(ports: Needed, said: Input<'pinItem'>, { accountId }: Caller): Promise<Output<'pinItem'>> {
  const { projectId, was } = await pinnable(ports, said.issueId);
  const pin: PinRecord = { ...said, projectId, by: accountId, at: ports.clock.now() };
  await ports.pins.save(pin);
  return { pin: pinView(pin), was };
}

export async function unpinItem(ports: Needed, { issueId }: Input<'unpinItem'>): Promise<Output<'unpinItem'>> {
  const { was } = await pinnable(ports, issueId);
  await ports.pins.remove(issueId);
  return { pin: null, was };
}

export const pinView = ({ issueId, kind, reason, day, by, at }: PinRecord): PinView => ({ issueId, kind, reason, day, by, at });

async function pinnable(ports: Needed, issueId: IssueId): Promise<{ readonly projectId: ProjectId; readonly was: PinView | null }> {
  const [issue] = await ports.issues.read('user', [issueId], 'light');
  if (!issue) throw notFound();
  if (!(await ports.permissions.mayOn([issueId], 'schedule')).has(issueId))
    throw new Refusal('forbidden', 'You need the permission “Schedule issues” to pin items above the order.');
  const was = await ports.pins.read(issueId);
  return { projectId: issue.projectId, was: was ? pinView(was) : null };
}
