import { createHash } from 'node:crypto';

/** 32 hexadecimal digits that stand for these parts, in this order. */
export const hashOf = (...parts: readonly (string | number | null)[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
