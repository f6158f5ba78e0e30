import { gateOutcomes, type AuditLine, type Coverage, type ExemptionRecord, type GatePort, type GateSubject, type StoppedMove } from '../actions/gate-ports';
import { type ClockPort } from '../actions/ports';
import type { GateMode, Requirement } from '../domain/gate';
import type { IssueId, ProjectId } from '../domain/ids';
import { deleteEntity, getEntity, setEntities, transact } from './kvs';
import { ask, type Found } from './queries';
import { shape } from './shapes';

const exemptions = shape<ExemptionRecord>('exemption');
const counts = shape<{ readonly issueKey: string; readonly missing?: Requirement }>('gate count');
const lines = shape<Omit<AuditLine, 'at'>>('audit line');
const stops = shape<Pick<StoppedMove, 'toStatusId'>>('stopped move');
const modes = shape<{ readonly mode: GateMode }>('gate mode');
const coverages = shape<Pick<Coverage, 'stated' | 'of'>>('coverage');
const secondsPerDay = 86_400;
const secondsPerWeek = 7 * secondsPerDay;
const weeksShown = 53;
/** What an audit reads at most of a project's lines, and of one outcome: a team that is stopped more often has other worries. */
const mostRead = 2_000;

/** What the gate needs inside its three seconds: one strict read, and writes without reading. The rest is for its audit. */
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
      const found = await ask('exemption', { index: 'by-project', partition: projectId, order: 'descending', limit: mostRead });
      return found.map(({ value }) => exemptions.read(value.record)).filter(({ until }) => until > clock.now());
    },
    // An issue that is tried again and again counts once a day.
    count: (subject, what, missing) => {
      const at = clock.now();
      const kind = countKind(what, shelfOf(subject));
      const record = counts.pack({ issueKey: subject.issueKey, ...(missing && { missing }) });
      return setEntities([{ entity: 'claim', key: `${kind}.${subject.issueKey}.${dayOf(at)}`, value: { kind, at, record } }]);
    },
    counted: async (project, since) => {
      const read = gateOutcomes.flatMap((what) =>
        shelvesOf(project).map(async (shelf) => {
          const found = await ask('claim', { index: 'by-kind', partition: countKind(what, shelf), order: 'descending', limit: mostRead });
          return found.filter((one) => timeOf(one) >= since).map((one) => ({ what, at: timeOf(one), missing: undefined, ...counts.read(one.value.record) }));
        }),
      );
      return (await Promise.all(read)).flat().sort((a, b) => b.at - a.at);
    },
    note: async (line) => {
      const at = clock.now();
      // Moves once a day, decisions each by itself.
      const moment = line.how === 'exempted' || line.how === 'exemption-ended' ? String(at) : dayOf(at);
      const key = `${line.how}.${line.issueId ?? line.issueKey}.${moment}`;
      const value = { shelf: shelfOf(line), at, record: lines.pack(line) };
      await transact([{ entity: 'audit-line', key, value, when: { absent: 'shelf' } }]);
    },
    notesOf: async (project) => {
      const read = shelvesOf(project).map((partition) => ask('audit-line', { index: 'by-shelf', partition, order: 'descending', limit: mostRead }));
      const found = (await Promise.all(read)).flat();
      return found.map((one) => ({ ...lines.read(one.value.record), at: timeOf(one) })).sort((a, b) => b.at - a.at);
    },
    stopped: (issueId, toStatusId) =>
      setEntities([{ entity: 'claim', key: stopKey(issueId), value: { kind: 'gate-stop', at: clock.now(), record: stops.pack({ toStatusId }) } }]),
    lastStop: async (issueId) => {
      const stored = await getEntity('claim', stopKey(issueId));
      return stored && { ...stops.read(stored.record), at: Number(stored['at']) };
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
    remember: (projectId, byType) =>
      setEntities(
        [...byType].map(([typeId, mode]) => ({
          entity: 'claim',
          key: modeKey(projectId, typeId),
          value: { kind: 'gate-mode', at: clock.now(), record: modes.pack({ mode }) },
        })),
      ),
    modeOf: async (projectId, typeId) => {
      const stored = await getEntity('claim', modeKey(projectId, typeId));
      return stored && modes.read(stored.record).mode;
    },
  };
}

const timeOf = ({ value }: Found): number => Number(value['at']);
const dayOf = (at: number): string => String(Math.floor(at / secondsPerDay));
const countKind = (what: string, shelf: string): string => `gate-${what}.${shelf}`;
const stopKey = (issueId: IssueId): string => `gate.stop.${issueId}`;
const modeKey = (projectId: ProjectId, typeId: string): string => `gate.mode.${projectId}.${typeId}`;
const coverageKind = (projectId: ProjectId): string => `coverage.${projectId}`;

/** A project's id, or its key where only that of the issue was known. */
const shelfOf = ({ projectId, issueKey }: GateSubject): string =>
  projectId ?? (issueKey.includes('-') ? issueKey.slice(0, issueKey.lastIndexOf('-')) : 'unknown');
const shelvesOf = ({ id, key }: { readonly id: ProjectId; readonly key: string }): readonly string[] => [id, key];
