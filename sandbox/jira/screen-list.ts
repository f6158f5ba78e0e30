import { z } from 'zod';
import { findField } from './fields';
import { orderedBy, page } from './page';
import { refuse } from './refusal';
import { requireJiraAdmin } from './rights';
import { ok, routes, type Ask } from './route';
import { defaultScreenId, holds, type Screen, type ScreenTab } from './screens';
import type { Site } from './site';

const bodySchema = z.strictObject({ fieldId: z.string() });

/** What shows on issues. The screens of team-managed projects are their own business, which this API does not reach. */
export const screenRoutes = routes('platform', [
  [
    'GET /rest/api/3/screens',
    'getScreens',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { query } = ask;
      const [ids, scopes, words] = [query.list('id'), query.list('scope'), (query.text('queryString') ?? '').toLowerCase()];
      const found = [...ask.site.screens.values()].filter(
        ({ id, name }) =>
          (ids.length === 0 || ids.includes(String(id))) && (scopes.length === 0 || scopes.includes('GLOBAL')) && name.toLowerCase().includes(words),
      );
      const body = page(ask, orderedBy(found, query.text('orderBy') ?? 'id', { id: ({ id }) => id, name: ({ name }) => name }), screenBean, paging);
      return ok(body, body.values.length);
    },
  ],
  [
    'GET /rest/api/3/screens/{screenId}/tabs',
    'getAllScreenTabs',
    'read',
    (ask) => {
      const { tabs } = screenFor(ask);
      return ok(tabs.map(tabBean), tabs.length);
    },
  ],
  [
    'GET /rest/api/3/screens/{screenId}/tabs/{tabId}/fields',
    'getAllScreenTabFields',
    'read',
    (ask) => {
      const fields = tabFor(ask, screenFor(ask)).fieldIds.map((id) => fieldBean(ask, id));
      return ok(fields, fields.length);
    },
  ],
  [
    'POST /rest/api/3/screens/{screenId}/tabs/{tabId}/fields',
    'addScreenTabField',
    'write',
    (ask) => {
      const screen = screenFor(ask);
      const tab = tabFor(ask, screen);
      const { fieldId } = ask.parse(bodySchema);
      if (findField(ask.site, fieldId) === undefined) throw refuse(404, `The field with id '${fieldId}' was not found.`);
      if (holds(screen, fieldId)) throw refuse(400, `The field with id '${fieldId}' already exists on the screen.`);
      addField(ask.site, screen, tab, fieldId);
      return ok(fieldBean(ask, fieldId));
    },
  ],
  [
    'POST /rest/api/3/screens/addToDefault/{fieldId}',
    'addFieldToDefaultScreen',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const [screen, fieldId] = [ask.site.screens.get(defaultScreenId), ask.param('fieldId')];
      const [tab] = screen?.tabs ?? [];
      if (findField(ask.site, fieldId) === undefined || screen === undefined || tab === undefined)
        throw refuse(404, `The field with id '${fieldId}' was not found.`);
      if (holds(screen, fieldId)) throw refuse(404, `The field with id '${fieldId}' already exists on the screen.`);
      addField(ask.site, screen, tab, fieldId);
      return ok({});
    },
  ],
  [
    'GET /rest/api/3/field/{fieldId}/screens',
    'getScreensForField',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const fieldId = ask.param('fieldId');
      const found = [...ask.site.screens.values()].flatMap((screen) =>
        screen.tabs.filter((tab) => tab.fieldIds.includes(fieldId)).map((tab) => ({ screen, tab })),
      );
      const withTab = ask.query.list('expand').includes('tab');
      const body = page(ask, found, ({ screen, tab }) => ({ ...screenBean(screen), ...(withTab && { tab: tabBean(tab) }) }), paging);
      return ok(body, body.values.length);
    },
  ],
]);

const paging = { most: 100, usual: 100 };
const screenBean = ({ id, name, description }: Screen) => ({ id, name, description });
const tabBean = ({ id, name }: ScreenTab) => ({ id, name });
const fieldBean = ({ site }: Ask, id: string) => ({ id, name: findField(site, id)?.name ?? id });

function addField(site: Site, screen: Screen, tab: ScreenTab, fieldId: string): void {
  const tabs = screen.tabs.map((one) => (one.id === tab.id ? { ...one, fieldIds: [...one.fieldIds, fieldId] } : one));
  site.screens.set(screen.id, { ...screen, tabs });
}

function screenFor(ask: Ask): Screen {
  requireJiraAdmin(ask.viewer);
  const screen = ask.site.screens.get(Number(ask.param('screenId')));
  if (screen === undefined) throw refuse(404, `The screen with id ${ask.param('screenId')} does not exist.`);
  return screen;
}

function tabFor(ask: Ask, { tabs }: Screen): ScreenTab {
  const tab = tabs.find(({ id }) => String(id) === ask.param('tabId'));
  if (tab === undefined) throw refuse(404, `The screen tab with id ${ask.param('tabId')} does not exist.`);
  return tab;
}
