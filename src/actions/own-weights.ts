import type { ProjectId } from '../domain/ids';
import { ownTable } from '../domain/index/strength';
import type { Content } from './index-documents';
import type { SiteSettings } from './settings-ports';
import { ownParams } from './project-settings';
import type { OwnWeights } from './seeing-index';

/** How a ranked project weighs its evidence, with what its ranking holds of it; undefined: as the whole site does. */
export function ownWeights(settings: SiteSettings, projectId: ProjectId, ranking: Content): OwnWeights | undefined {
  const params = ownParams(settings, projectId);
  return params && { params, strengths: ranking.rows(ownTable) };
}
