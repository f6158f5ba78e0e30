import { describe, expect, test } from '@jest/globals';
import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import { mergeSettings } from '../../../static/pages/settings/merge';
import { isSame } from '../../../static/pages/settings/things';

const base: ProjectSettingsView = {
  revision: 1,
  itemTypes: null,
  boardId: 7,
  effort: null,
  sources: { sales: { trust: 0.5, half: 90 } },
  stakeholders: ['Finance clerk', 'Owner'],
  jobs: [],
  segments: ['Small'],
  exempters: 'project-admins',
};

const merged = (mine: Partial<ProjectSettingsView>, theirs: Partial<ProjectSettingsView>) => {
  const saved = { ...base, ...theirs, revision: 2 };
  const { settings, taken, disputed } = mergeSettings(base, { ...base, ...mine }, saved);
  return { settings, taken: taken.map(({ name }) => name), disputed: disputed.map(({ name }) => name), disputes: disputed, saved };
};

describe('two admins at once: nobody’s change is lost silently', () => {
  test('of two sources each keeps the number that its admin gave it', () => {
    const { settings, taken, disputed } = merged({ sources: { ...base.sources, csat: { trust: 0.9 } } }, { sources: { ...base.sources, nps: { trust: 0.1 } } });
    expect(settings).toEqual({ ...base, revision: 2, sources: { sales: { trust: 0.5, half: 90 }, csat: { trust: 0.9 }, nps: { trust: 0.1 } } });
    expect([taken, disputed]).toEqual([['Trust of NPS'], []]);
  });

  test('of one source its trust, its half-life and what its values mean are three things', () => {
    const anchors: [number, number][] = [
      [0, 1],
      [10, 0],
    ];
    const { settings, taken, disputed } = merged({ sources: { sales: { trust: 0.7, half: 90 } } }, { sources: { sales: { trust: 0.5, half: 30, anchors } } });
    expect(settings.sources).toEqual({ sales: { trust: 0.7, half: 30, anchors } });
    expect([taken, disputed]).toEqual([['Half-life of sales note', 'What the values mean of sales note'], []]);
  });

  test('the same number changed by both is on screen as mine, until theirs is taken', () => {
    const { settings, taken, disputes, saved } = merged({ sources: { sales: { trust: 0.7, half: 90 } } }, { sources: { sales: { trust: 0.6, half: 90 } } });
    expect(settings.sources.sales?.trust).toBe(0.7);
    expect([taken, disputes.map(({ name }) => name)]).toEqual([[], ['Trust of sales note']]);
    const after = disputes.reduce((draft, { take }) => take(draft, saved), settings);
    expect(isSame(after, saved)).toBe(true);
  });

  test('back to the default is a change, too: theirs is kept, and mine is not undone', () => {
    expect(merged({ boardId: 8 }, { sources: {} }).settings.sources).toEqual({});
    const { settings, disputed } = merged({ sources: {} }, { sources: { sales: { trust: 0.5, half: 30 } } });
    expect(settings.sources).toEqual({});
    expect(disputed).toEqual(['Half-life of sales note']);
  });

  test('a list of words has every line that one of them added, and none that one of them took out', () => {
    const { settings, taken, disputed } = merged(
      { stakeholders: ['Owner', 'Baker'], jobs: ['Close the month'] },
      { stakeholders: ['Finance clerk', 'Owner', 'Driver'], segments: [] },
    );
    expect(settings).toMatchObject({ stakeholders: ['Owner', 'Driver', 'Baker'], jobs: ['Close the month'], segments: [] });
    expect([taken, disputed]).toEqual([['Stakeholders', 'Segments'], []]);
  });

  test('both wanting the same is no dispute', () => {
    expect(merged({ exempters: 'editors' }, { exempters: 'editors' })).toMatchObject({ settings: { exempters: 'editors' }, taken: [], disputed: [] });
    expect(merged({ exempters: 'editors', boardId: 9 }, { boardId: 8 })).toMatchObject({ settings: { boardId: 9, exempters: 'editors' }, disputed: ['Board'] });
  });
});
