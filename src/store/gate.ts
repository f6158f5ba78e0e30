import type { ClockPort, GatePort } from '../actions/ports';
import type { Exemption, GateMode } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { getEntity, setEntities } from './kvs';
import { shape } from './shapes';

const exemptions = shape<Exemption>('exemption');
const counts = shape<{ readonly projectId: string | null; readonly issueKey: string }>('gate count');
const modes = shape<{ readonly mode: GateMode }>('gate mode');
const secondsPerDay = 86_400;

/** What the gate needs inside its three seconds: one strict read, one write without reading. */
export function createGate(clock: ClockPort): GatePort {
  return {
    exemption: async (issueId) => {
      const stored = await getEntity('exemption', issueId);
      return stored && exemptions.read(stored.record);
    },
    // An issue that is tried again and again counts once a day.
    count: (projectId, what, issueKey) => {
      const at = clock.now();
      const key = `gate.${what}.${projectId ?? 'unknown'}.${issueKey}.${Math.floor(at / secondsPerDay)}`;
      return setEntities([{ entity: 'claim', key, value: { kind: `gate-${what}`, at, record: counts.pack({ projectId: projectId ?? null, issueKey }) } }]);
    },
    seen: (projectId, mode) =>
      setEntities([{ entity: 'claim', key: modeKey(projectId), value: { kind: 'gate-mode', at: clock.now(), record: modes.pack({ mode }) } }]),
    modeSeen: async (projectId) => {
      const stored = await getEntity('claim', modeKey(projectId));
      return stored && modes.read(stored.record).mode;
    },
  };
}

const modeKey = (projectId: ProjectId): string => `gate.mode.${projectId}`;
