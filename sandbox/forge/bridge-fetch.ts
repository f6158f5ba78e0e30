import type { Clock } from '../clock';
import type { Faults } from './faults';
import type { JiraDoor } from './jira-door';
import type { Latency } from './latency';
import { performUnderFaults, unanswered } from './strike';

/** `requestJira` of a page: always as the person in front of it, within the app's scopes, free of points. */
export interface BridgeRequest {
  readonly accountId: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface BridgeAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isAttachment: boolean;
}

export interface BridgeFetchParts {
  readonly jira: JiraDoor;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly latency: Latency;
}

export const bridgeFetch =
  ({ jira, clock, faults, latency }: BridgeFetchParts) =>
  async ({ accountId, method, path, headers, body }: BridgeRequest): Promise<BridgeAnswer> => {
    let isAlive = true;
    const answer = await performUnderFaults(clock, faults, {
      occasion: { target: 'jira', method, path },
      latencyMs: latency.jira,
      perform: async (staleMs) => {
        const caller = { kind: 'user', accountId, via: 'bridge' } as const;
        const { status, headers: sent, body: content } = await jira.handle({ method, path, headers, body, caller, ...(staleMs > 0 && { staleMs }) });
        return { status, headers: sent, body: content === undefined ? undefined : JSON.stringify(content) };
      },
      kill: () => void (isAlive = false),
      isAlive: () => isAlive,
    });
    if (answer === unanswered) throw new TypeError('fetch failed');
    return { status: answer.status, statusText: '', headers: answer.headers, body: answer.body ?? '', isAttachment: false };
  };
