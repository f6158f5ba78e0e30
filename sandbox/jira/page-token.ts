import { createHash } from 'node:crypto';
import { refuse } from './refusal';

const lifeMs = 7 * 24 * 60 * 60_000;

const marked = (query: string): string => createHash('sha256').update(query).digest('base64url').slice(0, 16);

/** Where the next page of a query begins; good for that query alone, and for a week. */
export const tokenAt = (place: number, query: string, now: number): string =>
  Buffer.from(`${marked(query)} ${String(place)} ${String(now)}`).toString('base64url');

export function placeIn(token: string, query: string, now: number): number {
  const [mark, place, given] = Buffer.from(token, 'base64url').toString('utf8').split(' ');
  const [at, age] = [Number(place), now - Number(given)];
  if (mark !== marked(query) || !Number.isInteger(at) || at < 0 || !(age <= lifeMs))
    throw refuse(400, 'The provided next page token is invalid or has expired.');
  return at;
}
