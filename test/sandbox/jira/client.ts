import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface JiraJs {
  /** `cloud.issues.getIssue` and the like, as somebody; a refusal or an answer that the client's schemas do not know throws. */
  call(email: string, call: string, parameters?: unknown): Promise<unknown>;
  stop(): void;
}

/** jira.js, driven from a test: one call after the other. */
export function startJiraJs(url: string): JiraJs {
  const child = spawn(process.execPath, [join(__dirname, 'jira-js.cjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  return {
    async call(email, call, parameters) {
      child.stdin.write(`${JSON.stringify({ url, email, call, parameters })}\n`);
      const line = await new Promise<string>((resolve) => lines.once('line', resolve));
      const answer = JSON.parse(line) as { readonly value?: unknown; readonly error?: string };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    stop: () => {
      child.kill();
    },
  };
}
