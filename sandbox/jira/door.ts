import { z } from 'zod';
import { isCharged, isThroughApp, type JiraAnswer, type JiraCall } from './call';
import { priceOf, type Ledger } from './ledger';
import { Limits } from './limits';
import { documents } from './openapi/documents';
import { JiraRefusal, refuse } from './refusal';
import { parseWith, Query, Router, type Ask, type Match, type Reply } from './route';
import { hasScopesFor } from './scopes';
import type { JiraOptions, Site } from './site';
import { table } from './table';
import { viewerOf } from './viewer';

const router = new Router(table);

/** The way of one call: who asks, may the app, is there room, what is it, what is said, and is that what Atlassian says. */
export class Door {
  private readonly limits: Limits;

  constructor(
    private readonly options: JiraOptions,
    private readonly ledger: Ledger,
  ) {
    this.limits = new Limits(() => options.clock.now(), ledger);
  }

  async handle(site: Site, call: JiraCall): Promise<JiraAnswer> {
    const { pathname, searchParams } = new URL(call.path, 'http://jira');
    const known = this.options.validateAnswers === true ? await documents() : undefined;
    const match = router.match(call.method.toUpperCase(), pathname);
    if (match === undefined) return answerOf(unserved(call.method, pathname, known?.operationAt(call.method, pathname)));
    const { route } = match;
    // People and scripts may ask wrongly, and are told so; the app itself may not.
    const wrong = isThroughApp(call.caller) ? known?.problemOfRequest(route, call.path, call.body) : undefined;
    if (wrong !== undefined) throw this.fault(`The app asked ${route.operation} what Atlassian’s document does not allow: ${wrong}`);
    const answer = await this.answer(site, call, match, searchParams);
    const unlike = known?.problemOfAnswer(route, answer);
    if (unlike !== undefined) throw this.fault(`The stand-in answered ${route.operation} ${String(answer.status)} unlike Atlassian’s document: ${unlike}`);
    return isCharged(call.caller) ? { ...answer, headers: { ...this.limits.signs(), ...answer.headers } } : answer;
  }

  /** Whoever asked may swallow an error; the ledger and the terminal keep it. */
  private fault(problem: string, cause?: unknown): Error {
    this.ledger.note(problem);
    process.stderr.write(`${problem}\n`);
    return new Error(problem, { cause });
  }

  private async answer(site: Site, call: JiraCall, match: Match, query: URLSearchParams): Promise<JiraAnswer> {
    const { route } = match;
    const { caller } = call;
    try {
      const viewer = viewerOf(site, caller);
      if (isThroughApp(caller) && !hasScopesFor(route, this.options.app.scopes))
        throw new JiraRefusal(401, { code: 401, message: 'Unauthorized; scope does not match' });
      if (isCharged(caller)) {
        this.limits.quota();
        if (this.options.limits !== 'off') this.limits.endpoint(route.method, route.operation);
      }
      const param = (name: string) => match.params[name] ?? '';
      const body = bodyOf(call);
      if (route.charge === 'write' && this.options.limits !== 'off' && isCharged(caller))
        for (const id of issuesWritten(site, match, body)) this.limits.issue(id);
      const ask: Ask = { site, viewer, caller, query: new Query(query), body, param, parse: (schema) => parseWith(schema, body) };
      const reply = await site.issues.index.lagging(call.staleMs ?? 0, () => route.handle(ask));
      this.charge(call, match, reply.objects ?? 1);
      return answerOf(reply);
    } catch (error) {
      if (!(error instanceof JiraRefusal)) throw this.fault(`The stand-in broke in ${route.operation}: ${String(error)}`, error);
      if (error.status !== 429) this.charge(call, match, 0);
      return answerOf(error);
    }
  }

  private charge({ caller }: JiraCall, { route }: Match, objects: number): void {
    if (isCharged(caller)) this.ledger.spend(route.operation, caller, priceOf(route.charge, objects));
  }
}

/** An empty body goes without a content type: clients stumble over one. */
const answerOf = ({ status, body, headers = {} }: Pick<Reply, 'status' | 'body' | 'headers'>): JiraAnswer => ({ status, headers, body });

function unserved(method: string, path: string, operation: string | undefined): JiraRefusal {
  if (/^\/rest\/api\/(2|3)\/search$/.test(path)) return refuse(410, 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.');
  // Never a 404: the caller would take it for a missing issue.
  if (path.startsWith('/rest/'))
    return refuse(501, `The local stand-in does not serve ${method.toUpperCase()} ${path}${operation === undefined ? '' : ` (${operation})`}.`);
  return refuse(404, `Nothing is found at ${path}.`);
}

function bodyOf({ body: text, headers }: JiraCall): unknown {
  if (text === undefined || text === '') return undefined;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!type.startsWith('application/json')) throw refuse(415, 'The body must come as application/json.');
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(400, 'There was an error parsing JSON. Check that your request body is valid.');
  }
}

const endSchema = z.object({ id: z.string().optional(), key: z.string().optional() }).optional();
const linkSchema = z.object({ inwardIssue: endSchema, outwardIssue: endSchema });
const valuesSchema = z.object({ updates: z.array(z.object({ issueIds: z.array(z.number()) })) });

function issuesWritten(site: Site, { params }: Match, body: unknown): number[] {
  const link = linkSchema.safeParse(body);
  const ends = link.success ? [link.data.inwardIssue, link.data.outwardIssue].map((end) => end?.id ?? end?.key) : [];
  const values = valuesSchema.safeParse(body);
  const named = values.success ? values.data.updates.flatMap(({ issueIds }) => issueIds.map(String)) : [];
  return [params['issueIdOrKey'], ...ends, ...named].flatMap((idOrKey) => (idOrKey === undefined ? [] : (site.issues.find(idOrKey)?.id ?? [])));
}
