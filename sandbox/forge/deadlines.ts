import { isBackgroundOnly, type Manifest } from './manifest';
import type { InvocationKind } from './invocation';

const interactiveMs = 25_000;
const backgroundMs = 55_000;

/** Queues and schedules may ask for up to 900 s; a function that something else calls, too, keeps the lowest limit. */
export function deadlineMs(manifest: Manifest, functionKey: string, kind: InvocationKind): number {
  if (kind === 'uninstall') return backgroundMs;
  if ((kind !== 'queue' && kind !== 'schedule') || !isBackgroundOnly(manifest, functionKey)) return interactiveMs;
  const seconds = manifest.functions.get(functionKey)?.timeoutSeconds;
  return seconds === undefined ? backgroundMs : seconds * 1000;
}
