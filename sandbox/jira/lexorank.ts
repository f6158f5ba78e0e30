// As Jira's Rank looks: bucket, six base-36 digits, then as many more as it takes. Byte order is the order.
const headDigits = 6;
const longestTail = 24;
const base = 36n;
const whole = base ** BigInt(headDigits);

/** `count` ranks over the whole range, far apart. */
export function spread(count: number): string[] {
  const step = whole / BigInt(count + 1);
  return Array.from({ length: count }, (_, at) => written(step * BigInt(at + 1), headDigits));
}

/** `count` ranks in order between two (or an end); undefined where they would grow too long and all must be spread anew. */
export function between(low: string | undefined, high: string | undefined, count: number): string[] | undefined {
  const places = Math.max(headDigits, low?.length ?? 0, high?.length ?? 0);
  for (let digits = places; digits <= headDigits + longestTail; digits += 1) {
    const from = low === undefined ? 0n : valueOf(low, digits);
    const to = high === undefined ? base ** BigInt(digits) : valueOf(high, digits);
    const step = (to - from) / BigInt(count + 1);
    if (step > 0n) return Array.from({ length: count }, (_, at) => written(from + step * BigInt(at + 1), digits));
  }
  return undefined;
}

function valueOf(rank: string, digits: number): bigint {
  const text = rank.slice(2).replace(':', '').padEnd(digits, '0');
  let value = 0n;
  for (const digit of text) value = value * base + BigInt(parseInt(digit, 36));
  return value;
}

function written(value: bigint, digits: number): string {
  const text = value.toString(36).padStart(digits, '0');
  return `0|${text.slice(0, headDigits)}:${text.slice(headDigits).replace(/0+$/, '')}`;
}
