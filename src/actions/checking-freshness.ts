import type { SetupCheck } from '../contract/upkeep';
import { documentOf, readContent } from './index-documents';
import type { Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { indexedProjects } from './project-types';
import { rebuildPart, type RebuildState } from './rebuild-progress';
import { sweepPart, type SweepState } from './sweep';

type Needed = Pick<Ports, 'documents' | 'changes' | 'clock'>;
type Project = Omit<ProjectFacts, 'types'>;

// The sweep is hourly: two that did not come are a fault, one may be late.
const longestSilence = 3 * 3_600;
const longestReading = 2 * 3_600;
const mostWaiting = 100;

/** Whether the numbers are of today: each project was read, sweeps come, and no changes pile up. */
export async function checkFreshness(ports: Needed, settings: SiteSettings, projects: readonly Project[]): Promise<SetupCheck[]> {
  const chosen = indexedProjects(settings).flatMap((id) => projects.find((project) => project.id === id) ?? []);
  if (chosen.length === 0) return [];
  const sweep = (await readContent(await ports.documents.read(documentOf.sweep))).one<SweepState>(sweepPart);
  const now = ports.clock.now();
  const readings = await Promise.all(
    chosen.map(async (project) => {
      const state = (await readContent(await ports.documents.read(documentOf.rebuild(project.id)))).one<RebuildState>(rebuildPart);
      return readingOf(project, state, now, sweep?.since[project.id]);
    }),
  );
  return [...readings, await waiting(ports)];
}

function readingOf({ id, name }: Project, state: RebuildState | undefined, now: number, swept: number | undefined): SetupCheck {
  const check = { id: `reading.${id}`, title: `Numbers of ${name}`, steps: [] };
  const again = { readAgain: id };
  if (!state) return { ...check, state: 'broken', found: 'The project was never read.', means: 'It has no order yet.', repair: again };
  if (!state.isFinished && now - state.since > longestReading)
    return {
      ...check,
      state: 'broken',
      found: `The reading stopped at ${String(state.done)} of about ${String(state.of)} issues.`,
      means: 'The order misses the rest.',
      repair: again,
    };
  if (!state.isFinished)
    return { ...check, state: 'unknown', found: `Being read: ${String(state.done)} of about ${String(state.of)} issues.`, means: '', repair: null };
  const looked = Math.max(swept ?? 0, state.since);
  if (now - looked > longestSilence)
    return {
      ...check,
      state: 'broken',
      found: `Nobody looked for changes for ${String(Math.floor((now - looked) / 3_600))} hours.`,
      means: 'What Jira did not tell the app of is missing.',
      repair: again,
    };
  return { ...check, state: 'fine', found: `${String(state.done)} issues, looked through ${ago(now - looked)}.`, means: '', repair: null };
}

const ago = (seconds: number): string => (seconds < 120 ? 'a moment ago' : seconds < 7_200 ? `${String(Math.floor(seconds / 60))} min ago` : 'two hours ago');

async function waiting({ changes }: Needed): Promise<SetupCheck> {
  const pending = (await changes.pending(mostWaiting)).length;
  const isBehind = pending === mostWaiting;
  return {
    id: 'waiting',
    title: 'Changes waiting to be counted',
    state: isBehind ? 'broken' : 'fine',
    found: isBehind ? `${String(mostWaiting)} or more.` : pending === 0 ? 'None.' : String(pending),
    means: isBehind ? 'The order is behind; it catches up by itself, a slice at a time.' : '',
    repair: null,
    steps: [],
  };
}
