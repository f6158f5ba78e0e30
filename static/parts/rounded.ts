/** One decimal, and never a 0 for what is something. */
export const rounded = (value: number): string => (value > 0 && value < 0.05 ? '<0.1' : value.toFixed(1));
