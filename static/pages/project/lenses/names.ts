/** What can be looked through, by title: the arithmetic itself loads when somebody chooses one. */
export const lensNames = [
  { id: 'rice', title: 'RICE' },
  { id: 'ice', title: 'ICE' },
  { id: 'wsjf', title: 'WSJF' },
  { id: 'ulwick', title: 'Ulwick opportunity' },
] as const;
export type LensId = (typeof lensNames)[number]['id'];

export const lensTitle = (lens: LensId): string => lensNames.find(({ id }) => id === lens)?.title ?? '';
