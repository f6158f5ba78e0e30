import { compareIds } from './comparing';
import { defaultNumbers, defaultSources } from './defaults';

/** The plain numbers among the parameters; scoring.md says what each does. */
export interface Numbers {
  readonly rho: number;
  readonly gamma: number;
  readonly vmax: number;
  readonly eta: number;
  readonly countCap: number;
  readonly a0: number;
  readonly s0: number;
  readonly cvAgg: number;
  readonly w0: number;
  readonly lambda: number;
  readonly effortFloor: number;
  readonly sigmaEffort: number;
  readonly sigmaEffortMissing: number;
  readonly sigmaCover: number;
  readonly kappa: number;
  readonly draws: number;
  readonly seed: number;
  readonly topK: number;
  readonly defaultCover: number;
}

/** Which items are ranked against each other: all, those without a parent, or those without children. */
export type Level = 'all' | 'top' | 'leaf';

/** A raw value and the pain (0..1) it stands for. */
type Anchor = readonly [raw: number, pain: number];

/** A frozen snapshot of one source: r is the share of its `n` records with less pain plus half of the ties. */
export interface SourceCalibration {
  readonly n: number;
  readonly ridit: readonly (readonly [raw: number | string, r: number])[];
}

/** What a scenario may say about a source; what it leaves out keeps its default. */
export interface SourceInput {
  readonly anchors?: readonly Anchor[] | null;
  readonly labels?: Readonly<Record<string, number>> | null;
  readonly trust?: number | null;
  readonly half?: number | null;
  readonly aggregate?: boolean | null;
}

/** What a scenario may say about the model: any part of the defaults; null means "not said". */
export interface ParamsInput extends Readonly<Partial<Record<keyof Numbers, number | null>>> {
  readonly arrRef?: number | null;
  readonly effortRef?: number | null;
  readonly level?: Level | null;
  readonly calibration?: Readonly<Record<string, SourceCalibration>> | null;
  readonly sources?: Readonly<Record<string, SourceInput | null>> | null;
}

/** A source with nothing left open: anchors ascending by raw value, labels in lower case. */
export interface Source {
  readonly anchors: readonly Anchor[];
  readonly labels: ReadonlyMap<string, number>;
  readonly trust: number;
  readonly halfLifeInDays: number;
  readonly isAggregate: boolean;
}

/** The parameters with nothing left open; a null reference means "the median of what is there". */
export interface Params extends Numbers {
  readonly arrRef: number | null;
  readonly effortRef: number | null;
  readonly level: Level;
  readonly calibration: ReadonlyMap<string, SourceCalibration>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A source nobody declared: it counts, but for little. */
export const unknownSource: Source = { anchors: [], labels: new Map(), trust: 0.3, halfLifeInDays: 180, isAggregate: false };

/** Fills in every default; sources merge per source and field. */
export function completeParams(given: ParamsInput | null = null): Params {
  const said = given ?? {};
  return {
    ...defaultNumbers,
    ...saidNumbers(said),
    arrRef: said.arrRef ?? null,
    effortRef: said.effortRef ?? null,
    level: said.level ?? 'all',
    calibration: new Map(Object.entries(said.calibration ?? {})),
    sources: completeSources(said.sources ?? {}),
  };
}

function saidNumbers(said: ParamsInput): Partial<Numbers> {
  const numbers: { -readonly [Name in keyof Numbers]?: number } = {};
  for (const name of numberNames) {
    const value = said[name];
    if (value !== null && value !== undefined) numbers[name] = value;
  }
  return numbers;
}

const numberNames = keysOf(defaultNumbers);

function keysOf<T extends object>(table: T): readonly (keyof T)[] {
  return Object.keys(table).filter((key): key is Extract<keyof T, string> => key in table);
}

function completeSources(given: NonNullable<ParamsInput['sources']>): ReadonlyMap<string, Source> {
  const said = new Map(Object.entries(given));
  const declared = new Map(Object.entries(defaultSources));
  const names = new Set([...declared.keys(), ...said.keys()]);
  const sources = new Map<string, Source>();
  for (const name of names) {
    const fallback = declared.get(name);
    const own = said.get(name);
    if (fallback || own) sources.set(name, completeSource(own ?? {}, fallback ?? {}));
  }
  return sources;
}

function completeSource(own: SourceInput, fallback: SourceInput): Source {
  const anchors = own.anchors ?? fallback.anchors ?? unknownSource.anchors;
  return {
    anchors: [...anchors].sort(([a], [b]) => a - b),
    labels: lowerCased(own.labels ?? fallback.labels ?? {}),
    trust: own.trust ?? fallback.trust ?? unknownSource.trust,
    halfLifeInDays: own.half ?? fallback.half ?? unknownSource.halfLifeInDays,
    isAggregate: own.aggregate ?? fallback.aggregate ?? unknownSource.isAggregate,
  };
}

function lowerCased(labels: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const entries = Object.entries(labels).sort(([a], [b]) => compareIds(a, b));
  return new Map(entries.map(([label, pain]) => [label.trim().toLowerCase(), pain]));
}
