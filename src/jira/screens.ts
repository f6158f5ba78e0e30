import * as z from 'zod';
import type { ScreensPort } from '../actions/setup-ports';
import { asAdmin, checked, pagesOf } from './as-admin';
import { route } from './request';

// Numbers by the document, and text in some answers.
const idShape = z.union([z.string(), z.number()]).transform(String);
const screenShape = z.looseObject({
  id: idShape,
  name: z.string(),
  /** A team-managed project's own screens are out of this API's reach. */
  scope: z.looseObject({ type: z.string() }).optional(),
});
const tabsShape = z.array(z.looseObject({ id: idShape }));

const pageSize = 100;
const fieldIdShape = /^[A-Za-z0-9_]{1,60}$/;

export const jiraScreens: ScreensPort = {
  async list() {
    const screens = await pagesOf(screenShape, (startAt) => route`/rest/api/3/screens?startAt=${startAt}&maxResults=${pageSize}`);
    return screens.filter(({ scope }) => scope?.type !== 'PROJECT').map(({ id, name }) => ({ id, name }));
  },

  async showing(fieldId) {
    const screens = await pagesOf(screenShape, (startAt) => route`/rest/api/3/field/${fieldOf(fieldId)}/screens?startAt=${startAt}&maxResults=${pageSize}`);
    return [...new Set(screens.map(({ id }) => id))];
  },

  async show(screenId, fieldId) {
    const tabs = await asAdmin({ method: 'GET', path: route`/rest/api/3/screens/${checked(screenId)}/tabs`, isRepeatable: true, expects: [404] });
    const [first] = tabs.status === 404 ? [] : await tabs.parse(tabsShape);
    if (!first) return 'refused';
    // Refused, too, where it is there already: who asks reads the screen again.
    const response = await asAdmin({
      method: 'POST',
      path: route`/rest/api/3/screens/${screenId}/tabs/${checked(first.id)}/fields`,
      body: { fieldId: fieldOf(fieldId) },
      isRepeatable: true,
      expects: [400, 404],
    });
    return response.status >= 400 ? 'refused' : 'added';
  },
};

function fieldOf(id: string): string {
  if (!fieldIdShape.test(id)) throw new Error('Jira named a field by something that is no id');
  return id;
}
