/** "0 customers", "1 customer", "3 customers". */
export const counted = (n: number, word: string): string => `${String(n)} ${word}${n === 1 ? '' : 's'}`;

/** "no customer yet", "1 customer", "3 customers". */
export const count = (n: number, word: string): string => (n === 0 ? `no ${word} yet` : counted(n, word));
