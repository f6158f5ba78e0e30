import { customFieldsOf } from './builtin';
import type { Site } from './site';

/** An app that is removed takes its pins, its fields and what its functions stood for with it. Values and properties on issues stay where they are. */
export function forgetApp(site: Site): void {
  site.pins.clear();
  site.precomputations.clear();
  for (const { id, moduleKey } of site.customFields.values()) {
    if (moduleKey === undefined) continue;
    site.customFields.delete(id);
    for (const screen of site.screens.values()) {
      const tabs = screen.tabs.map((tab) => ({ ...tab, fieldIds: tab.fieldIds.filter((fieldId) => fieldId !== id) }));
      site.screens.set(screen.id, { ...screen, tabs });
    }
  }
}

/** An installed app brings its fields, on no screen yet. */
export function learnApp(site: Site): void {
  for (const field of customFieldsOf(site.options.app)) site.customFields.set(field.id, field);
}
