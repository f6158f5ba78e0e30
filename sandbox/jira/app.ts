import { customFieldsOf } from './builtin';
import type { Site } from './site';

/** An app that is removed takes its pins and its fields with it. Values and properties on issues stay where they are. */
export function forgetApp(site: Site): void {
  site.pins.clear();
  for (const { id, moduleKey } of site.customFields.values()) if (moduleKey !== undefined) site.customFields.delete(id);
}

/** An installed app brings its fields, on no screen yet. */
export function learnApp(site: Site): void {
  for (const field of customFieldsOf(site.options.app)) site.customFields.set(field.id, field);
}
