import { Refusal } from './outcome';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';

const tries = 5;

/** Changes what is there now, however many admins save at once; a change that changes nothing is not saved. */
export async function changeSettings(ports: Pick<Ports, 'settings'>, change: (settings: SiteSettings) => SiteSettings): Promise<SiteSettings> {
  for (let tried = 0; tried < tries; tried += 1) {
    const settings = await ports.settings.read();
    const changed = change(settings);
    if (JSON.stringify(changed) === JSON.stringify(settings)) return settings;
    if ((await ports.settings.save(changed)) === 'saved') return changed;
  }
  throw new Refusal('conflict', 'Somebody else is changing the same settings. Try again.');
}

/** The same list with one more, each once. */
export const including = <Item>(list: readonly Item[], item: Item): readonly Item[] => (list.includes(item) ? list : [...list, item]);
