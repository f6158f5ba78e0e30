/** A wall: at most so many acts in any stretch of so many seconds. */
export interface Pace {
  readonly most: number;
  readonly seconds: number;
}

/** How many acts all walls allow now, and when the next one is allowed; times in whole seconds, so that a wall is kept with a second to spare. */
export function allowance(paces: readonly Pace[], acts: readonly number[], now: number): { readonly free: number; readonly waitSeconds: number } {
  const walls = paces.map(({ most, seconds }) => {
    const within = acts.filter((at) => at + seconds >= now).sort((a, b) => a - b);
    const free = Math.max(0, most - within.length);
    // The wall gives way when enough of the oldest have left it.
    const leaves = within[within.length - most];
    return { free, waitSeconds: free > 0 || leaves === undefined ? 0 : leaves + seconds + 1 - now };
  });
  return { free: Math.min(...walls.map(({ free }) => free), Number.MAX_SAFE_INTEGER), waitSeconds: Math.max(0, ...walls.map((wall) => wall.waitSeconds)) };
}

/** The acts that any wall still sees. */
export const remembered = (paces: readonly Pace[], acts: readonly number[], now: number): readonly number[] => {
  const longest = Math.max(0, ...paces.map(({ seconds }) => seconds));
  return acts.filter((at) => at + longest >= now);
};
