import type { Input, Output } from '../contract';
import type { Ports } from './ports';

/** One page of everything that people put into the app. */
export async function exportData(ports: Pick<Ports, 'archive'>, { after }: Input<'exportData'>): Promise<Output<'exportData'>> {
  const { records, next } = await ports.archive.page(after ?? undefined);
  return { records: records.map(({ entity, key, value }) => ({ entity, key, value: { ...value } })), next: next ?? null };
}
