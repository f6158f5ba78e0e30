import type { Input, Output } from '../contract';
import { isLooking, projectsBehind, readHealth, startScans } from './health-scans';
import type { Ports } from './ports';

/** Looks at everything behind a project's page again. */
export async function checkHealth(
  ports: Pick<Ports, 'documents' | 'settings' | 'runs' | 'clock'>,
  input: Input<'checkHealth'>,
): Promise<Output<'checkHealth'>> {
  const behind = await readHealth(ports, projectsBehind(await ports.settings.read(), input.projectId));
  await startScans(ports, behind, input.requestId);
  return { isNew: behind.some((own) => !isLooking(own)) };
}
