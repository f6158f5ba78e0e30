import * as z from 'zod';
import type { JqlFunctionsPort, JqlMeaning } from '../actions/ports';
import { emptyOrNoneOf, isEmpty, isNoneOf, linkedTo, type Jql } from './jql';
import { request, route } from './request';

const pageShape = z.looseObject({
  values: z.array(
    z.looseObject({
      id: z.string(),
      functionName: z.string(),
      operator: z.string(),
      arguments: z.array(z.string()).optional(),
      value: z.string().optional(),
      error: z.string().optional(),
    }),
  ),
  isLast: z.boolean().optional(),
});

const perPage = 100;

/** What the app's JQL functions stand for. Jira keeps it, and evaluates it for whoever searches, with that person's rights. */
export const jiraJqlFunctions: JqlFunctionsPort = {
  phrase(meaning, isNegated) {
    const text = phrased(meaning);
    return isNegated ? `NOT (${text})` : text;
  },

  async page(startAt) {
    const path = route`/rest/api/3/jql/function/computation?startAt=${startAt}&maxResults=${perPage}`;
    const response = await request({ as: 'app', method: 'GET', path, isRepeatable: true });
    const { values, isLast } = await response.parse(pageShape);
    const rows = values.map(({ id, functionName, operator, arguments: words = [], value, error }) => ({
      id,
      call: { functionName, operator, words },
      jql: value,
      error,
    }));
    return { rows, next: isLast === false && values.length > 0 ? startAt + values.length : undefined };
  },

  async update(answers) {
    if (answers.length === 0) return;
    const values = answers.map(({ id, answer }) => ('jql' in answer ? { id, value: answer.jql } : { id, error: answer.error }));
    // Jira forgets what nobody has searched by for a week, also between looking and writing.
    const path = route`/rest/api/3/jql/function/computation?skipNotFoundPrecomputations=true`;
    await request({ as: 'app', method: 'POST', path, body: { values }, isRepeatable: true });
  },
};

const either = (clauses: readonly Jql[]): string => clauses.map(({ text }) => text).join(' OR ');

function phrased(meaning: JqlMeaning): string {
  switch (meaning.kind) {
    case 'linked':
      return either(meaning.ends.map(({ key, phrase }) => linkedTo(key, phrase)));
    case 'unlinked': {
      const clauses = [isEmpty('parent'), isNoneOf('issuetype', meaning.exceptTypes), emptyOrNoneOf('issueLinkType', meaning.phrases)];
      return clauses.map(({ text }) => text).join(' AND ');
    }
  }
}
