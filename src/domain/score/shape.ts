import { inside, type Place } from './fault';

/** Says what is wrong at a place. */
export type Report = (place: Place, message: string) => void;

/** Checks a value read from JSON. */
export type Shape = (value: unknown, place: Place, report: Report) => void;

/** How a field may be missing: `nullable` must be there but may be null, `optional` may be left out or null. */
export interface Field {
  readonly shape: Shape;
  readonly presence: 'required' | 'nullable' | 'optional';
}

export const required = (shape: Shape): Field => ({ shape, presence: 'required' });
export const nullable = (shape: Shape): Field => ({ shape, presence: 'nullable' });
export const optional = (shape: Shape): Field => ({ shape, presence: 'optional' });

/** An object of any kind but null and arrays. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const text: Shape = (value, place, report) => {
  if (typeof value !== 'string') report(place, `must be a string, not ${nameOf(value)}`);
};

/** A finite number that also passes `isRight`; `wanted` completes "must be …". */
export function numberThat(isRight: (value: number) => boolean, wanted: string): Shape {
  return (value, place, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) report(place, `must be a number, not ${nameOf(value)}`);
    else if (!isRight(value)) report(place, `must be ${wanted}, not ${value}`);
  };
}

export const number = numberThat(() => true, 'a number');
export const notNegative = numberThat((value) => value >= 0, '0 or more');
export const aboveZero = numberThat((value) => value > 0, 'more than 0');
export const share = numberThat((value) => value >= 0 && value <= 1, 'between 0 and 1');
export const wholeNumber = numberThat(Number.isSafeInteger, 'a whole number');
export const wholeFromOne = numberThat((value) => Number.isSafeInteger(value) && value >= 1, 'a whole number from 1 on');

/** One of a few values, compared by identity. */
export function oneOf(...allowed: readonly unknown[]): Shape {
  const listed = allowed.map((value) => JSON.stringify(value)).join(' or ');
  return (value, place, report) => {
    if (!allowed.includes(value)) report(place, `must be ${listed}, not ${nameOf(value)}`);
  };
}

export const textOrNumber: Shape = (value, place, report) => {
  if (typeof value !== 'string') number(value, place, (at) => report(at, `must be a number or a string, not ${nameOf(value)}`));
};

export function listOf(shape: Shape): Shape {
  return (value, place, report) => {
    if (!Array.isArray(value)) report(place, `must be a list, not ${nameOf(value)}`);
    else value.forEach((element: unknown, at) => shape(element, inside(place, at), report));
  };
}

/** A list of exactly these elements. */
export function tuple(...shapes: readonly Shape[]): Shape {
  return (value, place, report) => {
    if (!Array.isArray(value) || value.length !== shapes.length) report(place, `must be a list of ${shapes.length}`);
    else shapes.forEach((shape, at) => shape(value[at], inside(place, at), report));
  };
}

/** An object whose keys are free and whose values are alike. */
export function tableOf(shape: Shape): Shape {
  return (value, place, report) => {
    if (!isObject(value)) report(place, `must be an object, not ${nameOf(value)}`);
    else for (const [key, entry] of Object.entries(value)) shape(entry, inside(place, key), report);
  };
}

/** The same, where null means that the key was not said. */
export function orNull(shape: Shape): Shape {
  return (value, place, report) => {
    if (value !== null) shape(value, place, report);
  };
}

/** An object with these fields and no others. */
export function objectOf(fields: Readonly<Record<string, Field>>): Shape {
  const known = new Map(Object.entries(fields));
  return (value, place, report) => {
    if (!isObject(value)) {
      report(place, `must be an object, not ${nameOf(value)}`);
      return;
    }
    for (const key of Object.keys(value)) if (!known.has(key)) report(inside(place, key), 'is not a known key');
    for (const [key, { shape, presence }] of known) {
      const entry = Object.hasOwn(value, key) ? value[key] : undefined;
      if (entry === undefined) {
        if (presence !== 'optional') report(inside(place, key), 'is missing');
      } else if (entry !== null || presence === 'required') shape(entry, inside(place, key), report);
    }
  };
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object';
}
