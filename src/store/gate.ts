import { gateOutcomes, type ClockPort, type Coverage, type ExemptionRecord, type GatePort } from '../actions/ports';
import type { GateMode } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { deleteEntity, getEntity, setEntities } from './kvs';
import { ask, type Found } from './queries';
import { shape } from './shapes';

const exemptions = shape<ExemptionRecord>('exemption');
const counts = shape<{ readonly projectId: string | null; readonly issueKey: string }>('gate count');
const modes = shape<{ readonly mode: GateMode }>('gate mode');
const coverages = shape<Pick<Coverage, 'stated' | 'of'>>('coverage');
const secondsPerDay = 86_400;
const secondsPerWeek = 7 * secondsPerDay;
const weeksShown = 53;
/** What an audit reads at most of one outcome: a team that is stopped more often has other worries. */
const mostCounts = 1_000;

/** What the gate needs inside its three seconds: one strict read, one write without reading. The rest is for its audit. */
export function createGate(clock: ClockPort): GatePort {
  return {
    exemption: async (issueId) => {
      const stored = await getEntity('exemption', issueId);
      return stored && exemptions.read(stored.record);
    },
    exempt: (record) =>
      setEntities([{ entity: 'exemption', key: record.issueId, value: { projectId: record.projectId, until: record.until, record: exemptions.pack(record) } }]),
    endExemption: (issueId) => deleteEntity('exemption', issueId),
    exemptionsOf: async (projectId) => {
      const found = await ask('exemption', { index: 'by-project', partition: projectId, order: 'descending', limit: mostCounts });
      return found.map(({ value }) => exemptions.read(value.record)).filter(({ until }) => until > clock.now());
    },
    // An issue that is tried again and again counts once a day.
    count: (projectId, what, issueKey) => {
      const at = clock.now();
      const key = `gate.${what}.${projectId ?? 'unknown'}.${issueKey}.${Math.floor(at / secondsPerDay)}`;
      return setEntities([{ entity: 'claim', key, value: { kind: `gate-${what}`, at, record: counts.pack({ projectId: projectId ?? null, issueKey }) } }]);
    },
    counted: async (projectId, since) => {
      const ofOutcome = gateOutcomes.map(async (what) => {
        const found = await ask('claim', { index: 'by-kind', partition: `gate-${what}`, order: 'descending', limit: mostCounts });
        return found.filter((one) => timeOf(one) >= since).map((one) => ({ what, at: timeOf(one), ...counts.read(one.value.record) }));
      });
      const all = (await Promise.all(ofOutcome)).flat().filter((own) => own.projectId === null || own.projectId === projectId);
      return all.map(({ what, at, issueKey }) => ({ what, at, issueKey })).sort((a, b) => b.at - a.at);
    },
    cover: (projectId, figure) => {
      const at = Math.floor(clock.now() / secondsPerWeek) * secondsPerWeek;
      const value = { kind: coverageKind(projectId), at, record: coverages.pack(figure) };
      return setEntities([{ entity: 'claim', key: `${coverageKind(projectId)}.${String(at)}`, value }]);
    },
    coverageOf: async (projectId) => {
      const found = await ask('claim', { index: 'by-kind', partition: coverageKind(projectId), order: 'descending', limit: weeksShown });
      return found.map((one) => ({ at: timeOf(one), ...coverages.read(one.value.record) })).reverse();
    },
    seen: (projectId, mode) =>
      setEntities([{ entity: 'claim', key: modeKey(projectId), value: { kind: 'gate-mode', at: clock.now(), record: modes.pack({ mode }) } }]),
    modeSeen: async (projectId) => {
      const stored = await getEntity('claim', modeKey(projectId));
      return stored && modes.read(stored.record).mode;
    },
  };
}

const timeOf = ({ value }: Found): number => Number(value['at']);
const modeKey = (projectId: ProjectId): string => `gate.mode.${projectId}`;
const coverageKind = (projectId: ProjectId): string => `coverage.${projectId}`;
