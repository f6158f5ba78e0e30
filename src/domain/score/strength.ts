/** How a screen calls a problem's value; always shown with the number of customers. */
export type Strength = 'weak' | 'some' | 'strong' | 'very strong';

/** The word for a value in customer-equivalents; scoring.md section 6. */
export function strengthWord(value: number): Strength {
  if (value < 0.5) return 'weak';
  if (value < 2) return 'some';
  if (value < 5) return 'strong';
  return 'very strong';
}
