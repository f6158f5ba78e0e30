/** Who spoke for a problem, and when: whole days since 1970. */
export interface Report {
  /** null: nobody knows who. */
  readonly customer: string | null;
  readonly day: number;
}

/** Whether customers stopped reporting a problem after its fix was finished. */
export interface AfterTheFix {
  /** Distinct customers who reported it until then. */
  readonly before: number;
  /** Of these, how many reported it again. */
  readonly again: number;
  /** Customers who reported it for the first time. */
  readonly others: number;
  /** For how many days it could have been seen. */
  readonly days: number;
}

/** Reports of the day itself belong to the time before: nobody had the fix yet. */
export function afterTheFix(reports: readonly Report[], fixedOn: number, today: number): AfterTheFix {
  const namesOf = (some: readonly Report[]) => new Set(some.flatMap(({ customer }) => customer ?? []));
  const before = namesOf(reports.filter(({ day }) => day <= fixedOn));
  const after = namesOf(reports.filter(({ day }) => day > fixedOn));
  const again = [...after].filter((customer) => before.has(customer)).length;
  return { before: before.size, again, others: after.size - again, days: Math.max(0, today - fixedOn) };
}
