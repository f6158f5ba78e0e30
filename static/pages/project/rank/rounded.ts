/** One decimal in the list; little is not nothing. */
export const rounded = (value: number): string => (value > 0 && value < 0.05 ? '<0.1' : value.toFixed(1));
