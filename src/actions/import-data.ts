import type { Input, Output } from '../contract';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import { indexedProjects } from './project-types';

/** Checks all of it before any of it is put back. */
export async function importData(ports: Pick<Ports, 'archive'>, { records, isDryRun }: Input<'importData'>): Promise<Output<'importData'>> {
  records.forEach((record, at) => {
    const fault = ports.archive.check(record);
    if (fault !== undefined) throw new Refusal('invalid', `records.${String(at)}: ${fault}`);
  });
  return ports.archive.put(records, isDryRun);
}

/** Reads the projects anew: digests, strengths and places all follow from what was put back and from Jira. */
export async function finishImport(ports: Pick<Ports, 'settings' | 'changes' | 'runs' | 'clock'>): Promise<Output<'finishImport'>> {
  const reading = indexedProjects(await ports.settings.read());
  const token = String(ports.clock.now());
  for (const projectId of reading) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token });
  // What a customer is worth counts for all, also for those who never spoke.
  await ports.changes.note([{ kind: 'customers' }]);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { reading: [...reading] };
}
