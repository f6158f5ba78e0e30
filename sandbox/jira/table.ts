import { boardRoutes } from './boards';
import { bulkPropertyRoutes } from './bulk-properties';
import { changelogRoutes } from './changelog';
import { commentRoutes } from './comments';
import { createRoutes } from './create';
import { editRoutes } from './edit';
import { fieldRoutes } from './field-list';
import { issueTypeRoutes } from './issue-types';
import { issueRoutes } from './issues';
import { linkTypeRoutes } from './link-types';
import { linkRoutes } from './links';
import { peopleRoutes } from './people';
import { permissionRoutes } from './permissions';
import { pinRoutes } from './pins';
import { projectRoutes } from './projects';
import { boardPropertyRoutes, propertyRoutes } from './properties';
import { rankRoutes } from './rank';
import type { Route } from './route';
import { schemeRoutes } from './schemes';
import { searchRoutes } from './search';
import { siteFactRoutes } from './site-facts';
import { taskRoutes } from './tasks';
import { transitionRoutes } from './transitions';
import { workflowRoutes } from './workflow-list';

/** Everything the stand-in serves. */
export const table: readonly Route[] = [
  ...issueRoutes,
  ...searchRoutes,
  ...createRoutes,
  ...editRoutes,
  ...transitionRoutes,
  ...commentRoutes,
  ...changelogRoutes,
  ...linkRoutes,
  ...linkTypeRoutes,
  ...propertyRoutes,
  ...bulkPropertyRoutes,
  ...projectRoutes,
  ...issueTypeRoutes,
  ...schemeRoutes,
  ...fieldRoutes,
  ...siteFactRoutes,
  ...workflowRoutes,
  ...peopleRoutes,
  ...permissionRoutes,
  ...taskRoutes,
  ...pinRoutes,
  ...boardRoutes,
  ...boardPropertyRoutes,
  ...rankRoutes,
];
