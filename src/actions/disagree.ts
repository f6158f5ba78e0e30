import type { Input, Output } from '../contract';
import { notFound } from './outcome';
import type { Caller, Ports } from './ports';

export async function disagree(
  ports: Pick<Ports, 'decisions' | 'clock'>,
  { projectId, decisionId, words }: Input<'disagree'>,
  { accountId }: Caller,
): Promise<Output<'disagree'>> {
  if (!(await ports.decisions.read(projectId, decisionId))) throw notFound();
  await ports.decisions.dissent(decisionId, { by: accountId, at: ports.clock.now(), words });
  return {};
}
