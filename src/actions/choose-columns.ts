import type { Input, Output } from '../contract';
import type { Caller, Ports } from './ports';

export async function chooseColumns(
  ports: Pick<Ports, 'savedViews'>,
  { projectId, columns }: Input<'chooseColumns'>,
  { accountId }: Caller,
): Promise<Output<'chooseColumns'>> {
  await ports.savedViews.chooseColumns(projectId, accountId, columns);
  return {};
}
