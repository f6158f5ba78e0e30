import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { hashOf } from './hashing';

/** Text that says the same as `value`; equal values give equal hashes only where their members come in one order. */
export function hashOfPart(value: unknown): { readonly hash: string; readonly json: string } {
  const json = JSON.stringify(value);
  return { hash: hashOf(json), json };
}

// The time of packing in the header would make equal parts differ.
export const packed = (json: string): string => Buffer.from(gzipSync(strToU8(json), { level: 6, mtime: 0 })).toString('base64');

export const unpacked = (text: string): unknown => JSON.parse(strFromU8(gunzipSync(Buffer.from(text, 'base64'))));

// Forge takes values of 240 KiB, quotes included.
const longestValue = 230_000;

export function inPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += longestValue) pieces.push(text.slice(start, start + longestValue));
  return pieces;
}
