import { refuse } from './refusal';

const longestKey = 255;
const longestValue = 32_768;

/** Jira's rules for any entity's property. */
export function checkProperty(key: string, value: unknown): void {
  if (key.length > longestKey) throw refuse(400, `The property key must not be longer than ${String(longestKey)} characters.`);
  if (key.trim() === '') throw refuse(400, 'The property key must not be empty.');
  if (value === undefined || value === null || value === '') throw refuse(400, 'The property value must be a valid, non-empty JSON.');
  if (JSON.stringify(value).length > longestValue) throw refuse(400, `The property value must not be longer than ${String(longestValue)} characters.`);
}
