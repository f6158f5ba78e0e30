import * as z from 'zod';
import { accountId, issueId, projectId } from '../domain/ids';

const parsed = <Id extends string>(parse: (text: string) => Id | undefined, what: string) =>
  z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== undefined) return id;
    context.issues.push({ code: 'custom', message: `not ${what}`, input: text });
    return z.NEVER;
  });

export const issueIdShape = parsed(issueId, 'an issue id');
export const projectIdShape = parsed(projectId, 'a project id');
export const accountIdShape = parsed(accountId, 'an account id');

/** Jira writes 2026-03-02T09:15:00.000+0100: no colon in the zone, which Date does not promise to read. */
export const secondsShape = z.string().transform((text, context): number => {
  const seconds = Math.floor(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) / 1000);
  if (Number.isFinite(seconds)) return seconds;
  context.issues.push({ code: 'custom', message: 'not a date', input: text });
  return z.NEVER;
});

export const statusShape = z.looseObject({
  name: z.string(),
  statusCategory: z.looseObject({ key: z.string() }).transform(({ key }) => (key === 'done' || key === 'indeterminate' ? key : 'new')),
});
