import type { Output } from '../contract';
import { ruleIdsOf } from './gate-rows';
import type { Ports } from './ports';

/** What a new gate rule starts from: it counts before it stops, and an outage of Jira's stops nobody. */
export async function gateDefaults(ports: Pick<Ports, 'settings'>): Promise<Output<'gateDefaults'>> {
  const ids = ruleIdsOf(await ports.settings.read());
  return { rule: ids ? { v: 2, whenJiraIsDown: 'pass', ...ids, modes: [{ projectId: null, typeIds: null, mode: 'warn' }] } : null };
}
