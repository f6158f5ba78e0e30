import { ForgeKvsAPIError } from '@forge/kvs';
import { Refusal } from '../actions/outcome';

const tries = 5;
const firstWaitInMs = 300;

/** Waits out a storage wall, which passes within a second. What was refused so was not carried out, so that it may be asked again. */
export async function patiently<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ForgeKvsAPIError) || error.responseDetails.status !== 429) throw error;
      if (tried === tries) throw new Refusal('quota', 'Storage asked the app to pause.', 30);
      await new Promise((resolve) => setTimeout(resolve, firstWaitInMs * 2 ** (tried - 1) * (0.75 + Math.random() / 2)));
    }
  }
}
