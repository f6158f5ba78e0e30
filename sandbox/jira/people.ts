import { refuse } from './refusal';
import { mayIn, projectFor } from './rights';
import { ok, routes, type Ask } from './route';
import { userBean } from './self';
import type { Person } from './site';
import { signedIn } from './viewer';

export const peopleRoutes = routes('platform', [
  ['GET /rest/api/3/myself', 'getCurrentUser', 'identity', (ask) => ok({ ...userBean(ask.site, signedIn(ask.viewer).accountId), locale: 'en_US' })],
  [
    'GET /rest/api/3/user',
    'getUser',
    'identity',
    (ask) => {
      signedIn(ask.viewer);
      const person = ask.site.people.get(ask.query.text('accountId') ?? '');
      if (person === undefined) throw refuse(404, 'Specified user does not exist or you do not have required permissions');
      return ok(userBean(ask.site, person.accountId));
    },
  ],
  [
    'GET /rest/api/3/user/search',
    'findUsers',
    'identity',
    (ask) => {
      signedIn(ask.viewer);
      if (!ask.query.has('query') && !ask.query.has('accountId')) throw refuse(400, 'The query parameter or the accountId parameter must be given.');
      return people(ask, () => true);
    },
  ],
  [
    'GET /rest/api/3/user/assignable/search',
    'findAssignableUsers',
    'identity',
    (ask) => {
      signedIn(ask.viewer);
      const issue = ask.site.issues.find(ask.query.text('issueKey') ?? '');
      const project = projectFor(ask.site, ask.viewer, issue?.projectId ?? ask.query.text('project') ?? '');
      return people(ask, (person) => mayIn(ask.site, { kind: 'person', person }, 'ASSIGNABLE_USER', project));
    },
  ],
]);

function people({ site, query }: Ask, fits: (person: Person) => boolean) {
  const words = (query.text('query') ?? '').toLowerCase();
  const accountId = query.text('accountId');
  const from = query.number('startAt', 0);
  const found = [...site.people.values()].filter(
    (person) =>
      person.kind === 'atlassian' &&
      (accountId === undefined || person.accountId === accountId) &&
      (person.displayName.toLowerCase().includes(words) || person.email.toLowerCase().startsWith(words)) &&
      fits(person),
  );
  const page = found.slice(from, from + Math.min(1_000, query.number('maxResults', 50)));
  return ok(
    page.map(({ accountId: id }) => userBean(site, id)),
    page.length,
  );
}
