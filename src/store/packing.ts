import { gunzipSync, gzipSync } from 'node:zlib';
import { hashOf } from './hashing';

/** Text that says the same as `value`; equal values give equal hashes only where their members come in one order. */
export function hashOfPart(value: unknown): { readonly hash: string; readonly json: string } {
  const json = JSON.stringify(value);
  return { hash: hashOf(json), json };
}

export const packed = (json: string): string => gzipSync(json).toString('base64');

export const unpacked = (text: string): unknown => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString());

// Forge takes values of 240 KiB, quotes included.
const longestValue = 230_000;

export function inPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += longestValue) pieces.push(text.slice(start, start + longestValue));
  return pieces;
}
