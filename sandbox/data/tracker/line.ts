import { z } from 'zod';

const text = z.string().trim().min(1, 'is empty');
const key = z.string().regex(/^[A-Z][A-Z0-9_]+-[1-9]\d*$/, 'is no issue key such as ABC-12');
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/, 'is no date such as 2021-03-01T09:00:00.000+0000')
  .refine((written) => !Number.isNaN(Date.parse(written)), 'is a day that does not exist')
  .transform((written) => new Date(written).toISOString());

/** Names of priorities as trackers have them, and what the site calls them. `None` is a priority that nobody chose. */
const priorities = {
  Blocker: 'Highest',
  Critical: 'Highest',
  Highest: 'Highest',
  High: 'High',
  Medium: 'Medium',
  Low: 'Low',
  Lowest: 'Lowest',
  Trivial: 'Lowest',
  None: undefined,
} as const;
const priorityNames = Object.keys(priorities).join(', ');

const priority = z.string().transform((name, context) => {
  const known = Object.entries(priorities).find(([own]) => own === name);
  if (known !== undefined) return known[1];
  context.addIssue({ code: 'custom', message: `is none of ${priorityNames}` });
  return z.NEVER;
});

/** One issue of an export. What the local site has no place for (versions, people who watch) is not read. */
export const lineShape = z.object({
  id: z.string().regex(/^[1-9]\d{0,14}$/, 'is no issue id (digits, as text)'),
  key,
  type: text,
  summary: text.max(255, 'is longer than 255 characters').regex(/^[^\r\n]*$/, 'has more than one line'),
  status: text,
  statusCategory: z.enum(['new', 'indeterminate', 'done']),
  resolution: text.optional(),
  priority: priority.optional(),
  created: date,
  updated: date,
  resolved: date.optional(),
  reporter: text.optional(),
  components: z.array(text).default([]),
  labels: z.array(z.string().regex(/^\S+$/, 'is empty or has a space in it')).default([]),
  parent: key.optional(),
  epic: key.optional(),
  storyPoints: z.number().min(0).optional(),
  sprints: z.array(text).default([]),
  links: z.array(z.tuple([text, z.enum(['inward', 'outward']), key])).default([]),
  description: z.string().optional(),
  descriptionCut: z.boolean().default(false),
});

export type Line = z.output<typeof lineShape>;
