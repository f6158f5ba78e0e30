import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { severityOfPain, sources, type Source } from '../../src/domain/evidence';
import { mappingVersion, receiptOf } from '../../src/domain/receipts';
import { fitsScale, scales } from '../../src/domain/scales';
import { completeParams } from '../../src/domain/score';
import { painOf } from '../../src/domain/score/pain';

describe('a receipt', () => {
  test('tells the value, its scale, what read it, and the pain', () => {
    expect(receiptOf('nps', 3)).toEqual({ raw: 3, scale: '0 to 10', mapping: 'anchors', version: mappingVersion, pain: expect.closeTo(0.8) });
    expect(receiptOf('ticket', 'critical')).toEqual({ raw: 'critical', scale: 'trivial to blocker', mapping: 'labels', version: mappingVersion, pain: 0.85 });
    expect(receiptOf('opinion', null)).toMatchObject({ raw: null, mapping: 'typical', pain: 0.5 });
    expect(receiptOf('sales', 'who knows')).toMatchObject({ mapping: 'typical', pain: 0.5 });
  });

  const params = completeParams();
  const ends = (source: Source): readonly (number | string)[] => {
    const scale = scales[source];
    return scale.kind === 'labels' ? scale.labels : [scale.from, scale.to ?? 40];
  };
  test.each(sources)('of %s says what the score reads, and nothing on its scale is unknown', (source) => {
    const rules = params.sources.get(source);
    if (!rules) throw new Error(`${source} has no rules`);
    for (const raw of ends(source)) {
      const { pain, mapping } = receiptOf(source, raw);
      expect({ source, raw, pain, mapping }).toEqual({
        source,
        raw,
        pain: painOf(raw, rules, undefined, params.kappa),
        mapping: expect.not.stringMatching('typical'),
      });
      expect(fitsScale(source, raw)).toBe(true);
    }
    expect(fitsScale(source, -1)).toBe(false);
  });

  test('of version 1 is made by these anchors and labels: who changes them counts the version up', () => {
    const mapping = [...params.sources].map(([name, { anchors, labels }]) => [name, anchors, [...labels]]);
    const print = createHash('sha256').update(JSON.stringify(mapping)).digest('hex').slice(0, 12);
    expect({ mappingVersion, print }).toEqual({ mappingVersion: 1, print: '8945e98eccf5' });
  });
});

test('pain is called by the nearest severity', () =>
  expect([1, 0.85, 0.8, 0.6, 0.5, 0.3, 0.1, 0].map(severityOfPain)).toEqual([
    'blocker',
    'critical',
    'critical',
    'major',
    'major',
    'minor',
    'trivial',
    'trivial',
  ]));
