import type { Change } from './issue';
import { userBean } from './self';
import type { Site } from './site';
import { zoned } from './zone';

export const changeBean = (site: Site, change: Change) => ({
  id: String(change.id),
  ...(change.author !== undefined && { author: userBean(site, change.author) }),
  created: zoned(change.at, site.timeZone),
  items: change.items.map((item) => ({
    field: item.field,
    fieldtype: item.fieldId === undefined || item.fieldId.startsWith('customfield_') ? 'custom' : 'jira',
    ...(item.fieldId !== undefined && { fieldId: item.fieldId }),
    from: item.from,
    fromString: item.fromString,
    to: item.to,
    toString: item.toString,
  })),
});
