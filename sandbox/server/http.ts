import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

/** A request the server will not serve, with the words to say so. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A request with its body read and its address parsed. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const mostBodyBytes = 256 * 1024 * 1024;

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = z.instanceof(Buffer).parse(chunk);
    bytes += part.length;
    if (bytes > mostBodyBytes) throw new HttpRefusal(413, 'The body is too large.');
    chunks.push(part);
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `http://${headers['host'] ?? 'localhost'}`),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function write(response: ServerResponse, { status, headers = {}, body }: Answered): void {
  response.writeHead(status, headers);
  response.end(body);
}

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answered => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

/** The body as a schema wants it, or a refusal that names the place. */
export function parseBody<Value>(schema: z.ZodType<Value>, body: string): Value {
  let value: unknown;
  try {
    value = body === '' ? {} : JSON.parse(body);
  } catch {
    throw new HttpRefusal(400, 'The body is not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpRefusal(400, z.prettifyError(parsed.error));
  return parsed.data;
}

/** Answers requests one by one; what breaks is said, not swallowed. */
export const serve =
  (answer: (asked: Asked) => Promise<Answered>, report: (problem: string) => void) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    read(request)
      .then(answer)
      .catch((error: unknown) => {
        if (error instanceof HttpRefusal) return json(error.status, { error: error.message });
        report(`${request.method ?? ''} ${request.url ?? ''}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return json(500, { error: 'The sandbox broke; its terminal says where.' });
      })
      .then((answered) => write(response, answered))
      .catch((error: unknown) => report(String(error)));
  };
