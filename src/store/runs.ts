import { Queue } from '@forge/events';
import type { ClockPort, Run, RunsPort } from '../actions/ports';
import { deleteEntity, getEntity, setEntities } from './kvs';
import { shape } from './shapes';

const kept = shape<{ readonly due: number }>('claim of a run');

// Changes come in bursts, and storage indexes lag a moment behind: a short wait takes the whole burst in one run.
const usualDelay: Readonly<Record<Run['kind'], number>> = { refresh: 3, rebuild: 0, scan: 0, publish: 600, answers: 600 };
// A run that is this late is lost: the next push goes through.
const graceInSeconds = 120;

export interface RunsStore extends RunsPort {
  /** Called first thing by the run: from here on a push makes a new run. */
  started(run: Run): Promise<void>;
}

/** The queue of background runs, with at most one undelivered run of the same identity. */
export function createRuns(clock: ClockPort): RunsStore {
  const queue = new Queue<{ readonly run: Run }>({ key: 'run' });
  return {
    push: async (run, delayInSeconds = usualDelay[run.kind]) => {
      const now = clock.now();
      const key = claimKey(run);
      const claimed = await getEntity('claim', key);
      if (claimed !== undefined && now < kept.read(claimed.record).due + graceInSeconds) return;
      // The claim is written first: the other way round it could outlive a run that started at once, and hold up the next.
      await setEntities([{ entity: 'claim', key, value: { kind: 'run', at: now, record: kept.pack({ due: now + delayInSeconds }) } }]);
      try {
        await queue.push({ body: { run }, delayInSeconds });
      } catch (error) {
        await deleteEntity('claim', key);
        throw error;
      }
    },
    started: (run) => deleteEntity('claim', claimKey(run)),
  };
}

function claimKey(run: Run): string {
  switch (run.kind) {
    case 'refresh':
      return 'run.refresh';
    case 'publish':
      return `run.publish.${run.projectId}`;
    case 'answers':
      return `run.answers.${run.from}`;
    case 'rebuild':
    case 'scan':
      return `run.${run.kind}.${run.projectId}.${run.token}`;
  }
}
