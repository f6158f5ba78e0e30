import { inOnePart, onePart } from '../domain/index/tables';
import { documentOf, save, untilWritten } from './index-documents';
import type { Ports } from './ports';

/** Jira points that background work of a kind may spend on this site in an hour. */
export const hourlyPoints = { publish: 10_000, rebuild: 25_000 } as const;
type Purpose = keyof typeof hourlyPoints;

interface Spent {
  readonly hour: number;
  readonly spent: Readonly<Partial<Record<Purpose, number>>>;
}

const part = 'spent';
const secondsPerHour = 3_600;

/** Takes up to `wanted` points from this hour's budget, before they are spent; answers how many there were. */
export function takePoints(ports: Pick<Ports, 'documents' | 'clock'>, purpose: Purpose, wanted: number): Promise<number> {
  return untilWritten(async () => {
    const hour = Math.floor(ports.clock.now() / secondsPerHour);
    const document = await ports.documents.read(documentOf.points);
    const kept = inOnePart<Spent>(part, await document.part(part));
    const spent = kept?.hour === hour ? kept.spent : {};
    const granted = Math.max(0, Math.min(wanted, hourlyPoints[purpose] - (spent[purpose] ?? 0)));
    if (granted > 0)
      await save(
        ports,
        documentOf.points,
        document,
        new Map([[part, onePart<Spent>({ hour, spent: { ...spent, [purpose]: (spent[purpose] ?? 0) + granted } })]]),
      );
    return granted;
  });
}

const longestDelay = 900;

/** How long to wait for the next budget, at most what the queue can wait. */
export const untilNextHour = (now: number): number => Math.min(longestDelay, secondsPerHour - (now % secondsPerHour) + 1);
