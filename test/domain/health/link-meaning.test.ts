import { describe, expect, test } from '@jest/globals';
import { mayMean, meaningsOf } from '../../../src/domain/health/link-meaning';

const type = (id: string, name: string, phrase: string, inverse: string) => ({ id, name, phrase, inverse });
const blocks = type('1', 'Blocks', 'blocks', 'is blocked by');

describe('a link type that only relates', () => {
  test.each([
    type('9', 'Relates', 'relates to', 'relates to'),
    type('9', 'Beziehung', 'bezieht sich auf', 'bezieht sich auf'),
    type('9', 'Relates', 'est lié à', 'est lié à'),
    type('9', '関連', '関連する', '関連する'),
    type('9', 'Our own word', 'Relates  to', 'relates to'),
  ])('is known by its name or its phrase: $name, $phrase', (relating) => {
    expect(meaningsOf([blocks, relating], {}).get('9')).toEqual({ says: 'related' });
    expect(mayMean(relating)).toBe(true);
  });

  test('in a language that is in no table is the one that reads the same both ways', () => {
    const unknown = type('9', 'Seotud', 'on seotud', 'on seotud');
    expect(meaningsOf([blocks, unknown], {}).get('9')).toEqual({ says: 'related' });
    expect(meaningsOf([blocks, unknown, type('10', 'Clashes', 'clashes with', 'clashes with')], {}).get('9')).toBeUndefined();
  });

  test('is none that says which way it goes', () => {
    expect(meaningsOf([blocks, type('2', 'Relation', 'causes', 'is caused by')], {})).toEqual(new Map());
    expect(mayMean(blocks)).toBe(false);
  });
});

describe('a second link type of the same phrases', () => {
  const solves = type('20', 'Solves', 'solves', 'is solved by');

  test('means the same and was not chosen', () => {
    const meanings = meaningsOf([solves, type('21', 'Solves (imported)', 'Solves', 'is solved by')], { solves: '20' });
    expect(meanings.get('20')).toEqual({ says: 'kind', kind: 'solves', isChosen: true });
    expect(meanings.get('21')).toEqual({ says: 'kind', kind: 'solves', isChosen: false });
    expect(mayMean(solves)).toBe(true);
  });

  test('is known by the phrases of an adopted type, too', () => {
    const adopted = type('30', 'Löst', 'löst', 'wird gelöst von');
    const meanings = meaningsOf([adopted, type('31', 'Löst (alt)', 'löst', 'wird gelöst von'), solves], { solves: '30' });
    expect([...meanings.keys()]).toEqual(['30', '31', '20']);
  });

  test('is none where the phrases run the other way', () => {
    expect(meaningsOf([solves, type('21', 'Fixed', 'is solved by', 'solves')], { solves: '20' }).get('21')).toBeUndefined();
  });
});
