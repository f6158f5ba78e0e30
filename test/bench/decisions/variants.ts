/** How a world differs from the base; every number is a choice of the bench, none was fitted to the outcome. */
export interface Variant {
  readonly name: string;
  readonly accounts: number;
  /** Share of the accounts that a problem affects: `least + spread · u²`, u uniform. */
  readonly reach: { readonly least: number; readonly spread: number };
  readonly tickets: number;
  readonly salesNotes: number;
  readonly falseSales: number;
  readonly npsScores: number;
  readonly interviews: number;
  /** Share of the problems whose users are counted. */
  readonly measured: number;
  readonly duplicates: number;
  readonly misTagged: number;
  readonly anonymous: number;
  /** Single accounts that write again and again about one problem of their own. */
  readonly campaigns: number;
}

const base: Variant = {
  name: 'base',
  accounts: 200,
  reach: { least: 0.02, spread: 0.38 },
  tickets: 480,
  salesNotes: 100,
  falseSales: 0.5,
  npsScores: 150,
  interviews: 30,
  measured: 0.4,
  duplicates: 0.15,
  misTagged: 0.08,
  anonymous: 0.1,
  campaigns: 0,
};

export const variants: readonly Variant[] = [
  base,
  { ...base, name: 'campaigns', campaigns: 5 },
  { ...base, name: 'few shared problems', reach: { least: 0.01, spread: 0.06 } },
  { ...base, name: 'poor data', tickets: 200, salesNotes: 100, npsScores: 50, interviews: 8, measured: 0.1, misTagged: 0.2, anonymous: 0.3, duplicates: 0.25 },
  {
    ...base,
    name: 'excellent data',
    salesNotes: 60,
    falseSales: 0.1,
    npsScores: 250,
    interviews: 100,
    measured: 0.8,
    misTagged: 0.02,
    anonymous: 0.02,
    duplicates: 0.05,
  },
  { ...base, name: '25 accounts', accounts: 25 },
];
