import { z } from 'zod';
import { createRandom } from './random';

const faultTargets = ['jira', 'kvs', 'queue', 'event', 'function'] as const;
export type FaultTarget = (typeof faultTargets)[number];

/** What a rule does to what it matches, parsed: `429:jira-burst-based` is kind `429` with detail `jira-burst-based`. */
export type Fault =
  | { readonly kind: 'latency' | 'delay' | 'stale'; readonly ms: number }
  | { readonly kind: '429'; readonly reason: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'kill'; readonly effect: 'before' | 'after' }
  | { readonly kind: 'reset' | 'truncate' | 'lost-response' | 'duplicate' | 'reorder' | 'drop' };

type Kind = Fault['kind'];

/** Which kinds make sense where; a new kind is one line here and one reader below. */
const kindsOf: Readonly<Record<FaultTarget, readonly Kind[]>> = {
  // Stale on a search: it sees the site as it was so long ago.
  jira: ['latency', '429', 'status', 'reset', 'truncate', 'lost-response', 'kill', 'stale'],
  // Stale on a write: queries do not see it for so long.
  kvs: ['latency', '429', 'status', 'reset', 'truncate', 'lost-response', 'kill', 'stale'],
  queue: ['latency', '429', 'status', 'reset', 'truncate', 'lost-response', 'kill', 'duplicate', 'reorder', 'drop', 'delay'],
  event: ['duplicate', 'reorder', 'drop', 'delay'],
  function: ['kill'],
};

const ms = (kind: 'latency' | 'delay' | 'stale') => (detail: string) => (/^\d{1,9}$/.test(detail) ? ({ kind, ms: Number(detail) } as const) : undefined);
const plain = (kind: 'reset' | 'truncate' | 'lost-response' | 'duplicate' | 'reorder' | 'drop') => (detail: string) =>
  detail === '' ? ({ kind } as const) : undefined;
const readers: Readonly<Record<Kind, (detail: string) => Fault | undefined>> = {
  latency: ms('latency'),
  delay: ms('delay'),
  stale: ms('stale'),
  '429': (detail) => ({ kind: '429', reason: detail === '' ? 'jira-burst-based' : detail }),
  status: (detail) => (/^[45]\d\d$/.test(detail) ? { kind: 'status', status: Number(detail) } : undefined),
  // `kill` = the call does not happen; `kill:after` = it took effect and the run never knew.
  kill: (detail) => (detail === '' ? { kind: 'kill', effect: 'before' } : detail === 'after' ? { kind: 'kill', effect: 'after' } : undefined),
  reset: plain('reset'),
  truncate: plain('truncate'),
  'lost-response': plain('lost-response'),
  duplicate: plain('duplicate'),
  reorder: plain('reorder'),
  drop: plain('drop'),
};

const isKind = (name: string): name is Kind => Object.hasOwn(readers, name);

function faultOf(text: string): Fault | undefined {
  const colon = text.indexOf(':');
  const [name, detail] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  return isKind(name) ? readers[name](detail) : undefined;
}

const rule = z
  .strictObject({
    match: z.strictObject({
      target: z.enum(faultTargets),
      method: z.string().optional(),
      /** Start of the path, `*` for anything; for events the event's name, for functions the function's key. */
      path: z.string().optional(),
      /** The how-manieth match, from 1. */
      nth: z.number().int().min(1).optional(),
      rate: z.number().min(0).max(1).optional(),
    }),
    fault: z.string(),
  })
  .transform(({ match, fault }, context) => {
    const parsed = faultOf(fault);
    if (parsed === undefined || !kindsOf[match.target].includes(parsed.kind)) {
      context.addIssue({
        code: 'custom',
        path: ['fault'],
        message: `"${fault}" is no fault for ${match.target}; there are ${kindsOf[match.target].join(', ')}`,
      });
      return z.NEVER;
    }
    return { match, fault: parsed };
  });

export const faultPlanSchema = z.strictObject({ seed: z.number().int().default(1), rules: z.array(rule) });
type FaultPlan = z.infer<typeof faultPlanSchema>;

export interface Occasion {
  readonly target: FaultTarget;
  readonly method?: string;
  readonly path: string;
}

export interface Faults {
  plan(plan: FaultPlan): void;
  clear(): void;
  /** The faults that strike here, in the order of the rules; asking counts as one match. */
  strike(occasion: Occasion): readonly Fault[];
}

export function createFaults(): Faults {
  let rules: { readonly rule: FaultPlan['rules'][number]; readonly path: RegExp | undefined; seen: number }[] = [];
  let random = createRandom(1);
  return {
    plan(plan) {
      random = createRandom(plan.seed);
      rules = plan.rules.map((entry) => ({ rule: entry, path: entry.match.path === undefined ? undefined : startPattern(entry.match.path), seen: 0 }));
    },
    clear() {
      rules = [];
    },
    strike({ target, method, path }) {
      return rules.flatMap((entry) => {
        const { match, fault } = entry.rule;
        if (match.target !== target || (match.method !== undefined && match.method !== method) || entry.path?.test(path) === false) return [];
        entry.seen += 1;
        if (match.nth !== undefined && match.nth !== entry.seen) return [];
        if (match.rate !== undefined && random() >= match.rate) return [];
        return [fault];
      });
    },
  };
}

const startPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      .join('.*')}`,
  );
