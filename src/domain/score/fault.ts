/** What is wrong with a scenario, and where; `path` reads like `$.evidence[0].raw`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Where in a document: the way from the root, innermost step first. Spelled out only when something is wrong there. */
export interface Place {
  readonly step: string | number;
  readonly within: Place | null;
}

/** The whole document. */
export const root: Place = { step: '$', within: null };

/** A member or element inside a place. */
export function inside(within: Place, ...steps: readonly (string | number)[]): Place {
  return steps.reduce<Place>((place, step) => ({ step, within: place }), within);
}

const plainName = /^[A-Za-z_$][\w$]*$/;

/** The JSON path of a place; a name that is no plain word is quoted. */
export function pathOf({ step, within }: Place): string {
  if (within === null) return String(step);
  if (typeof step === 'number') return `${pathOf(within)}[${step}]`;
  return plainName.test(step) ? `${pathOf(within)}.${step}` : `${pathOf(within)}[${JSON.stringify(step)}]`;
}
