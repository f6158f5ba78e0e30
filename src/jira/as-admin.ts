import * as z from 'zod';
import { Refusal } from '../actions/outcome';
import type { As } from '../actions/ports';
import { request, type JiraRequest, type JiraResponse } from './request';

/** What needs the permission "Administer Jira"; Jira itself refuses everybody else, and the document knows 401 and 403 for it. */
export async function asAdmin({ as = 'user', ...asked }: Omit<JiraRequest, 'as'> & { readonly as?: As }): Promise<JiraResponse> {
  const expects = asked.expects ?? [];
  const response = await request({ ...asked, as, expects: [...expects, 401, 403] });
  if ((response.status === 401 || response.status === 403) && !expects.includes(response.status))
    throw new Refusal('forbidden', 'Jira asks for the permission "Administer Jira".');
  return response;
}

/** All pages of a list that names its start. */
export async function pagesOf<Shape extends z.ZodType>(
  shape: Shape,
  path: (startAt: number) => JiraRequest['path'],
  as: As = 'user',
): Promise<z.output<Shape>[]> {
  const all: z.output<Shape>[] = [];
  for (;;) {
    const response = await asAdmin({ as, method: 'GET', path: path(all.length), isRepeatable: true });
    const page = await response.parse(z.looseObject({ values: z.array(shape), isLast: z.boolean().optional() }));
    all.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return all;
  }
}

const numeric = /^\d{1,19}$/;

export function checked(id: string): string {
  if (!numeric.test(id)) throw new Refusal('invalid', 'That is no id of Jira.');
  return id;
}
