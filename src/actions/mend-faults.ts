import type { Input, Output } from '../contract';
import { faultTable, type KnownFault } from '../domain/health/rows';
import type { ProjectId } from '../domain/ids';
import { projectsBehind } from './health-scans';
import { documentOf, inTurn, readRows } from './index-documents';
import type { MendingStep } from './mending-links';
import { Refusal } from './outcome';
import type { Caller, Ports } from './ports';
import { faultsAmong } from './showing-faults';
import { startWork } from './starting-work';
import { viewOf } from './work';

type Needed = Pick<Ports, 'documents' | 'settings' | 'permissions' | 'work'>;
type Picks = Input<'mendFaults'>['picks'];

/** Puts down what is to be mended; the page drives it. Only faults that this person may see, and only repairs that the app itself proposed. */
export async function mendFaults(ports: Needed, { requestId, projectId, picks }: Input<'mendFaults'>, { accountId }: Caller): Promise<Output<'mendFaults'>> {
  const there = await ports.work.read(accountId, requestId);
  if (there !== undefined) {
    const asked = (await ports.work.everyStep(there)).map(({ step }) => step.subject);
    const isSame = there.kind === 'repair' && asked.join() === picks.map(({ faultId }) => faultId).join();
    // A fault that is mended meanwhile is known no more: the plan that was made of it still is.
    if (isSame) return { work: viewOf(there) };
    throw new Refusal('conflict', 'This request was used for something else. Open the page anew and try again.');
  }
  return { work: await startWork(ports, { id: requestId, owner: accountId, about: { kind: 'repair', projectId } }, await stepsFor(ports, projectId, picks)) };
}

async function stepsFor(ports: Needed, projectId: ProjectId, picks: Picks): Promise<readonly MendingStep[]> {
  const known = await knownFaults(ports, projectId);
  const picked = picks.flatMap(({ faultId }) => known.get(faultId) ?? []);
  const visible = await ports.permissions.browsable(picked.flatMap(({ subjects }) => subjects));
  const seen = new Map(faultsAmong(picked, visible).map((fault) => [fault.id, fault]));
  return picks.map(({ faultId, choice }): MendingStep => {
    const fault = seen.get(faultId);
    // Mended already, or nothing this person may know of: a step that finds nothing to do.
    if (fault === undefined) return { subject: faultId, issues: [], repair: { removes: [], adds: [] } };
    const repair = fault.repairs[choice];
    if (repair === undefined) throw new Refusal('invalid', 'This can only be settled on the issue itself.');
    return { subject: faultId, issues: fault.subjects, repair };
  });
}

async function knownFaults(ports: Needed, projectId: ProjectId): Promise<ReadonlyMap<string, KnownFault>> {
  const projects = projectsBehind(await ports.settings.read(), projectId);
  const found = await inTurn(projects, async (id) => readRows(await ports.documents.read(documentOf.health(id)), faultTable));
  return new Map(found.flatMap((rows) => [...rows]));
}
