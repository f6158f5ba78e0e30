/** An answer other than the one asked for, in Jira's own words. */
export class JiraRefusal extends Error {
  override readonly name = 'JiraRefusal';

  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${String(status)} ${JSON.stringify(body)}`);
  }
}

export const refuse = (status: number, ...errorMessages: string[]) => new JiraRefusal(status, { errorMessages, errors: {} });
export const refuseFields = (errors: Readonly<Record<string, string>>) => new JiraRefusal(400, { errorMessages: [], errors });

// One body for both, so that nobody can tell a hidden thing from a missing one.
export const issueMissing = () => refuse(404, 'Issue does not exist or you do not have permission to see it.');
export const projectMissing = (idOrKey: string) => refuse(404, `No project could be found with key '${idOrKey}'.`);
export const adminsOnly = () => refuse(403, 'You do not have permission to perform this operation. Administer Jira global permission is required.');
export const notSignedIn = () => new JiraRefusal(401, { message: 'Client must be authenticated to access this resource.', 'status-code': 401 });
