import { clamp } from './numbers';
import type { Source, SourceCalibration } from './params';

/** What a record with no readable value is taken for: never 0, and never dropped. */
export const typicalPain = 0.5;

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number a text spells in decimal notation, or null. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  if (!decimal.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/** Pain of a raw value on its source's own scale, 0 (none) to 1 (cannot go on); scoring.md section 1. */
export function painOf(raw: number | string | null, source: Source, calibration: SourceCalibration | undefined, kappa: number): number {
  if (raw === null) return typicalPain;
  const declared = declaredPain(raw, source);
  const r = calibration && riditOf(raw, calibration);
  if (r === undefined || calibration === undefined || kappa + calibration.n === 0) return declared;
  return clamp((kappa * declared + calibration.n * r) / (kappa + calibration.n), 0, 1);
}

function declaredPain(raw: number | string, source: Source): number {
  const value = typeof raw === 'number' ? raw : numberIn(raw);
  // A label table may name digits too ("5" = blocker), so text asks the table first; a bare number is a measurement.
  const label = typeof raw === 'string' || source.anchors.length === 0 ? source.labels.get(asLabel(raw)) : undefined;
  if (label !== undefined) return clamp(label, 0, 1);
  if (value === null || source.anchors.length === 0) return typicalPain;
  return clamp(interpolated(value, source), 0, 1);
}

function interpolated(value: number, { anchors }: Source): number {
  let below = anchors[0];
  for (const anchor of anchors) {
    if (below === undefined || value <= anchor[0]) {
      if (below === undefined || below === anchor || value === anchor[0]) return anchor[1];
      const [fromRaw, fromPain] = below;
      const [toRaw, toPain] = anchor;
      return fromPain + ((toPain - fromPain) * (value - fromRaw)) / (toRaw - fromRaw);
    }
    below = anchor;
  }
  return below?.[1] ?? typicalPain;
}

function riditOf(raw: number | string, { ridit }: SourceCalibration): number | undefined {
  const wanted = comparable(raw);
  return ridit.find(([listed]) => comparable(listed) === wanted)?.[1];
}

function comparable(raw: number | string): string {
  const value = typeof raw === 'number' ? raw : numberIn(raw);
  return value === null ? asLabel(raw) : String(value);
}

function asLabel(raw: number | string): string {
  return String(raw).trim().toLowerCase();
}
