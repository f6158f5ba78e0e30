import { KvsRefusal, refuse } from './refusal';

/** Figures of Atlassian's pages "KVS and Custom Entity Store limits", per installation. */
export const kvsLimits = {
  keyLength: 500,
  valueBytes: 240 * 1024,
  depth: 31,
  page: { default: 10, most: 100 },
  transaction: { operations: 25, bytes: 4 * 1024 * 1024 },
  batch: 25,
  requestsPerSecond: 1_000,
  unitBytes: 10 * 1024,
  unitsPerMinute: 4_000,
} as const;

const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;

export function checkKey(key: string): void {
  if (key === '') refuse('EMPTY_KEY', 'Key cannot be empty');
  if (key.length > kvsLimits.keyLength) refuse('KEY_TOO_LONG', `The provided key has exceeded the maximum ${String(kvsLimits.keyLength)} characters`);
  if (!keyPattern.test(key)) refuse('INVALID_KEY', `The provided key does not match the regex: ${keyPattern.source}`);
}

/** The value as JSON text, once it is known to fit. */
export function checkValue(value: unknown): string {
  if (value === undefined || value === null) refuse('VALIDATION_ERROR', 'A value must be given');
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > kvsLimits.valueBytes) refuse('MAX_SIZE', 'The provided value has exceeded the maximum size limit');
  if (depthOf(value) > kvsLimits.depth) refuse('MAX_DEPTH', `The provided value has exceeded the maximum object depth (${String(kvsLimits.depth)}) limit`);
  return text;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}

export type Side = 'read' | 'write';

/** A request counts by its payload, rounded up to whole 10 KB. */
export const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / kvsLimits.unitBytes));

/** Counts requests a second and units a minute, in the site's time. */
export function createRateLimit(now: () => number) {
  let second = { at: 0, requests: 0 };
  let minute = { at: 0, read: 0, write: 0 };
  const refuseRate = (what: string): never => {
    throw new KvsRefusal(429, 'RATE_LIMIT_EXCEEDED', `Rate limit exceeded: ${what}`);
  };
  return {
    request(): void {
      const at = Math.floor(now() / 1_000);
      if (second.at !== at) second = { at, requests: 0 };
      if (second.requests >= kvsLimits.requestsPerSecond) refuseRate(`${String(kvsLimits.requestsPerSecond)} requests a second`);
      second.requests += 1;
    },
    /** Throws before anything is read or written when the minute's units are used up. */
    spend(side: Side, units: number): void {
      const at = Math.floor(now() / 60_000);
      if (minute.at !== at) minute = { at, read: 0, write: 0 };
      if (minute[side] + units > kvsLimits.unitsPerMinute) refuseRate(`${String(kvsLimits.unitsPerMinute)} ${side} units of 10 KB a minute`);
      minute[side] += units;
    },
  };
}
