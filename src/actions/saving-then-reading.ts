import type { ProjectId } from '../domain/ids';
import { changeSettings } from './changing-settings';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';

const headStartInSeconds = 5;

/**
 * Saves settings from which an order follows, and has it worked out in the background. Those runs are pushed first, with time to save
 * before they start: whoever dies in between has left nothing saved that nobody works out. One that may have started too soon runs again.
 */
export async function savingThenReading(
  ports: Pick<Ports, 'settings' | 'runs' | 'clock'>,
  anew: readonly ProjectId[],
  change: (settings: SiteSettings) => SiteSettings,
): Promise<SiteSettings> {
  const began = ports.clock.now();
  const rebuild = async (delay: number): Promise<void> => {
    const token = String(ports.clock.now());
    for (const projectId of anew) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token }, delay);
  };
  await rebuild(headStartInSeconds);
  await ports.runs.push({ v: 1, kind: 'refresh' }, headStartInSeconds);
  const after = await changeSettings(ports, change);
  if (ports.clock.now() - began >= headStartInSeconds) await rebuild(0);
  // Another one's run may have taken the place of the first push and have started since.
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return after;
}

// All settings together must fit one stored record of 240 KiB.
const mostBytes = 200_000;

/** The same settings, or the refusal to save so many. */
export function fitting(settings: SiteSettings, advice: string): SiteSettings {
  if (new TextEncoder().encode(JSON.stringify(settings)).length <= mostBytes) return settings;
  throw new Refusal('too-large', `The settings of all projects together are too long. ${advice}`);
}
