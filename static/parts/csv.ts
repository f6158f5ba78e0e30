import { unparse } from 'papaparse';

// What spreadsheets take for a formula, in half and full width; a plain number is none, also a negative one.
const formula = /^(?![-+]?\d+(?:[.,]\d+)?$)[=+\-@\t\r\n＝＋－＠]/u;

/** Rows as a file for spreadsheets. No cell is a formula, whatever a person wrote: spreadsheets run those. */
export const csvOf = (titles: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string =>
  unparse({ fields: [...titles], data: rows.map((row) => row.map((cell) => cell ?? '')) }, { escapeFormulae: formula });
