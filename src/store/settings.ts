import type { ClockPort } from '../actions/ports';
import type { SettingsPort, SiteSettings } from '../actions/settings-ports';
import { moveHead, readHead } from './heads';
import { transact } from './kvs';
import { shape } from './shapes';

const key = 'settings';
const kept = shape<Omit<SiteSettings, 'version'>>('settings');

const beforeSetup: Omit<SiteSettings, 'version'> = {
  statementTypes: { insight: [], problem: [], opportunity: [] },
  linkTypes: {},
  statementProjects: [],
  backlogProjects: [],
  ticketProjects: [],
  openProjects: [],
  pinnedProjects: [],
  effort: undefined,
  organisationsFieldId: undefined,
  setup: { revision: 0, savedBy: undefined, savedAt: undefined, leftOut: [], screens: null },
  projects: {},
  gates: {},
};

/** The site's settings: two admins at once cannot overwrite each other unseen. */
export function createSettings(clock: ClockPort): SettingsPort {
  return {
    read: async () => {
      const { version, content } = await readHead(key, kept);
      return { ...beforeSetup, ...content, version };
    },
    save: async ({ version, ...settings }) => ((await transact([moveHead('settings', key, version, settings, kept, clock)])) ? 'saved' : 'conflict'),
  };
}
