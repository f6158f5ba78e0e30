import { z } from 'zod';

/** What the bridge script in a frame posts to the site. */
const fromFrame = z.discriminatedUnion('type', [
  z.object({ channel: z.literal('forge-frame'), type: z.literal('call'), id: z.number(), command: z.string(), payload: z.unknown() }),
  z.object({
    channel: z.literal('forge-frame'),
    type: z.literal('returned'),
    id: z.number(),
    value: z.unknown(),
    error: z.object({ name: z.string(), message: z.string() }).optional(),
  }),
  z.object({ channel: z.literal('forge-frame'), type: z.literal('height'), height: z.number() }),
]);

export type Command = (payload: unknown) => unknown;
type Callable = (...args: unknown[]) => Promise<unknown>;

export interface FrameWire {
  /** Tells the frame of a new theme. */
  readonly theme: (mode: 'light' | 'dark') => void;
  /** Tells a page with an address of its own that the address changed. */
  readonly history: (path: string) => void;
  readonly close: () => void;
}

export interface FrameWireOptions {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  readonly answer: (command: string, payload: unknown) => unknown;
  readonly onHeight: (height: number) => void;
}

const handle = z.strictObject({ $function: z.number() });
const plain = z.record(z.string(), z.unknown());
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const mapInside = (value: unknown, change: (inner: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map(change)
    : isPlain(value)
      ? Object.fromEntries(Object.entries(plain.parse(value)).map(([name, inner]) => [name, change(inner)]))
      : value;

/** The site's end of the line to one frame: calls come in, functions cross as numbers in both directions. */
export function connectFrame({ frame, origin, answer, onHeight }: FrameWireOptions): FrameWire {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let lastId = 0;
  let isUp = false;

  const send = (message: object) => frame.contentWindow?.postMessage({ channel: 'forge-frame', ...message }, origin);
  const pack = (value: unknown): unknown => {
    if (!isFunction(value)) return mapInside(value, pack);
    functions.set((lastId += 1), value);
    return { $function: lastId };
  };
  const unpack = (value: unknown): unknown => {
    const found = handle.safeParse(value);
    return found.success ? callable(found.data.$function) : mapInside(value, unpack);
  };
  const callable =
    (id: number): Callable =>
    (...args) =>
      new Promise((resolve, reject) => {
        waiting.set((lastId += 1), { resolve, reject });
        send({ type: 'callFunction', id: lastId, handle: id, args: args.map(pack) });
      });

  const hostFunction = z.object({ id: z.number(), args: z.array(z.unknown()) });
  const perform = (command: string, payload: unknown): unknown => {
    if (command !== '$function') return answer(command, unpack(payload));
    const { id, args } = hostFunction.parse(payload);
    return functions.get(id)?.(...args.map(unpack));
  };
  const receive = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || from !== origin) return;
    const parsed = fromFrame.safeParse(data);
    if (!parsed.success) return;
    isUp = true;
    const message = parsed.data;
    if (message.type === 'height') onHeight(message.height);
    else if (message.type === 'returned') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) call?.reject(Object.assign(new Error(message.error.message), { name: message.error.name }));
      else call?.resolve(unpack(message.value));
    } else {
      Promise.resolve()
        .then(() => perform(message.command, message.payload))
        .then(
          (value) => send({ type: 'result', id: message.id, value: pack(value) }),
          (error: unknown) =>
            send({
              type: 'result',
              id: message.id,
              error: error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) },
            }),
        );
    }
  };
  window.addEventListener('message', receive);
  // Before its first word the frame is still an empty page of another origin; it asks for theme and address itself.
  const tell = (message: object) => {
    if (isUp) send(message);
  };
  return {
    theme: (mode) => tell({ type: 'theme', mode }),
    history: (path) => tell({ type: 'history', path }),
    close: () => window.removeEventListener('message', receive),
  };
}

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';
