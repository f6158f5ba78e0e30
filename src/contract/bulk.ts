/** Operations of this surface. */
export const bulkOperations = {} as const;
