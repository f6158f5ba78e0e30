import { backlogRoutes } from './backlog';
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
import { appFieldRoutes } from './app-fields';
import { computationRoutes } from './computations';
import { screenRoutes } from './screen-list';
import { workflowSchemeRoutes } from './workflow-schemes';
import { workflowUpdateRoutes } from './workflow-update';
import { ruleConfigurationRoutes } from './rule-configurations';
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
  ...appFieldRoutes,
  ...computationRoutes,
  ...screenRoutes,
  ...workflowSchemeRoutes,
  ...workflowUpdateRoutes,
  ...ruleConfigurationRoutes,
  ...peopleRoutes,
  ...permissionRoutes,
  ...taskRoutes,
  ...pinRoutes,
  ...boardRoutes,
  ...backlogRoutes,
  ...boardPropertyRoutes,
  ...rankRoutes,
];
