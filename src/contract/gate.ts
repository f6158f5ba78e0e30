/** Operations of this surface. */
export const gateOperations = {} as const;
