import type { SiteLoader } from '../server/site-loader';
import { demoSite } from './demo';
import { fillApp } from './drive';
import { emptySite } from './empty';
import { loadTracker } from './tracker';

/** The sites that can be started: the story, an empty one, or a tracker's export. */
export const loadSite: SiteLoader = async (site, options) => {
  if (site === 'empty') return { data: emptySite };
  if (site !== 'demo') return loadTracker(site.file, options);
  const { data, seeds } = demoSite(options.seed);
  return { data, afterLoad: fillApp(data, seeds) };
};
